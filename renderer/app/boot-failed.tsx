import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { Failed } from '@renderer/ui/states';
import { theme } from './theme';

/** The host did not answer: there is nothing to show but how to go on. */
export function BootFailed({ words, error }: { words: i18n; error: unknown }) {
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Message error={error} />
      </MantineProvider>
    </I18nextProvider>
  );
}

function Message({ error }: { error: unknown }) {
  const { t } = useTranslation('app');
  return (
    <main>
      <Failed
        title={t('boot.title')}
        detail={error instanceof Error ? error.message : String(error)}
        onRetry={() => window.location.reload()}
      >
        {t('boot.text')}
      </Failed>
    </main>
  );
}
