import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { encodeFrame } from '@shared/contract/wire';
import { utf8 } from '@electron/web/http';
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
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.close());

type Headers = Record<string, string>;

/** The status with which the handshake is refused, or `open`. */
async function knock(headers: Headers, path = '/events', origin = test.origin) {
  const socket = new WebSocket(`ws://127.0.0.1:${test.server.port}${path}`, { headers, origin });
  const outcome = await new Promise<string>((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('error', (fault) => resolve(fault.message));
  });
  socket.terminate();
  return outcome;
}

describe('the socket of events', () => {
  it('opens for a window with the cookie', async () => {
    expect(await knock({ cookie: test.cookie })).toBe('open');
  });

  it.each<[string, () => Headers, string?, (() => string)?]>([
    ['no cookie', () => ({})],
    ['a wrong cookie', () => ({ cookie: `rostrum-${test.server.port}=x` })],
    ['the secret elsewhere', () => ({ authorization: `Bearer ${SECRET}` })],
    ['a foreign Host', () => ({ cookie: test.cookie, host: 'example.org' })],
    ['another path', () => ({ cookie: test.cookie }), '/bridge/app.hello'],
    ['a foreign Origin', () => ({ cookie: test.cookie }), '/events', () => 'https://example.org'],
    ['a null Origin', () => ({ cookie: test.cookie }), '/events', () => 'null'],
    [
      'another port of this machine',
      () => ({ cookie: test.cookie, 'sec-fetch-site': 'same-site' }),
      '/events',
      () => test.origin,
    ],
  ])('stays closed for %s', async (_, headers, path, origin) => {
    const outcome = await knock(headers(), path, origin?.() ?? test.origin);
    expect(outcome).toBe('Unexpected server response: 403');
  });

  it('stays closed without an Origin', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${test.server.port}/events`, {
      headers: { cookie: test.cookie },
    });
    const [fault] = (await once(socket, 'error').catch((error: unknown) => [error])) as [Error];
    expect(fault.message).toContain('403');
  });

  const port = () => test.server.port;
  it.each<[string, () => Headers]>([
    ['an honest window', () => ({})],
    ['another name of this machine', () => ({ host: `localhost:${port()}` })],
    [
      'another name in Host and Origin',
      () => ({ host: `localhost:${port()}`, origin: `http://localhost:${port()}` }),
    ],
    ['a Host without its port', () => ({ host: '127.0.0.1' })],
    ['another port in Host', () => ({ host: '127.0.0.1:1' })],
    ['another port in Origin', () => ({ origin: 'http://127.0.0.1:1' })],
    ['https in Origin', () => ({ origin: `https://127.0.0.1:${port()}` })],
    ['a foreign Origin', () => ({ origin: 'https://example.org' })],
    ['an empty Origin', () => ({ origin: '' })],
    ['an empty cookie', () => ({ cookie: `rostrum-${port()}=` })],
    ['the cookie of another port', () => ({ cookie: `rostrum-1=${SECRET}` })],
    ['a cookie that begins like ours', () => ({ cookie: `${test.cookie}x` })],
    ['a page of this origin', () => ({ 'sec-fetch-site': 'same-origin' })],
    ['a page of another site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['a page of another port', () => ({ 'sec-fetch-site': 'same-site' })],
  ])(
    'opens, now that calls go over it, exactly for whom a POST is answered: %s',
    async (_, own) => {
      const headers = { ...honest(test), ...own() };
      const posted = await ask(port(), {
        method: 'POST',
        path: '/bridge/settings.read',
        headers,
        body: encodeFrame({}, utf8),
      });
      const { 'content-type': _type, ...asSocket } = headers;
      const socket = new WebSocket(`ws://127.0.0.1:${port()}/events`, { headers: asSocket });
      const opened = await new Promise<number>((resolve) => {
        socket.on('open', () => resolve(200));
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      });
      socket.on('error', () => undefined);
      socket.terminate();
      expect([200, 403]).toContain(posted.status);
      expect(opened).toBe(posted.status);
    },
  );

  it('tells a window how far the register is, and every window of a commit', async () => {
    const open = () =>
      new WebSocket(`ws://127.0.0.1:${test.server.port}/events`, {
        headers: { cookie: test.cookie },
        origin: test.origin,
      });
    const heard = async (socket: WebSocket): Promise<unknown> =>
      JSON.parse(String((await once(socket, 'message'))[0]));
    const event = (last: number) => ({ name: 'register.committed', value: { last, epoch: 0 } });
    const first = open();
    expect(await heard(first)).toEqual(event(0));
    const told = heard(first);
    await call(test, 'register.commit', { drafts: [someDraft(), someDraft()] });
    expect(await told).toEqual(event(2));
    const second = open();
    expect(await heard(second)).toEqual(event(2));
    first.terminate();
    second.terminate();
  });

  it('closes on a window that talks too much', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${test.server.port}/events`, {
      headers: { cookie: test.cookie },
      origin: test.origin,
    });
    await once(socket, 'open');
    socket.send('x'.repeat(5000));
    await once(socket, 'close');
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });
});
