import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { MAX_CALL_MESSAGE } from '@shared/contract/call-message';
import type { EventName, EventOf } from '@shared/contract/contract';
import { registerStatusSchema } from '@shared/contract/register';
import type { Router } from '../bridge/router';
import type { Guard } from './guard';
import { answerCalls } from './socket-calls';

/**
 * Events to every open window, over `/events`, and the small calls of each (call-message.ts). Whoever
 * opens the socket has shown what every POST has to show. A window that comes (back) is told first how
 * far the register is: what happened while it was away, or before the host started again, it learns at
 * once.
 */
export function attachEvents(options: { server: Server; guard: Guard; router: Router }): {
  close: () => void;
} {
  const { server, guard, router } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_CALL_MESSAGE });

  const stop = router.forward((name, value) => {
    const text = eventText(name, value);
    for (const socket of sockets.clients) socket.send(text);
  });

  sockets.on('connection', (socket) => {
    // ws reports a malformed or oversized frame here and closes the socket by itself.
    socket.on('error', () => socket.terminate());
    answerCalls(socket, router);
    void greet(socket, router);
  });

  server.on('upgrade', (request, stream: Duplex, head) => {
    // A peer that goes away in the middle of a handshake is none of the host's business.
    stream.on('error', () => stream.destroy());
    const admitted =
      request.url === '/events' &&
      guard.admits(request.headers, true) &&
      guard.knows(request.headers);
    if (!admitted) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      sockets.emit('connection', socket, request);
    });
  });

  return {
    close() {
      stop();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

const eventText = <E extends EventName>(name: E, value: EventOf<E>): string =>
  JSON.stringify({ name, value });

/** A status that cannot be had has been reported, or the desk is locked; the window hears of the next commit. */
async function greet(socket: WebSocket, router: Router): Promise<void> {
  const status = await router.call('register.status', {}, { window: null }).catch(() => null);
  const known = registerStatusSchema.safeParse(status).data;
  if (known === undefined) return;
  const { last, epoch } = known;
  socket.send(eventText('register.committed', { last, epoch }));
}
