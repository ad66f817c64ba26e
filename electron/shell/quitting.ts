import type { App } from 'electron';

/** Before the app quits, does what has to be done first, one after the other, and only once. */
export function closeInOrder(app: App, steps: readonly (() => unknown)[]): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const close = async (): Promise<void> => {
    for (const step of steps) await step();
  };
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
}
