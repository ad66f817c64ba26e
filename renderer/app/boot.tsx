import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWindowWords } from '@shared/i18n/window-words';
import { bridge } from '@renderer/bridge/client';
import { forgetAnnounced } from '@renderer/ui/announcer';
import { silenceToasts } from '@renderer/ui/toasts';
import { endWorkers } from '@renderer/workers/running';
import { BootFailed } from './boot-failed';
import { GuardedWindow } from './guarded-window';
import { onReconnected, openStore } from './open-store';
import { createRouter } from './routes';
import { WindowData } from './window-data';

/** Asks the host who and where we are and whether the desk is locked, then shows the window. */
export async function boot(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  try {
    const data = windowData();
    const [hello] = await Promise.all([bridge.app.hello(), data.start()]);
    const language = data.current()?.settings.language ?? 'en';
    const words = await createWindowWords(language, { strict: hello.development });
    root.render(
      <StrictMode>
        <GuardedWindow data={data} hello={hello} words={words} router={createRouter()} />
      </StrictMode>,
    );
  } catch (error) {
    const language = navigator.language.startsWith('ru') ? 'ru' : 'en';
    const words = await createWindowWords(language, { strict: false });
    root.render(<BootFailed words={words} error={error} />);
  }
}

function windowData(): WindowData {
  return new WindowData({
    host: {
      status: () => bridge.protection.status(),
      page: async () => {
        const { database, key } = await bridge.protection.page();
        return { name: database, key };
      },
      settings: () => bridge.settings.read(),
      onChanged: (listener) => bridge.on('protection.changed', ({ state }) => listener(state)),
      onLocked: (listener) => bridge.onLocked(listener),
      onReconnected,
    },
    open: openStore,
    forget: () => {
      endWorkers();
      forgetAnnounced();
    },
    silence: silenceToasts,
  });
}
