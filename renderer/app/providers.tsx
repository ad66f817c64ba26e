import { DirectionProvider, MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import type { i18n } from 'i18next';
import { useEffect, useMemo, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { directionOf } from '@shared/i18n/languages';
import { StoreProvider } from '@renderer/db/hooks';
import type { Store } from '@renderer/db/store';
import { useSettings } from '@renderer/features/settings';
import { Announcer } from '@renderer/ui/announcer';
import { TableMemoryProvider, type TableMemory } from '@renderer/ui/table-memory';
import { Toasts } from '@renderer/ui/toasts';
import { theme } from './theme';

interface ProvidersProps {
  words: i18n;
  /** `null`: the desk is locked, and there are no data in this window. */
  store: Store | null;
  children: ReactNode;
}

/** Words, looks and data, from the settings down. */
export function Providers({ words, store, children }: ProvidersProps) {
  const { settings } = useSettings();
  const { language } = settings;
  const direction = directionOf(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    void words.changeLanguage(language);
  }, [words, language, direction]);

  return (
    <I18nextProvider i18n={words}>
      <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
        <Look>
          <StoreProvider value={store}>
            <RememberedTables>{children}</RememberedTables>
            <Toasts />
            <Announcer />
          </StoreProvider>
        </Look>
      </DirectionProvider>
    </I18nextProvider>
  );
}

/** Tables are found again as they were left, on this machine. */
function RememberedTables({ children }: { children: ReactNode }) {
  const { settings, change } = useSettings();
  const { tables } = settings;
  const memory = useMemo(
    (): TableMemory => ({
      read: (table) => tables[table],
      write: (table, { hidden, sort }) => {
        void change({ tables: { ...tables, [table]: { hidden: [...hidden], sort: [...sort] } } });
      },
    }),
    [tables, change],
  );
  return <TableMemoryProvider value={memory}>{children}</TableMemoryProvider>;
}

/** The theme that was chosen, or the system's. */
function Look({ children }: { children: ReactNode }) {
  const { settings } = useSettings();
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = settings.theme === 'auto' ? system : settings.theme;
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} getStyleNonce={styleNonce}>
      {children}
    </MantineProvider>
  );
}

/** The nonce that the host wrote into the document: only styles that carry it are believed. */
function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]');
  return meta?.content ?? '';
}
