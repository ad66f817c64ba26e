import { isEvent, type ChannelName, type EventName } from '@shared/contract/contract';
import { createSocketCalls, type SocketAnswer, type SocketCalls } from './socket-calls';

/** Waits before trying again, in milliseconds: at once, then ever more patiently. */
const PATIENCE = [250, 500, 1000, 2000, 5000];

export interface HostSocket {
  listen(name: EventName, heard: (value: unknown) => void): () => void;
  /** Opens the socket when it is not open yet. */
  start(): void;
  /** Makes a small call over the open socket; null, and nothing is sent, when it has to go by POST. */
  call(channel: ChannelName, frame: Uint8Array): SocketAnswer | null;
}

/**
 * The host's events, and small calls to it, over a WebSocket that comes back by itself. The host says
 * how far its register is when a socket opens, so nothing that happened in between is missed.
 */
export function createHostSocket(options: {
  open: () => WebSocket;
  reachable: (yes: boolean) => void;
}): HostSocket {
  const listeners = new Map<EventName, Set<(value: unknown) => void>>();
  let started = false;
  let failures = 0;
  /** The calls of the last socket that was made. */
  let calls: SocketCalls | null = null;

  const connect = (): void => {
    const socket = options.open();
    socket.binaryType = 'arraybuffer';
    const own = createSocketCalls(socket);
    calls = own;
    socket.addEventListener('open', () => {
      failures = 0;
      options.reachable(true);
    });
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) {
        // Closing ends every call that is under way: none waits for an answer that was misread.
        if (!own.hear(data)) socket.close();
        return;
      }
      const event = readEvent(data);
      if (event === null) return;
      for (const heard of [...(listeners.get(event.name) ?? [])]) heard(event.value);
    });
    socket.addEventListener('close', () => {
      options.reachable(false);
      own.end();
      const wait = PATIENCE[Math.min(failures, PATIENCE.length - 1)];
      failures += 1;
      setTimeout(connect, wait);
    });
  };

  const start = (): void => {
    if (started) return;
    started = true;
    connect();
  };

  return {
    start,
    listen(name, heard) {
      start();
      const those = listeners.get(name) ?? new Set();
      listeners.set(name, those.add(heard));
      return () => void those.delete(heard);
    },
    call: (channel, frame) => calls?.send(channel, frame) ?? null,
  };
}

function readEvent(data: unknown): { name: EventName; value: unknown } | null {
  if (typeof data !== 'string') return null;
  const parsed: unknown = JSON.parse(data);
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { name, value } = parsed as { name?: unknown; value?: unknown };
  return typeof name === 'string' && isEvent(name) ? { name, value } : null;
}
