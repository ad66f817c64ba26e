import { BridgeError, failureIn } from '@shared/contract/failure';
import { MAX_FILE } from '@shared/contract/limits';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import { createConnection } from './connection';
import { createEventSocket } from './event-socket';
import { pickFiles } from './pick-files';
import type { Transport } from './transport';
import { utf8 } from './utf8';

/** The web shell's way: one POST a call, a WebSocket for events, this origin only. */
export function webTransport(page: Window): Transport {
  const connection = createConnection();
  const sockets = createEventSocket({
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
      sockets.start();
      throw new BridgeError('lost', path);
    }
    connection.set('connected');
    if (!response.ok) throw new BridgeError(failureIn(utf8.decode(frame)), path);
    const decoded = decodeFrame(frame, utf8);
    if (!decoded.ok) throw new BridgeError('bad-answer', path);
    return decoded.value;
  }

  return {
    call: (channel, request) => post(`/bridge/${channel}`, encodeFrame(request, utf8)),
    listen: (name, heard) => sockets.listen(name, heard),
    connection: {
      current: connection.current,
      subscribe(changed) {
        sockets.start();
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

/** Hands a file to the host. One above the bound is announced without its bytes, to be refused on reading. */
function hold(post: (path: string, body: Blob) => Promise<unknown>, file: File): Promise<unknown> {
  const query = new URLSearchParams({ name: file.name, size: String(file.size) });
  return post(`/files/hold?${query.toString()}`, file.size > MAX_FILE ? new Blob() : file);
}
