import type { ChannelName } from '@shared/contract/contract';
import { BridgeError, failureIn } from '@shared/contract/failure';
import { MAX_FILE } from '@shared/contract/limits';
import { decodeFrame, encodeFrameInPieces } from '@shared/contract/wire';
import { createConnection } from './connection';
import { createHostSocket } from './host-socket';
import { pickFiles } from './pick-files';
import type { Transport } from './transport';
import { utf8 } from './utf8';

/**
 * The web shell's way: a WebSocket for events and small calls, one POST for every other call, this
 * origin only. A call goes one way or the other, never both: the host may have done what it does not
 * answer.
 */
export function webTransport(page: Window): Transport {
  const connection = createConnection();
  const socket = createHostSocket({
    open: () => new WebSocket(new URL('/events', page.location.href.replace(/^http/, 'ws'))),
    reachable: (yes) => connection.set(yes ? 'connected' : 'lost'),
  });

  async function post(path: string, body: Uint8Array<ArrayBuffer> | Blob): Promise<unknown> {
    let response: Response;
    let frame: Uint8Array;
    try {
      response = await page.fetch(path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/octet-stream' },
        cache: 'no-store',
      });
      frame = new Uint8Array(await response.arrayBuffer());
    } catch {
      connection.set('lost');
      socket.start();
      throw new BridgeError('lost', path);
    }
    return answered(path, response.ok, frame);
  }

  function answered(path: string, ok: boolean, content: Uint8Array): unknown {
    connection.set('connected');
    if (!ok) throw new BridgeError(failureIn(utf8.decode(content)), path);
    const decoded = decodeFrame(content, utf8);
    if (!decoded.ok) throw new BridgeError('bad-answer', path);
    return decoded.value;
  }

  async function send(channel: ChannelName, frame: Uint8Array<ArrayBuffer>): Promise<unknown> {
    const path = `/bridge/${channel}`;
    const asked = socket.call(channel, frame);
    if (asked === null) return post(path, frame);
    const answer = await asked;
    if (answer === null) throw new BridgeError('lost', path);
    return answered(path, answer.ok, answer.content);
  }

  return {
    call(channel, request) {
      const making = encodeFrameInPieces(request, utf8);
      const first = making.next();
      return first.done === true
        ? send(channel, first.value)
        : finished(making).then((frame) => send(channel, frame));
    },
    listen: (name, heard) => socket.listen(name, heard),
    connection: {
      current: connection.current,
      subscribe(changed) {
        socket.start();
        return connection.subscribe(changed);
      },
    },
    page: {
      open: (path) => page.open(path, '_blank', 'popup') !== null,
      pick: async (request) => {
        const files = await pickFiles(page.document, request);
        return Promise.all(files.map((file) => hold(post, file)));
      },
      download: (path, name) => {
        const link = page.document.createElement('a');
        link.href = path;
        link.download = name;
        link.click();
      },
      fetch: async (path) => {
        await post(path, new Blob());
      },
    },
  };
}

/** What is made in pieces, with the window free in between. */
async function finished<T>(making: Iterator<undefined, T>): Promise<T> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

/** Hands a file to the host. One above the bound is announced without its bytes, to be refused on reading. */
function hold(post: (path: string, body: Blob) => Promise<unknown>, file: File): Promise<unknown> {
  const query = new URLSearchParams({ name: file.name, size: String(file.size) });
  return post(`/files/hold?${query.toString()}`, file.size > MAX_FILE ? new Blob() : file);
}
