import type { App, WebContents } from 'electron';
import { isOwnUrl } from './origin';

/** What a link to a mail program may be: a draft of at most 2,000 characters, and no attachment. */
const MAIL_LINK = /^mailto:[\u0021-\u007e]{1,1993}$/;
const ATTACHING = /[?&]attach/i;

/** Hands a draft to the system's mail program. */
type OpenMail = (link: string) => void;

/**
 * Holds every page there will ever be to the app's own address: no way out, no pop-ups, no webviews.
 * A link to a draft e-mail goes to `openMail`; the page itself stays where it is.
 */
export function guardNavigation(app: App, openMail: OpenMail): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openMail));
}

function guardContents(contents: WebContents, openMail: OpenMail): void {
  contents.on('will-frame-navigate', (event) => {
    // A reload or a change of the hash stays inside; anything else, in any frame, does not.
    if (event.isMainFrame && isOwnUrl(event.url)) return;
    event.preventDefault();
    const isMail = MAIL_LINK.test(event.url) && !ATTACHING.test(event.url);
    if (event.isMainFrame && isMail) openMail(event.url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Second windows are opened by the host, on request over the bridge.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
