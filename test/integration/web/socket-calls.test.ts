import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { contract } from '@shared/contract/contract';
import {
  CALLS_BY_SOCKET,
  MAX_CALL,
  MAX_CALL_MESSAGE,
  MAX_CALLS,
  readAnswer,
  writeCall,
} from '@shared/contract/call-message';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import type { Router } from '@electron/bridge/router';
import { utf8 } from '@electron/web/http';
import { someDraft } from '../../support/fake-host';
import { ask, honest, startTestServer, type TestServer } from '../../support/web-server';

/** A run is repeated with the seed that its title prints; more of it with `FUZZ_CASES=10000`. */
const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const CASES = Number(process.env['FUZZ_CASES'] ?? 500);

let test: TestServer;
/** While it is set, no call is answered until it resolves. */
let gate: Promise<void> | null = null;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  const held = (router: Router): Router => ({
    ...router,
    async call(channel, argument, caller) {
      if (channel !== 'register.status') await gate;
      return router.call(channel, argument, caller);
    },
  });
  test = await startTestServer(held);
});
afterAll(() => test.close());
afterEach(() => {
  test.host.protection.set('none');
  for (const socket of sockets.splice(0)) socket.terminate();
});

interface Window {
  readonly socket: WebSocket;
  readonly events: string[];
  send(number: number, channel: string, frame: Uint8Array): void;
  /** The next answer that is not heard yet. */
  answer(): Promise<{ number: number; ok: boolean; content: Uint8Array }>;
}

async function openWindow(): Promise<Window> {
  const socket = new WebSocket(`ws://127.0.0.1:${test.server.port}/events`, {
    headers: { cookie: test.cookie },
    origin: test.origin,
  });
  sockets.push(socket);
  const events: string[] = [];
  const answers: Uint8Array<ArrayBuffer>[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) return void events.push(data.toString());
    answers.push(new Uint8Array(data));
    waiting.shift()?.();
  });
  await once(socket, 'open');
  return {
    socket,
    events,
    send: (number, channel, frame) => socket.send(writeCall({ number, channel, frame })),
    async answer() {
      if (answers.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      const read = readAnswer(answers.shift() ?? new Uint8Array());
      if (read === null) throw new Error('not an answer');
      return read;
    },
  };
}

const frameOf = (value: unknown) => encodeFrame(value, utf8);

async function bySocket(channel: string, frame: Uint8Array) {
  const window = await openWindow();
  window.send(1, channel, frame);
  const { ok, content } = await window.answer();
  return ok
    ? { ok, value: decodeFrame(content, utf8) }
    : { ok, value: Buffer.from(content).toString() };
}

async function byPost(channel: string, frame: Uint8Array) {
  const { status, body } = await ask(test.server.port, {
    method: 'POST',
    path: `/bridge/${channel}`,
    headers: honest(test),
    body: frame,
  });
  const ok = status === 200;
  return ok ? { ok, value: decodeFrame(body, utf8) } : { ok, value: body.toString() };
}

describe('a call by socket and one by POST', () => {
  const draft = someDraft();
  it.each<[string, string, Uint8Array]>([
    ['a status', 'register.status', frameOf({})],
    ['settings', 'settings.read', frameOf({})],
    ['a change of settings', 'settings.write', frameOf({ patch: { volume: 0.25 } })],
    ['a wrong argument', 'settings.write', frameOf({ patch: { volume: 7 } })],
    ['an argument too many', 'register.status', frameOf({ x: 1 })],
    ['no drafts', 'register.commit', frameOf({ drafts: [] })],
    ['a draft that is none', 'register.commit', frameOf({ drafts: [{ ...draft, v: 'x' }] })],
    ['bytes where none belong', 'register.commit', frameOf({ drafts: [new Uint8Array(3)] })],
    ['null', 'register.status', frameOf(null)],
    ['an empty frame', 'register.status', new Uint8Array()],
    ['a frame cut short', 'register.status', frameOf({}).slice(0, 9)],
    ['a frame and more', 'register.status', new Uint8Array([...frameOf({}), 0])],
    ['a channel that is none', 'register.nothing', frameOf({})],
    ['a member of every object', 'toString', frameOf({})],
  ])('get the same answer: %s', async (_, channel, frame) => {
    expect(await bySocket(channel, frame)).toEqual(await byPost(channel, frame));
  });

  it('get the same answer about a commit, but for its number', async () => {
    const commit = () => frameOf({ drafts: [someDraft(), someDraft()] });
    const shapes = [
      await bySocket('register.commit', commit()),
      await byPost('register.commit', commit()),
    ];
    for (const { ok, value } of shapes) {
      expect(ok).toBe(true);
      expect(value).toMatchObject({ ok: true, value: { ok: true, operations: [{}, {}] } });
    }
  });

  it('are both refused while the desk is locked, also on a socket that was open before', async () => {
    const window = await openWindow();
    test.host.protection.set('locked');
    const before = test.host.register.operations.length;
    const frame = frameOf({ drafts: [someDraft()] });
    window.send(1, 'register.commit', frame);
    const { ok, content } = await window.answer();
    expect([ok, Buffer.from(content).toString()]).toEqual([
      false,
      'bridge(locked) register.commit',
    ]);
    expect(await byPost('register.commit', frame)).toEqual({
      ok: false,
      value: 'bridge(locked) register.commit',
    });
    expect(test.host.register.operations).toHaveLength(before);
    window.send(2, 'settings.read', frameOf({}));
    expect(await window.answer()).toMatchObject({ number: 2, ok: true });
  });

  it('both tell nothing of a fault but that there was one', async () => {
    const status = vi.spyOn(test.host.register, 'status').mockImplementation(() => {
      throw new Error('/home/synthetic/secret.sqlite');
    });
    const answers = [
      await bySocket('register.status', frameOf({})),
      await byPost('register.status', frameOf({})),
    ];
    status.mockRestore();
    const failed = { ok: false, value: 'bridge(failed) register.status' };
    expect(answers).toEqual([failed, failed]);
    test.host.faults.length = 0;
  });
});

describe('the socket of a window', () => {
  it.each(Object.keys(contract).filter((name) => !CALLS_BY_SOCKET.has(name)))(
    'does not know the channel %s, which goes by POST',
    async (channel) => {
      expect(await bySocket(channel, frameOf({}))).toEqual({
        ok: false,
        value: 'bridge(unknown-channel) there is no such channel',
      });
    },
  );

  it('answers many calls, each under its number', async () => {
    const window = await openWindow();
    const numbers = [0, 1, 2 ** 32 - 1, 77, 5];
    for (const number of numbers) window.send(number, 'register.status', frameOf({}));
    const heard = await Promise.all(numbers.map(() => window.answer()));
    expect(heard.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    expect(heard.every(({ ok }) => ok)).toBe(true);
  });

  it('takes a number again when it was answered', async () => {
    const window = await openWindow();
    for (let round = 0; round < 3; round += 1) {
      window.send(9, 'register.status', frameOf({}));
      expect(await window.answer()).toMatchObject({ number: 9, ok: true });
    }
  });

  it('takes the largest call there is', async () => {
    const text = 'x'.repeat(MAX_CALL - 1000);
    const frame = frameOf({ drafts: [someDraft({ body: { id: 'x', text } })] });
    expect(frame.byteLength).toBeLessThanOrEqual(MAX_CALL);
    expect((await bySocket('register.commit', frame)).ok).toBe(true);
    expect(test.host.register.operations.at(-1)?.operation.body['text']).toBe(text);
    const noise = new Uint8Array(MAX_CALL);
    expect(await bySocket('register.commit', noise)).toEqual(
      await byPost('register.commit', noise),
    );
  });

  it('tells of a commit before it answers it, and tells every window', async () => {
    const [own, other] = [await openWindow(), await openWindow()];
    const last = test.host.register.operations.length + 1;
    const event = JSON.stringify({ name: 'register.committed', value: { last, epoch: 0 } });
    const told = once(other.socket, 'message');
    own.send(1, 'register.commit', frameOf({ drafts: [someDraft()] }));
    expect((await own.answer()).ok).toBe(true);
    expect(own.events).toContain(event);
    await told;
    await expect.poll(() => other.events).toContain(event);
  });
});

describe('a socket ends, and nothing is said', () => {
  const call = (number = 1) => writeCall({ number, channel: 'settings.read', frame: frameOf({}) });
  /** Holds every answer up until it is called. */
  const holdUp = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    gate = promise;
    return () => {
      gate = null;
      resolve(undefined);
    };
  };

  /** What was heard after these messages until the end of the socket. */
  async function answersTo(...messages: (string | Uint8Array)[]): Promise<number> {
    const { socket } = await openWindow();
    let answers = 0;
    socket.on('message', (_data, isBinary) => (answers += isBinary ? 1 : 0));
    const closed = once(socket, 'close');
    for (const message of messages) socket.send(message);
    await closed;
    return answers;
  }

  it.each<[string, (string | Uint8Array)[]]>([
    ['text', ['hello']],
    ['the text of an event', ['{"name":"register.committed","value":{"last":9,"epoch":0}}']],
    // Every byte of it is ASCII, so that it is the same in UTF-8.
    ['a good call, as text', [Buffer.from(call()).toString('latin1')]],
    ['a frame without a call', [frameOf({})]],
    ['an empty message', [new Uint8Array()]],
    ['half a call', [call().slice(0, 7)]],
    ['a name that is none', [writeCall({ number: 1, channel: '../x', frame: frameOf({}) })]],
    ['a message above the bound', [new Uint8Array(MAX_CALL_MESSAGE + 1)]],
    ['more than an event, as text', ['x'.repeat(5000)]],
  ])('at %s', async (_, messages) => {
    const before = test.host.register.operations.length;
    expect(await answersTo(...messages)).toBe(0);
    // What comes behind it in one piece is not done either.
    const commit = writeCall({
      number: 2,
      channel: 'register.commit',
      frame: frameOf({ drafts: [someDraft()] }),
    });
    expect(await answersTo(...messages, commit)).toBe(0);
    expect(test.host.register.operations).toHaveLength(before);
    expect(test.host.faults).toEqual([]);
  });

  it('at a number that is still under way', async () => {
    const release = holdUp();
    expect(await answersTo(call(3), call(3))).toBe(0);
    release();
  });

  it('at one call more than may be under way', async () => {
    const release = holdUp();
    const calls = Array.from({ length: MAX_CALLS + 1 }, (_, number) => call(number));
    expect(await answersTo(...calls)).toBe(0);
    release();
    const window = await openWindow();
    for (const one of calls.slice(0, MAX_CALLS)) window.socket.send(one);
    for (let at = 0; at < MAX_CALLS; at += 1) expect((await window.answer()).ok).toBe(true);
  });

  it('when its window calls and does not read', async () => {
    const { socket } = await openWindow();
    socket.on('error', () => undefined);
    socket.pause();
    const before = test.host.register.operations.length;
    const text = 'x'.repeat(MAX_CALL - 1000);
    const calls = 1000;
    const body = frameOf({ drafts: [someDraft({ body: { id: 'x', text } })] });
    const closed = once(socket, 'close');
    for (let number = 0; number < calls && socket.readyState === socket.OPEN; number += 1) {
      await new Promise<void>((resolve) => {
        socket.send(writeCall({ number, channel: 'register.commit', frame: body }), () =>
          resolve(),
        );
      });
    }
    await closed;
    expect(test.host.register.operations.length - before).toBeLessThan(calls / 2);
    test.host.register.operations.length = before;
  });

  it('when its window goes away, whatever was under way', async () => {
    const release = holdUp();
    const window = await openWindow();
    window.send(1, 'register.commit', frameOf({ drafts: [someDraft()] }));
    window.socket.terminate();
    await once(window.socket, 'close');
    release();
    expect(await bySocket('register.status', frameOf({}))).toMatchObject({ ok: true });
    expect(test.host.faults).toEqual([]);
  });

  it(`whatever noise comes (${CASES} messages, FUZZ_SEED=${SEED})`, async () => {
    const before = test.host.register.operations.length;
    const frame = frameOf({ drafts: [someDraft()] });
    const good = writeCall({ number: 1, channel: 'register.commit', frame });
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      // A name and a frame that are nearly right.
      fc
        .record({
          number: fc.nat(),
          channel: fc.constantFrom(...Object.keys(contract), 'toString', '__proto__'),
          frame: fc.uint8Array({ maxLength: 300 }),
        })
        .map(writeCall),
      // A good call, cut short or with one byte of its frame's head replaced.
      fc.nat(good.byteLength - 1).map((length) => good.slice(0, length)),
      fc
        .tuple(fc.integer({ min: 20, max: 23 }), fc.integer({ min: 1, max: 255 }))
        .map(([at, by]) => good.map((byte, index) => (index === at ? byte ^ by : byte))),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (message) => {
        const window = await openWindow();
        const closed = once(window.socket, 'close').then(() => null);
        window.socket.send(message);
        const answer = await Promise.race([closed, window.answer()]);
        window.socket.terminate();
        if (answer === null) return;
        expect(answer.ok).toBe(false);
        expect(Buffer.from(answer.content).toString()).toMatch(
          /^bridge\((bad-argument|unknown-channel)\) [\w.: -]+$/,
        );
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(test.host.register.operations).toHaveLength(before);
    expect(test.host.faults).toEqual([]);
    expect(await bySocket('register.status', frameOf({}))).toMatchObject({ ok: true });
  }, 120_000);
});
