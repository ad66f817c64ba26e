import type { i18n } from 'i18next';
import { useSyncExternalStore } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { Hello } from '@shared/contract/app';
import { LockScreen } from '@renderer/features/protection';
import { SettingsProvider } from '@renderer/features/settings';
import { Providers } from './providers';
import type { createRouter } from './routes';
import type { WindowData } from './window-data';

interface GuardedWindowProps {
  data: WindowData;
  hello: Hello;
  words: i18n;
  /** Keeps the address while the window is locked. */
  router: ReturnType<typeof createRouter>;
}

/** The pages while the desk is open; the lock, and nothing else, while it is not. */
export function GuardedWindow({ data, hello, words, router }: GuardedWindowProps) {
  const state = useSyncExternalStore(data.subscribe, data.current);
  if (state === null) return null;
  const { opening, settings, store } = state;
  return (
    <SettingsProvider key={opening} initial={settings} hello={hello}>
      <Providers words={words} store={store}>
        {store === null ? <LockScreen /> : <RouterProvider router={router} />}
      </Providers>
    </SettingsProvider>
  );
}
