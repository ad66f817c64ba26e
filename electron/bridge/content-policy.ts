import { randomBytes } from 'node:crypto';

/** Stands in `index.html` where the style nonce of a response goes. */
export const NONCE_PLACEHOLDER = '__STYLE_NONCE__';

/** A nonce for one response. */
export const newNonce = (): string => randomBytes(16).toString('base64');

/**
 * The content security policy of every page: scripts and connections to this origin only, styles by
 * nonce, nothing else from anywhere. `data:` and `blob:` pictures are those the app makes itself.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const FEATURES = [
  ...['accelerometer', 'display-capture', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb'],
]
  .map((feature) => `${feature}=()`)
  // Badges are scanned with it; the page asks when the desk's camera is opened, and not before.
  .concat('camera=(self)')
  .join(', ');

/** Headers of every response, whatever it carries. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': FEATURES,
};
