import { BridgeError } from '@shared/contract/failure';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import type { Router } from '../bridge/router';
import { utf8 } from './http';

/** One call of a window, the same by POST and by socket: a frame for a frame. Rejects with `BridgeError`. */
export async function answerCall(
  router: Router,
  channel: string,
  frame: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const argument = decodeFrame(frame, utf8);
  if (!argument.ok) throw new BridgeError('bad-argument', `${channel}: ${argument.reason}`);
  return encodeFrame(await router.call(channel, argument.value, { window: null }), utf8);
}
