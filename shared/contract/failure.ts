/**
 * What can go wrong with the bridge itself, as opposed to what a channel answers. Each is a bug or an
 * attack, except `lost`: the host cannot be reached at the moment, and `locked`: somebody has to unlock
 * the desk first (see protection.ts).
 */
export const FAILURES = [
  'unknown-channel',
  'bad-argument',
  'bad-answer',
  'refused',
  'too-large',
  'lost',
  'locked',
  'failed',
] as const;
export type Failure = (typeof FAILURES)[number];

const MARK = 'bridge';

/** Thrown by the bridge. The text carries the code, because Electron hands over nothing but the text. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';

  constructor(
    readonly code: Failure,
    detail: string,
  ) {
    super(`${MARK}(${code}) ${detail}`);
  }
}

/** The code that a text written by `BridgeError` carries; `failed` for any other text. */
export function failureIn(text: string): Failure {
  return FAILURES.find((code) => text.includes(`${MARK}(${code})`)) ?? 'failed';
}
