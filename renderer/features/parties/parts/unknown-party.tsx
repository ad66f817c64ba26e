import { Button } from '@mantine/core';
import { IconFlagOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../../ui/states';

/** An address that leads to no party. */
export function UnknownParty() {
  const { t } = useTranslation('parties');
  return (
    <Empty
      icon={<IconFlagOff size={28} stroke={1.5} />}
      title={t('unknown')}
      action={
        <Button component={Link} to="/parties">
          {t('toList')}
        </Button>
      }
    />
  );
}
