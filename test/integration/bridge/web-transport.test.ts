import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CALLS_BY_SOCKET,
  MAX_CALL,
  MAX_CALLS,
  readCall,
  writeAnswer,
} from '@shared/contract/call-message';
import type { ChannelName } from '@shared/contract/contract';
import { BridgeError } from '@shared/contract/failure';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import { utf8 } from '@renderer/bridge/utf8';
import { webTransport } from '@renderer/bridge/web-transport';

/** A browser's socket whose host is the test. */
class TestSocket extends EventTarget {
  static readonly OPEN = 1;
  static readonly made: TestSocket[] = [];
  readyState = 0;
  binaryType = 'blob';
  readonly sent: Uint8Array[] = [];

  constructor(readonly url: URL) {
    super();
    TestSocket.made.push(this);
  }
  send(message: Uint8Array): void {
    this.sent.push(message);
  }
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  /** As a browser does: the socket is closing at once, and closed when the host agrees. */
  close(): void {
    this.readyState = 2;
  }
  break(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  hear(message: Uint8Array<ArrayBuffer> | string): void {
    const data = typeof message === 'string' ? message : message.slice().buffer;
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  /** The number of the call that was sent as the nth. */
  number(nth: number): number {
    return readCall(this.sent[nth] ?? new Uint8Array())?.number ?? -1;
  }
}

const frameOf = (value: unknown) => encodeFrame(value, utf8);

/** A page whose POSTs are answered with `posted`, or fail while that is null. */
function openPage() {
  const posts: string[] = [];
  const host: { posted: unknown } = { posted: { by: 'post' } };
  const page = {
    location: { href: 'http://127.0.0.1:21000/#/desk' },
    fetch: async (path: string) => {
      posts.push(path);
      if (host.posted === null) throw new TypeError('Failed to fetch');
      return new Response(frameOf(host.posted));
    },
  } as unknown as Window;
  const transport = webTransport(page);
  const stop = transport.listen('register.committed', (value) => heard.push(value));
  const heard: unknown[] = [];
  const socket = (): TestSocket => {
    const last = TestSocket.made.at(-1);
    if (last === undefined) throw new Error('no socket');
    return last;
  };
  return { transport, posts, host, heard, socket, stop };
}

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof BridgeError ? fault.code : String(fault)),
  );

beforeEach(() => {
  vi.stubGlobal('WebSocket', TestSocket);
  vi.useFakeTimers();
});
afterEach(() => {
  TestSocket.made.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a small call', () => {
  it('goes by POST while no socket is open, and by the socket once it is', async () => {
    const { transport, posts, socket } = openPage();
    expect(await transport.call('register.status', {})).toEqual({ by: 'post' });
    expect(socket().sent).toEqual([]);
    socket().open();
    const asked = transport.call('register.status', { given: 1 });
    const sent = readCall(socket().sent[0]!);
    expect(sent?.channel).toBe('register.status');
    expect(decodeFrame(sent!.frame, utf8)).toEqual({ ok: true, value: { given: 1 } });
    socket().hear(writeAnswer(sent!.number, true, frameOf({ by: 'socket' })));
    expect(await asked).toEqual({ by: 'socket' });
    expect(posts).toEqual(['/bridge/register.status']);
    expect(socket().url.href).toBe('ws://127.0.0.1:21000/events');
  });

  it('gets its own answer, in whatever order they come, between events', async () => {
    const { transport, heard, socket } = openPage();
    socket().open();
    const asked = [1, 2, 3].map((given) => transport.call('register.status', { given }));
    const event = { last: 7, epoch: 0 };
    for (const nth of [2, 0, 1]) {
      socket().hear(JSON.stringify({ name: 'register.committed', value: event }));
      socket().hear(writeAnswer(socket().number(nth), true, frameOf(nth + 1)));
    }
    expect(await Promise.all(asked)).toEqual([1, 2, 3]);
    expect(heard).toEqual([event, event, event]);
  });

  it.each(['locked', 'bad-argument', 'failed', 'unknown-channel'] as const)(
    'fails with the code that the host gives: %s',
    async (code) => {
      const { transport, socket, posts } = openPage();
      socket().open();
      const asked = codeOf(transport.call('register.status', {}));
      const text = utf8.encode(`bridge(${code}) register.status`);
      socket().hear(writeAnswer(socket().number(0), false, text));
      expect(await asked).toBe(code);
      expect(transport.connection.current()).toBe('connected');
      expect(posts).toEqual([]);
    },
  );

  it('fails when what comes back under its number is no frame', async () => {
    const { transport, socket } = openPage();
    socket().open();
    const asked = codeOf(transport.call('register.status', {}));
    socket().hear(writeAnswer(socket().number(0), true, new Uint8Array([1, 2, 3])));
    expect(await asked).toBe('bad-answer');
  });
});

describe('what does not go by the socket', () => {
  it.each<[string, ChannelName, unknown]>([
    ['a channel whose answers may be long', 'register.read', { after: 0, limit: 1 }],
    ['a secret', 'protection.unlock', { way: { kind: 'pin' } }],
    ['a file', 'blobs.put', { bytes: new Uint8Array(3) }],
    ['a call above the bound', 'register.commit', { text: 'x'.repeat(MAX_CALL) }],
  ])('%s', async (_, channel, request) => {
    const { transport, posts, socket } = openPage();
    socket().open();
    expect(await transport.call(channel, request)).toEqual({ by: 'post' });
    expect(posts).toEqual([`/bridge/${channel}`]);
    expect(socket().sent).toEqual([]);
  });

  it('a call that is made in pieces, when it is large', async () => {
    const { transport, posts, socket } = openPage();
    socket().open();
    const drafts = Array.from({ length: 30_000 }, (_, at) => ({ id: `synthetic ${at}` }));
    const asked = transport.call('register.commit', { drafts });
    await vi.runAllTimersAsync();
    expect(await asked).toEqual({ by: 'post' });
    expect(posts).toEqual(['/bridge/register.commit']);
    expect(socket().sent).toEqual([]);
  });

  it('one call more than the host takes at once', async () => {
    const { transport, posts, socket } = openPage();
    socket().open();
    const asked = Array.from({ length: MAX_CALLS }, () => transport.call('settings.read', {}));
    expect(await transport.call('settings.read', {})).toEqual({ by: 'post' });
    expect(posts).toHaveLength(1);
    expect(socket().sent).toHaveLength(MAX_CALLS);
    socket().hear(writeAnswer(socket().number(0), true, frameOf({ by: 'socket' })));
    expect(await asked[0]).toEqual({ by: 'socket' });
    void transport.call('settings.read', {});
    expect(socket().sent).toHaveLength(MAX_CALLS + 1);
  });

  it.each([2, 3])('a call while the socket closes (state %i)', async (state) => {
    const { transport, posts, socket } = openPage();
    socket().open();
    socket().readyState = state;
    expect(await transport.call('settings.read', {})).toEqual({ by: 'post' });
    expect([posts.length, socket().sent.length]).toEqual([1, 0]);
  });
});

describe('a socket that breaks while a call is under way', () => {
  it.each([...CALLS_BY_SOCKET] as ChannelName[])(
    'loses %s, which is not sent again, and says that the host is away',
    async (channel) => {
      const { transport, posts, socket } = openPage();
      const states: string[] = [];
      transport.connection.subscribe(() => states.push(transport.connection.current()));
      socket().open();
      const stateThen: string[] = [];
      const asked = [0, 1].map(() =>
        codeOf(transport.call(channel, {})).finally(() =>
          stateThen.push(transport.connection.current()),
        ),
      );
      socket().break();
      expect(await Promise.all(asked)).toEqual(['lost', 'lost']);
      expect(stateThen).toEqual(['lost', 'lost']);
      expect(posts).toEqual([]);
      const first = socket();
      await vi.advanceTimersByTimeAsync(250);
      expect(socket()).not.toBe(first);
      socket().open();
      expect(socket().sent).toEqual([]);
      expect(states).toEqual(['lost', 'connected']);
    },
  );

  it('goes by POST until the next one is open, then by that one', async () => {
    const { transport, posts, host, socket } = openPage();
    socket().open();
    socket().break();
    host.posted = null;
    expect(await codeOf(transport.call('settings.read', {}))).toBe('lost');
    await vi.advanceTimersByTimeAsync(250);
    socket().open();
    const asked = transport.call('settings.read', {});
    socket().hear(writeAnswer(socket().number(0), true, frameOf({ by: 'socket' })));
    expect(await asked).toEqual({ by: 'socket' });
    expect(posts).toEqual(['/bridge/settings.read']);
  });

  it.each<[string, (number: number) => Uint8Array<ArrayBuffer>]>([
    ['is no answer', () => new Uint8Array([1])],
    ['is empty', () => new Uint8Array()],
    ['has a mark that is none', (number) => writeAnswer(number, true, frameOf(1)).fill(9, 4, 5)],
    ['answers what nobody asked', (number) => writeAnswer(number + 1, true, frameOf(1))],
  ])('because what came %s: no call waits for ever', async (_, message) => {
    const { transport, socket } = openPage();
    socket().open();
    const asked = codeOf(transport.call('settings.read', {}));
    socket().hear(message(socket().number(0)));
    expect(socket().readyState).toBe(2);
    socket().break();
    expect(await asked).toBe('lost');
  });

  it('does not take an answer that comes a second time', async () => {
    const { transport, socket } = openPage();
    socket().open();
    const asked = transport.call('settings.read', {});
    const answer = writeAnswer(socket().number(0), true, frameOf({ once: true }));
    socket().hear(answer);
    expect(await asked).toEqual({ once: true });
    socket().hear(answer);
    expect(socket().readyState).toBe(2);
  });
});
