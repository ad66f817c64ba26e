import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRouteError } from 'react-router';
import { Page } from '@renderer/ui/page';
import { Failed } from '@renderer/ui/states';

/** A page broke. What is safe, what to do, and the text for whoever mends it. */
export function CrashedPage() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const error = useRouteError();
  return (
    <Page width="reading">
      <Failed
        title={t('crashed.title')}
        detail={error instanceof Error ? error.message : String(error)}
      >
        <p>{t('crashed.safe')}</p>
        <Group justify="center" mt="md">
          <Button onClick={() => window.location.reload()}>{t('crashed.reload')}</Button>
          <Button variant="default" onClick={() => void navigate('/meetings')}>
            {t('crashed.leave')}
          </Button>
        </Group>
      </Failed>
    </Page>
  );
}
