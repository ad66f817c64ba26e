import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { someDraft } from '../../support/fake-host';
import { call, SECRET, startTestServer, type TestServer } from '../../support/web-server';

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
