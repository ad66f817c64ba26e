import {
  CALLS_BY_SOCKET,
  MAX_CALL,
  MAX_CALLS,
  readAnswer,
  writeCall,
  type AnswerMessage,
} from '@shared/contract/call-message';
import type { ChannelName } from '@shared/contract/contract';

/** Null: the socket broke before the answer came; whether the host has done it is not known. */
export type SocketAnswer = Promise<AnswerMessage | null>;

/** The calls that are under way on one socket. */
export interface SocketCalls {
  /** Sends a call; null, and nothing is sent, when it has to go by POST. */
  send(channel: ChannelName, frame: Uint8Array): SocketAnswer | null;
  /** False for what is no answer to any call that is under way: the host is out of step. */
  hear(message: ArrayBuffer): boolean;
  /** The socket is closed: no answer comes any more. */
  end(): void;
}

/**
 * A call has no deadline of its own, as a POST has none: on loopback a host either answers or is gone,
 * and the socket of a host that is gone closes.
 */
export function createSocketCalls(socket: Pick<WebSocket, 'readyState' | 'send'>): SocketCalls {
  const underWay = new Map<number, (answer: AnswerMessage | null) => void>();
  let number = 0;

  return {
    send(channel, frame) {
      const fits =
        socket.readyState === WebSocket.OPEN &&
        CALLS_BY_SOCKET.has(channel) &&
        frame.byteLength <= MAX_CALL &&
        underWay.size < MAX_CALLS;
      if (!fits) return null;
      // Numbers have 32 bits on the wire.
      number = (number + 1) >>> 0;
      socket.send(writeCall({ number, channel, frame }));
      return new Promise((resolve) => underWay.set(number, resolve));
    },
    hear(message) {
      const answer = readAnswer(new Uint8Array(message));
      const resolve = answer === null ? undefined : underWay.get(answer.number);
      if (answer === null || resolve === undefined) return false;
      underWay.delete(answer.number);
      resolve(answer);
      return true;
    },
    end() {
      for (const resolve of underWay.values()) resolve(null);
      underWay.clear();
    },
  };
}
