/** The app's own origin: a scheme of its own instead of `file:`, which can read the whole disk. */
export const SCHEME = 'rostrum';
const APP_HOST = 'app';
export const APP_ORIGIN = `${SCHEME}://${APP_HOST}`;

/** The address of a place in the app; `route` is a hash route such as `/desk`. */
export const pageUrl = (route: string): string => `${APP_ORIGIN}/#${route}`;

/** Whether an address belongs to the app itself. `URL` gives custom schemes no origin: compare the parts. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === APP_HOST && username === '' && password === '';
}
