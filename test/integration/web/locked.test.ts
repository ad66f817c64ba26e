import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import { utf8 } from '@electron/web/http';
import { ask, call, honest, startTestServer, type TestServer } from '../../support/web-server';

let test: TestServer;
let port: number;
beforeAll(async () => {
  test = await startTestServer();
  port = test.server.port;
});
afterAll(() => test.close());

describe('a locked desk', () => {
  beforeEach(() => test.host.protection.set('locked'));
  afterEach(() => test.host.protection.set('none'));

  it('refuses calls with a code that the page knows', async () => {
    const body = encodeFrame({}, utf8);
    const path = '/bridge/register.status';
    const answer = await ask(port, { method: 'POST', path, headers: honest(test), body });
    expect(answer.status).toBe(423);
    expect(answer.body.toString()).toBe('bridge(locked) register.status');
    expect(await call(test, 'protection.status', {})).toMatchObject({ state: 'locked' });
  });

  it('takes no file and gives none', async () => {
    test.host.protection.set('open');
    const saved = (await call(test, 'files.save', {
      name: 'list.csv',
      bytes: new Uint8Array(1),
    })) as { download: string };
    test.host.protection.set('locked');
    const get = () => ask(port, { path: saved.download, headers: { cookie: test.cookie } });
    const path = '/files/hold?name=x&size=1';
    const held = await ask(port, { method: 'POST', path, headers: honest(test), body: 'x' });
    expect([(await get()).status, held.status]).toEqual([423, 423]);
    test.host.protection.set('open');
    expect((await get()).status).toBe(200);
  });

  it('serves the page, which asks for what unlocks it', async () => {
    expect((await ask(port, { headers: { cookie: test.cookie } })).status).toBe(200);
  });
});

describe('what pages keep in the browser', () => {
  const clear = (headers: Record<string, string>, body = '') =>
    ask(port, { method: 'POST', path: '/storage/clear', headers, body });
  afterEach(() => test.host.protection.set('none'));

  it.each(['none', 'locked'] as const)('is cleared on request (protection: %s)', async (state) => {
    test.host.protection.set(state);
    const { fetch } = (await call(test, 'app.clearStorage', {})) as { fetch: string };
    expect(fetch).toBe('/storage/clear');
    const answer = await clear(honest(test));
    expect(answer.status).toBe(200);
    expect(answer.headers['clear-site-data']).toBe('"storage"');
    expect(decodeFrame(answer.body, utf8)).toEqual({ ok: true, value: {} });
  });

  it.each<[string, () => Record<string, string>, string, number]>([
    ['without the cookie', () => ({ ...honest(test), cookie: '' }), '', 403],
    ['from elsewhere', () => ({ ...honest(test), origin: 'https://example.org' }), '', 403],
    ['with a body', () => honest(test), 'x', 413],
    ['of a form', () => ({ ...honest(test), 'content-type': 'text/plain' }), '', 400],
  ])('is not cleared by a request %s', async (_, headers, body, status) => {
    const answer = await clear(headers(), body);
    expect(answer.status).toBe(status);
    expect(answer.headers['clear-site-data']).toBeUndefined();
  });

  it('is not cleared by a link', async () => {
    const answer = await ask(port, { path: '/storage/clear', headers: { cookie: test.cookie } });
    expect(answer.status).toBe(404);
    expect(answer.headers['clear-site-data']).toBeUndefined();
  });

  it('holds no answer of the bridge: none may be stored', async () => {
    const body = encodeFrame({}, utf8);
    const answer = await ask(port, {
      ...{ method: 'POST', path: '/bridge/app.hello', headers: honest(test), body },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
