import type { App, WebContents } from 'electron';
import { isOwnUrl } from './origin';

/** Holds every page there will ever be to the app's own address: no way out, no pop-ups, no webviews. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    // A reload or a change of the hash stays inside; anything else, in any frame, does not.
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Second windows are opened by the host, on request over the bridge.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
