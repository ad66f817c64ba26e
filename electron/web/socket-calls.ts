import type { WebSocket } from 'ws';
import {
  CALLS_BY_SOCKET,
  MAX_CALLS,
  readCall,
  writeAnswer,
  type CallMessage,
} from '@shared/contract/call-message';
import { BridgeError } from '@shared/contract/failure';
import type { Router } from '../bridge/router';
import { answerCall } from './answer-call';
import { knownFault, utf8 } from './http';

/**
 * Answers the small calls of a window that was let in. What no window sends (text, half a message, a
 * number that is still under way, too many calls without reading the answers) ends the socket, and
 * nothing is said.
 */
export function answerCalls(socket: WebSocket, router: Router): void {
  const underWay = new Set<number>();
  socket.on('message', (data, isBinary) => {
    // What came in one piece with the message that ended the socket is not heard any more.
    if (socket.readyState !== socket.OPEN) return;
    const call = isBinary && data instanceof Uint8Array ? readCall(data) : null;
    if (call === null || underWay.has(call.number) || underWay.size >= MAX_CALLS) {
      socket.terminate();
      return;
    }
    underWay.add(call.number);
    void answerTo(call, router).then((answer) => {
      if (socket.readyState !== socket.OPEN) return;
      // Until the answer has left: a window that calls and does not read fills no memory here.
      socket.send(answer, () => underWay.delete(call.number));
    });
  });
}

/** Never rejects: a failure is an answer, in the words that a POST would have got. */
async function answerTo(
  { number, channel, frame }: CallMessage,
  router: Router,
): Promise<Uint8Array> {
  try {
    if (!CALLS_BY_SOCKET.has(channel)) {
      throw new BridgeError('unknown-channel', 'there is no such channel');
    }
    return writeAnswer(number, true, await answerCall(router, channel, frame));
  } catch (fault) {
    return writeAnswer(number, false, utf8.encode(knownFault(fault).message));
  }
}
