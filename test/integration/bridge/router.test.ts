import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, type ChannelName } from '@shared/contract/contract';
import { BridgeError } from '@shared/contract/failure';
import { MAX_FILE } from '@shared/contract/limits';
import { ANSWERS_LOCKED } from '@electron/bridge/locked-channels';
import { createRouter, handlersOf } from '@electron/bridge/router';
import { fakeHost, idleShell, someDraft } from '../../support/fake-host';

const nobody = { window: null };
const bytes = (...values: number[]) => new Uint8Array(values);

const codeOf = async (answer: Promise<unknown>): Promise<string> => {
  const fault: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  return fault instanceof BridgeError ? fault.code : `no bridge error: ${String(fault)}`;
};

const NO_FILTER = {
  ...{ record: null, meeting: null, actor: null, replica: null, types: null },
  ...{ from: null, to: null },
};

/** For every channel a request that is answered. */
const good: { [C in ChannelName]: unknown } = {
  'app.hello': {},
  'app.openWindow': { route: '/projector' },
  'app.clearStorage': {},
  'settings.read': {},
  'settings.write': { patch: { sound: false } },
  'register.status': {},
  'register.commit': { drafts: [someDraft()] },
  'register.read': { after: 0, limit: 100 },
  'register.history': { record: randomUUID() },
  'register.journal': { filter: NO_FILTER, before: null, limit: 10 },
  'register.verify': {},
  'register.erasure': { persons: [randomUUID()] },
  'blobs.put': { bytes: bytes(1, 2, 3) },
  'blobs.get': { hash: 'a'.repeat(64) },
  'blobs.discard': { hash: 'a'.repeat(64) },
  'files.choose': { accept: ['csv'], multiple: true },
  'files.read': { token: 'x' },
  'files.save': { name: 'list.csv', bytes: bytes(1) },
  'print.pdf': { html: '<p>x</p>', landscape: false, pageSize: 'A4' },
  'protection.status': {},
  'protection.page': {},
  'protection.prepare': {},
  'protection.setUp': { passphrase: 'a synthetic one', keyStore: false, recovery: 'SYNTHETIC' },
  'protection.unlock': { way: { kind: 'passphrase', passphrase: 'a synthetic one' } },
  'protection.lock': {},
  'protection.changePassphrase': { proof: { kind: 'key-store' }, next: null },
  'protection.renewRecovery': { proof: { kind: 'key-store' }, recovery: 'SYNTHETIC' },
  'protection.useKeyStore': { use: true },
  'operators.signIn': { operator: randomUUID(), pin: null },
  'operators.setPin': { operator: randomUUID(), current: null, pin: '1234' },
  'texts.keep': { texts: [{ key: 'note', value: 'synthetic', at: 1 }] },
  'texts.kept': {},
  'texts.drop': {},
};

describe('the router', () => {
  it('has a handler for every channel and a channel for every handler', () => {
    expect(Object.keys(handlersOf(fakeHost())).sort()).toEqual(Object.keys(contract).sort());
  });

  it.each(Object.entries(good))(
    'answers %s with what the contract says',
    async (channel, request) => {
      const answer = await createRouter(fakeHost()).call(channel, request, nobody);
      expect(contract[channel as ChannelName].response.safeParse(answer).error).toBeUndefined();
    },
  );

  it.each(['', 'toString', '__proto__', 'register.erase', 'register'])(
    'knows no channel %j',
    async (channel) => {
      expect(await codeOf(createRouter(fakeHost()).call(channel, {}, nobody))).toBe(
        'unknown-channel',
      );
    },
  );

  it.each<[ChannelName, unknown]>([
    ['app.hello', undefined],
    ['app.hello', { token: 1 }],
    ['app.openWindow', { route: 'https://example.org' }],
    ['app.openWindow', { route: '//example.org' }],
    ['settings.write', { patch: { backupFolder: '/etc' } }],
    ['settings.write', { patch: { operator: { id: randomUUID() } } }],
    ['settings.write', {}],
    ['register.commit', { drafts: [] }],
    ['register.commit', { drafts: [someDraft({ id: 'x' })] }],
    ['register.commit', { drafts: [{ ...someDraft(), seq: 5 }] }],
    ['register.commit', { drafts: [someDraft({ type: 'Person; DROP TABLE' })] }],
    ['register.commit', { drafts: [JSON.parse('{"__proto__":{"admin":true}}')] }],
    ['register.commit', { drafts: 'all' }],
    ['register.read', { after: -1, limit: 1 }],
    ['register.read', { after: 0, limit: 10_000_000 }],
    ['register.read', { after: 0.5, limit: 1 }],
    ['register.read', { after: Number.NaN, limit: 1 }],
    ['register.history', { record: '' }],
    ['register.history', { record: 'x'.repeat(1000) }],
    ['blobs.put', { bytes: [1, 2, 3] }],
    ['blobs.put', { bytes: new Uint16Array(3) }],
    ['blobs.put', { bytes: new Uint8Array(MAX_FILE + 1) }],
    ['blobs.get', { hash: '../../register/register.sqlite' }],
    ['blobs.get', { hash: 'A'.repeat(64) }],
    ['files.choose', { accept: ['../x'], multiple: false }],
    ['files.choose', { accept: ['csv'] }],
    ['files.read', { token: 5 }],
    ['files.save', { name: '', bytes: bytes(1) }],
    ['files.save', { name: 'x', bytes: 'text' }],
    ['print.pdf', { html: '<p>x</p>', landscape: false, pageSize: '../A4' }],
    ['print.pdf', { html: '<p>x</p>', landscape: false, pageSize: { widthMm: 0, heightMm: 54 } }],
    ['print.pdf', { html: '<p>x</p>', landscape: false, pageSize: { widthMm: 50 } }],
    ['print.pdf', { html: 5, landscape: false, pageSize: 'A4' }],
    ['register.journal', { filter: {}, before: null, limit: 10 }],
    ['register.journal', { filter: NO_FILTER, before: null, limit: 1_000_000 }],
    ['register.erasure', { persons: ['x'] }],
    ['protection.unlock', { way: { kind: 'open-sesame' } }],
    ['protection.unlock', { way: { kind: 'passphrase', passphrase: 'x'.repeat(1000) } }],
    ['protection.setUp', { passphrase: null, keyStore: true }],
    ['operators.signIn', { operator: 'x', pin: null }],
    ['operators.setPin', { operator: randomUUID(), current: null, pin: '12' }],
    ['operators.setPin', { operator: randomUUID(), current: null, pin: 'abcd' }],
    ['texts.keep', { texts: [{ key: '', value: 'x', at: 1 }] }],
  ])('refuses a bad argument of %s', async (channel, request) => {
    const host = fakeHost();
    expect(await codeOf(createRouter(host).call(channel, request, nobody))).toBe('bad-argument');
    expect(host.register.operations).toEqual([]);
    expect(host.faults).toEqual([]);
  });

  it('answers noise on any channel with an answer or a bridge error, and nothing else', async () => {
    const host = fakeHost();
    const router = createRouter(host);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(contract) as ChannelName[])),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
        async (channel, request) => {
          const answer = await router
            .call(channel, request, nobody)
            .catch((fault: unknown) => fault);
          if (answer instanceof BridgeError) expect(answer.code).toBe('bad-argument');
          else expect(contract[channel].response.safeParse(answer).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(host.faults).toEqual([]);
  });

  it('reports a fault to the host and tells the page no more than its code', async () => {
    const host = fakeHost({
      blobs: {
        put: () => {
          throw new Error('/home/somebody/blobs: permission denied');
        },
        get: () => null,
        discard: () => undefined,
      },
    });
    const answer = createRouter(host).call('blobs.put', { bytes: bytes(1) }, nobody);
    await expect(answer).rejects.toThrow(/^bridge\(failed\) blobs\.put$/);
    expect(host.faults).toHaveLength(1);
  });

  it('lets no answer through that the contract does not know', async () => {
    const host = fakeHost({
      shell: {
        ...idleShell,
        saveFile: async () => ({ ok: true, saved: true, name: 'x' }) as never,
      },
    });
    const answer = createRouter(host).call('files.save', good['files.save'], nobody);
    expect(await codeOf(answer)).toBe('bad-answer');
    expect(host.faults).toHaveLength(1);
  });

  it('makes a file name safe before a shell sees it', async () => {
    const answer = await createRouter(fakeHost()).call(
      'files.save',
      { name: '../../CON.csv', bytes: bytes(1) },
      nobody,
    );
    expect(answer).toMatchObject({ name: '_CON.csv' });
  });

  it('prints nothing that runs or loads', async () => {
    const answer = await createRouter(fakeHost()).call(
      'print.pdf',
      {
        html: '<script src="https://example.org/x.js"></script>',
        landscape: false,
        pageSize: 'A4',
      },
      nobody,
    );
    expect(answer).toEqual({ ok: false, reason: 'not-self-contained' });
  });

  it('forwards every commit, until it is told to stop', async () => {
    const router = createRouter(fakeHost());
    const heard: unknown[] = [];
    const stop = router.forward((name, value) => heard.push([name, value]));
    await router.call('register.commit', { drafts: [someDraft(), someDraft()] }, nobody);
    stop();
    await router.call('register.commit', { drafts: [someDraft()] }, nobody);
    expect(heard).toEqual([['register.committed', { last: 2, epoch: 0 }]]);
  });

  it('forwards what becomes of protection, until it is told to stop', () => {
    const host = fakeHost();
    const heard: unknown[] = [];
    const stop = createRouter(host).forward((name, value) => heard.push([name, value]));
    host.protection.progress(3);
    host.protection.set('open');
    stop();
    host.protection.set('locked');
    host.protection.progress(4);
    expect(heard).toEqual([
      ['protection.progress', { step: 'journal', done: 3, total: 10 }],
      ['protection.changed', { state: 'open' }],
    ]);
  });
});

describe('a locked desk', () => {
  const locked = () => {
    const host = fakeHost();
    host.protection.set('locked');
    return host;
  };

  it.each(Object.entries(good))(
    'answers or refuses %s as it was decided',
    async (name, request) => {
      const channel = name as ChannelName;
      const host = locked();
      const answer = createRouter(host).call(channel, request, nobody);
      if (ANSWERS_LOCKED[channel]) {
        expect(contract[channel].response.safeParse(await answer).error).toBeUndefined();
      } else {
        expect(await codeOf(answer)).toBe('locked');
      }
      expect(host.register.operations).toEqual([]);
      expect(host.faults).toEqual([]);
    },
  );

  it('answers nothing but itself, the settings and what unlocks it', () => {
    expect(
      Object.keys(ANSWERS_LOCKED).filter((name) => ANSWERS_LOCKED[name as ChannelName]),
    ).toEqual([
      ...['app.hello', 'app.openWindow', 'app.clearStorage', 'settings.read'],
      ...['protection.status', 'protection.unlock', 'protection.lock'],
    ]);
  });

  it('takes whoever unlocked it with a PIN for the one who acts', async () => {
    const host = locked();
    const router = createRouter(host);
    const operator = randomUUID();
    const unlock = (pin: string) =>
      router.call('protection.unlock', { way: { kind: 'pin', operator, pin } }, nobody);
    expect(await unlock('0000')).toEqual({ ok: false, reason: 'wrong', waitMs: 0 });
    expect(host.arrived).toEqual([]);
    expect(await unlock('1234')).toEqual({ ok: true });
    expect(host.arrived).toEqual([operator]);
  });
});
