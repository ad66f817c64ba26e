import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE, MAX_MESSAGE } from '@shared/contract/limits';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import { utf8 } from '@electron/web/http';
import { entryOf } from '@electron/web/other-instance';
import { proveOwner } from '@electron/web/owner-proof';
import { someDraft } from '../../support/fake-host';
import {
  ask,
  call,
  honest,
  SECRET,
  startTestServer,
  type TestServer,
} from '../../support/web-server';

let test: TestServer;
let port: number;
beforeAll(async () => {
  test = await startTestServer();
  port = test.server.port;
  mkdirSync(join(test.pages, 'assets'));
  writeFileSync(join(test.pages, 'assets', 'main.js'), 'export {};');
});
afterAll(() => test.close());

const hello = () => encodeFrame({}, utf8);

describe('who is let in', () => {
  it('listens on loopback alone', async () => {
    const elsewhere = await new Promise((resolve) => {
      connect({ host: '127.0.0.2', port })
        .on('connect', () => resolve('connected'))
        .on('error', () => resolve('refused'));
    });
    expect(elsewhere).toBe('refused');
  });

  it.each(['127.0.0.1', 'localhost'])(
    'serves the page at %s to a window with the cookie',
    async (name) => {
      const host = `${name}:${port}`;
      const answer = await ask(port, { headers: { host, cookie: test.cookie } });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
      expect(answer.headers['x-frame-options']).toBe('DENY');
      expect(answer.body.toString()).toMatch(/content="[A-Za-z0-9+/=]{24}"/);
    },
  );

  const port0 = () => String(port);
  it.each<[string, () => Record<string, string>]>([
    ['no cookie', () => ({})],
    ['an empty cookie', () => ({ cookie: `rostrum-${port0()}=` })],
    ['a wrong cookie', () => ({ cookie: `rostrum-${port0()}=${SECRET}x` })],
    ['the cookie of another port', () => ({ cookie: `rostrum-1=${SECRET}` })],
    ['a foreign Host', () => ({ cookie: test.cookie, host: `rostrum.example.org:${port0()}` })],
    ['a Host without its port', () => ({ cookie: test.cookie, host: '127.0.0.1' })],
    ['another port in Host', () => ({ cookie: test.cookie, host: '127.0.0.1:1' })],
    ['an IPv6 Host', () => ({ cookie: test.cookie, host: `[::1]:${port0()}` })],
    ['a foreign Origin', () => ({ cookie: test.cookie, origin: 'https://example.org' })],
    ['a null Origin', () => ({ cookie: test.cookie, origin: 'null' })],
    [
      'another name in Origin',
      () => ({ cookie: test.cookie, origin: `http://localhost:${port0()}` }),
    ],
    ['another port in Origin', () => ({ cookie: test.cookie, origin: 'http://127.0.0.1:1' })],
    ['https in Origin', () => ({ cookie: test.cookie, origin: `https://127.0.0.1:${port0()}` })],
    ['a page of another site', () => ({ cookie: test.cookie, 'sec-fetch-site': 'cross-site' })],
    ['a page of another port', () => ({ cookie: test.cookie, 'sec-fetch-site': 'same-site' })],
    ['the secret in another header', () => ({ authorization: `Bearer ${SECRET}` })],
  ])('refuses %s, for pages, calls and files, and says nothing', async (_, headers) => {
    const answers = await Promise.all([
      ask(port, { headers: headers() }),
      ask(port, { path: '/assets/main.js', headers: headers() }),
      ask(port, { path: '/files/x', headers: headers() }),
      ask(port, { path: '/health', headers: headers() }),
      ask(port, {
        method: 'POST',
        path: '/bridge/app.hello',
        headers: { origin: test.origin, 'content-type': 'application/octet-stream', ...headers() },
        body: hello(),
      }),
    ]);
    for (const { status, body, headers: given } of answers) {
      expect(status).toBe(403);
      expect(body.toString()).toBe('bridge(refused) npm start');
      expect(given['set-cookie']).toBeUndefined();
      expect(given['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('refuses a call without an Origin', async () => {
    const { origin: _, ...headers } = honest(test);
    const answer = await ask(port, {
      method: 'POST',
      path: '/bridge/app.hello',
      headers,
      body: hello(),
    });
    expect(answer.status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    'refuses the method %s',
    async (method) => {
      const answer = await ask(port, { method, headers: honest(test) });
      expect(answer.status).toBe(403);
    },
  );

  it('trades a key for the cookie, once', async () => {
    const { pathname, search } = new URL(test.server.entryUrl());
    const first = await ask(port, { path: pathname + search });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie.split('; ')).toEqual([
      test.cookie,
      'Path=/',
      expect.stringMatching(/^Max-Age=\d+$/),
      'HttpOnly',
      'SameSite=Strict',
    ]);
    const second = await ask(port, { path: pathname + search });
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('lets a window go on that comes back with a spent key and the cookie', async () => {
    const answer = await ask(port, { path: '/enter?key=spent', headers: { cookie: test.cookie } });
    expect(answer.status).toBe(303);
  });

  it('gives a second start an address, for a proof that shows no secret and is good only here', async () => {
    const url = new URL((await entryOf(port, SECRET))!);
    expect((await ask(port, { path: url.pathname + url.search })).status).toBe(303);
    expect(await entryOf(port, 'another secret')).toBeNull();
    const { authorization } = proveOwner(SECRET, port, '/entry');
    expect(authorization).not.toContain(SECRET);
    const moved = proveOwner(SECRET, port + 1, '/entry');
    for (const [path, headers] of [
      ['/health', { authorization }],
      ['/entry', { authorization: moved.authorization }],
      ['/', { authorization }],
    ] as const) {
      expect((await ask(port, { path, headers })).status).toBe(403);
    }
  });
});

describe('what a window gets', () => {
  it('has its calls answered, bytes included', async () => {
    expect(await call(test, 'app.hello', {})).toMatchObject({ shell: 'web', version: '0.0.0' });
    const bytes = new Uint8Array([0, 255, 1, 254]);
    const put = (await call(test, 'blobs.put', { bytes })) as { hash: string };
    expect(await call(test, 'blobs.get', put)).toEqual({ ok: true, bytes });
    expect(await call(test, 'register.commit', { drafts: [someDraft()] })).toMatchObject({
      ok: true,
    });
  });

  it('downloads a saved file once, under a name in any script', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const saved = (await call(test, 'files.save', { name: "Список' (1).csv", bytes })) as {
      download: string;
    };
    const get = () => ask(port, { path: saved.download, headers: { cookie: test.cookie } });
    const first = await get();
    expect(first.status).toBe(200);
    expect(new Uint8Array(first.body)).toEqual(bytes);
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Список')}%27%20%281%29.csv`,
    );
    expect(first.headers['content-security-policy']).toContain('sandbox');
    expect((await get()).status).toBe(404);
  });

  const hold = async (name: string, size: number, body: Uint8Array) => {
    const query = new URLSearchParams({ name, size: String(size) });
    return ask(port, {
      method: 'POST',
      path: `/files/hold?${query.toString()}`,
      headers: honest(test),
      body,
    });
  };

  it('hands a picked file over and reads it back once', async () => {
    const bytes = new Uint8Array([7, 8, 9]);
    const answer = decodeFrame((await hold('list.csv', 3, bytes)).body, utf8);
    const { token } = (answer as { value: { token: string } }).value;
    expect(await call(test, 'files.read', { token })).toEqual({
      ok: true,
      bytes,
      name: 'list.csv',
    });
    expect(await call(test, 'files.read', { token })).toEqual({
      ok: false,
      reason: 'unknown-token',
    });
  });

  it('is told that a file is too large when it is read', async () => {
    const answer = decodeFrame((await hold('big.csv', MAX_FILE + 1, new Uint8Array())).body, utf8);
    const { token } = (answer as { value: { token: string } }).value;
    expect(await call(test, 'files.read', { token })).toEqual({ ok: false, reason: 'too-large' });
  });

  it('cannot read what another window saved under a token of its own making', async () => {
    const path = `/files/${'A'.repeat(32)}`;
    expect((await ask(port, { path, headers: { cookie: test.cookie } })).status).toBe(404);
  });

  it.each([
    ...['/../secret', '/%2e%2e/secret', '/assets/../../etc/passwd', '/..%2f..%2fetc/passwd'],
    ...['/nothing.js', '//etc/passwd', '/assets/', 'http://example.org/../x.js', '/%00.js'],
  ])('finds nothing at %s', async (path) => {
    expect((await ask(port, { path, headers: { cookie: test.cookie } })).status).toBe(404);
  });

  it('gets heads without bodies', async () => {
    const headers = { cookie: test.cookie };
    const answer = await ask(port, { method: 'HEAD', path: '/assets/main.js', headers });
    expect(answer.status).toBe(200);
    expect(answer.body.byteLength).toBe(0);
  });
});

describe('a body that is not what it should be', () => {
  const post = (path: string, body: Uint8Array | string, headers: Record<string, string> = {}) =>
    ask(port, { method: 'POST', path, headers: { ...honest(test), ...headers }, body });

  it.each<[string, Uint8Array | string, number]>([
    ['empty', '', 400],
    ['text', 'hello', 400],
    ['JSON without a frame', '{"value":{},"bytes":[]}', 400],
    ['HTML', '<html></html>', 400],
    ['a frame cut short', hello().slice(0, 10), 400],
    ['a frame and more', new Uint8Array([...hello(), 0]), 400],
    ['an argument too many', encodeFrame({ x: 1 }, utf8), 400],
    ['null', encodeFrame(null, utf8), 400],
    ['a list', encodeFrame([], utf8), 400],
    ['a prototype', frameOf('{"value":{"__proto__":{"x":1}},"bytes":[]}'), 400],
    [
      'deep nesting',
      frameOf(`{"value":${'['.repeat(50_000)}${']'.repeat(50_000)},"bytes":[]}`),
      400,
    ],
    ['a length of 4 GB', new Uint8Array([255, 255, 255, 255, 1]), 400],
  ])('%s is refused', async (_, body, status) => {
    const answer = await post('/bridge/app.hello', body);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toMatch(/^bridge\(bad-argument\)/);
  });

  it('is refused whatever noise it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('app.hello', 'register.commit', 'files.save', 'settings.write'),
        fc.uint8Array({ maxLength: 300 }),
        async (channel, noise) => {
          expect((await post(`/bridge/${channel}`, noise)).status).toBe(400);
        },
      ),
      { numRuns: 200 },
    );
    expect(test.host.faults).toEqual([]);
  });

  it.each([
    '/bridge/',
    '/bridge/nothing.here',
    '/bridge/toString',
    '/bridge/app.hello/x',
    '/other',
  ])('goes nowhere at %s', async (path) => {
    const answer = await post(path, hello());
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toMatch(/^bridge\(unknown-channel\)/);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data', ''])(
    'is refused as %j, which a foreign form could send',
    async (type) => {
      const answer = await post('/bridge/app.hello', hello(), { 'content-type': type });
      expect(answer.status).toBe(400);
    },
  );

  it('is refused by its announced size before it is read', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => {
        const lines = Object.entries({
          host: `127.0.0.1:${port}`,
          ...honest(test),
          'content-length': String(MAX_MESSAGE + 1),
        }).map(([name, value]) => `${name}: ${value}`);
        socket.write(`POST /bridge/app.hello HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      });
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
  });

  it('is refused when it grows beyond the bound without having said so', async () => {
    const status = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => {
        const lines = Object.entries({
          host: `127.0.0.1:${port}`,
          ...honest(test),
          'transfer-encoding': 'chunked',
        }).map(([name, value]) => `${name}: ${value}`);
        socket.write(`POST /bridge/app.hello HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        const chunk = Buffer.alloc(1024 * 1024);
        for (let sent = 0; sent <= MAX_MESSAGE; sent += chunk.byteLength) {
          socket.write(`${chunk.byteLength.toString(16)}\r\n`);
          socket.write(chunk);
          socket.write('\r\n');
        }
      });
      // The server closes while this side still writes.
      socket.on('error', () => socket.destroy());
      socket.once('data', (data) => {
        resolve(data.toString().slice(0, 12));
        socket.destroy();
      });
    });
    expect(status).toBe('HTTP/1.1 413');
  });

  it('of a request that is no HTTP closes the connection and nothing else', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => socket.write('\0\0\0\r\n\r\n'));
      socket.once('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(await call(test, 'app.hello', {})).toMatchObject({ shell: 'web' });
  });
});

function frameOf(json: string): Uint8Array {
  const text = utf8.encode(json);
  const frame = new Uint8Array(4 + text.byteLength);
  new DataView(frame.buffer).setUint32(0, text.byteLength);
  frame.set(text, 4);
  return frame;
}
