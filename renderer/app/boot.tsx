import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createI18n } from '@shared/i18n/i18n';
import { bridge } from '@renderer/bridge/client';
import { ProjectionDatabase } from '@renderer/db/database';
import { Store } from '@renderer/db/store';
import { SettingsProvider } from '@renderer/features/settings';
import { rebuildInWorker } from '@renderer/workers/rebuild-in-worker';
import { BootFailed } from './boot-failed';
import { Providers } from './providers';
import { createRouter } from './routes';

const DATABASE = 'rostrum';

/** Asks the host who and where we are, then shows the window. */
export async function boot(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  try {
    const [hello, settings] = await Promise.all([bridge.app.hello(), bridge.settings.read()]);
    const words = createI18n({ language: settings.language, strict: hello.development });
    const store = openStore();
    void store.start();
    const router = createRouter();
    root.render(
      <StrictMode>
        <SettingsProvider initial={settings} hello={hello}>
          <Providers words={words} store={store}>
            <RouterProvider router={router} />
          </Providers>
        </SettingsProvider>
      </StrictMode>,
    );
  } catch (error) {
    const russian = navigator.language.startsWith('ru');
    const words = createI18n({ language: russian ? 'ru' : 'en', strict: false });
    root.render(<BootFailed words={words} error={error} />);
  }
}

/** Calls back whenever the host is there again after it was lost. */
function onReconnected(listener: () => void): () => void {
  let before = bridge.connection.current();
  return bridge.connection.subscribe(() => {
    const now = bridge.connection.current();
    if (now === 'connected' && before !== 'connected') listener();
    before = now;
  });
}

function openStore(): Store {
  const { register } = bridge;
  return new Store(
    new ProjectionDatabase(DATABASE),
    {
      status: () => register.status(),
      commit: (drafts) => register.commit({ drafts }),
      read: (after, limit) => register.read({ after, limit }),
      onCommitted: (listener) => bridge.on('register.committed', ({ last }) => listener(last)),
      onReconnected,
    },
    rebuildInWorker(DATABASE),
    () => Date.now(),
  );
}
