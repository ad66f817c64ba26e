import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALLS_BY_SOCKET,
  MAX_CALL,
  MAX_CALL_MESSAGE,
  readAnswer,
  readCall,
  writeAnswer,
  writeCall,
} from '@shared/contract/call-message';
import { contract, isChannel } from '@shared/contract/contract';
import { ANSWERS_LOCKED } from '@electron/bridge/locked-channels';

const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const content = fc.uint8Array({ maxLength: 300 }).map((value) => new Uint8Array(value));
const channel = fc.constantFrom(...Object.keys(contract));

describe('a call in one message', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(number, channel, content, (n, name, frame) => {
        const call = { number: n, channel: name, frame };
        expect(readCall(writeCall(call))).toEqual(call);
      }),
    );
  });

  it('is read out of the middle of a buffer', () => {
    const call = { number: 7, channel: 'register.commit', frame: new Uint8Array([1, 2]) };
    const message = writeCall(call);
    const around = new Uint8Array([9, 9, ...message, 9]);
    expect(readCall(around.subarray(2, 2 + message.byteLength))).toEqual(call);
  });

  it.each<[string, number[]]>([
    ['nothing', []],
    ['half a number', [0, 0]],
    ['a number alone', [0, 0, 0, 1]],
    ['a name that is not there', [0, 0, 0, 1, 4, 97]],
    ['no name', [0, 0, 0, 1, 0, 97]],
    ['a name with a slash', [0, 0, 0, 1, 3, 97, 47, 97]],
    ['a name beyond ASCII', [0, 0, 0, 1, 2, 208, 144]],
    ['a name that is too long', [0, 0, 0, 1, 101, ...new Array<number>(101).fill(97)]],
  ])('is none with %s', (_, bytes) => {
    expect(readCall(new Uint8Array(bytes))).toBeNull();
  });

  it('fits with the longest name and the largest frame', () => {
    const frame = new Uint8Array(MAX_CALL);
    const message = writeCall({ number: 1, channel: 'a'.repeat(100), frame });
    expect(message.byteLength).toBe(MAX_CALL_MESSAGE);
    expect(readCall(message)?.frame.byteLength).toBe(MAX_CALL);
  });

  it('is one or none, whatever noise it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const call = readCall(noise);
        if (call !== null) expect(writeCall(call)).toEqual(new Uint8Array(noise));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an answer in one message', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(number, fc.boolean(), content, (n, ok, bytes) => {
        expect(readAnswer(writeAnswer(n, ok, bytes))).toEqual({ number: n, ok, content: bytes });
      }),
    );
  });

  it.each<[string, number[]]>([
    ['nothing', []],
    ['a number alone', [0, 0, 0, 1]],
    ['neither answer nor failure', [0, 0, 0, 1, 2]],
  ])('is none with %s', (_, bytes) => {
    expect(readAnswer(new Uint8Array(bytes))).toBeNull();
  });
});

describe('the channels that go by socket', () => {
  it.each([...CALLS_BY_SOCKET])('%s is a channel, and takes no secret', (name) => {
    expect(isChannel(name)).toBe(true);
    expect(name).not.toMatch(/^(protection|operators|texts)\./);
  });

  it('keep a commit behind the lock', () => {
    expect(ANSWERS_LOCKED['register.commit']).toBe(false);
    expect(CALLS_BY_SOCKET.has('register.commit')).toBe(true);
  });
});
