import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, PageHeader } from '@renderer/ui/page';
import { Empty } from '@renderer/ui/states';

export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <Page>
      <PageHeader title={t('notFound.title')} />
      <Empty
        icon={<IconMapQuestion size={28} stroke={1.5} />}
        title={t('notFound.text')}
        action={
          <Button component={Link} to="/meetings">
            {t('notFound.action')}
          </Button>
        }
      />
    </Page>
  );
}
