import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, encodeFrameInPieces, type Utf8 } from '@shared/contract/wire';

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

/** A frame with this JSON and these bytes behind it, whatever they are. */
function frame(json: string | Uint8Array, payload: number[] = [], length?: number): Uint8Array {
  const text = typeof json === 'string' ? utf8.encode(json) : json;
  const whole = new Uint8Array(4 + text.byteLength + payload.length);
  new DataView(whole.buffer).setUint32(0, length ?? text.byteLength);
  whole.set(text, 4);
  whole.set(payload, 4 + text.byteLength);
  return whole;
}

const bytes = fc.uint8Array({ maxLength: 50 }).map((value) => new Uint8Array(value));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
    bytes,
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('tree'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
}));

/** The frame, and how often it was put down in between. */
function inPieces(value: unknown): { frame: Uint8Array; pauses: number } {
  const making = encodeFrameInPieces(value, utf8);
  for (let pauses = 0; ; pauses += 1) {
    const step = making.next();
    if (step.done === true) return { frame: step.value, pauses };
  }
}

describe('a frame that is made in pieces', () => {
  const long = Array.from({ length: 5000 }, (_, at) => ({
    at,
    text: `“${String(at)}” é\n`,
    none: null,
  }));

  it.each<[string, Record<string, unknown>, number]>([
    ['a long list', { drafts: long }, 3],
    ['a long list among other members', { a: [1], drafts: long, 'a "b"': { c: null } }, 3],
    ['two long lists, of which one is', { first: long, second: long }, 3],
    ['a list that is not long', { drafts: long.slice(0, 2000) }, 0],
    ['a long list with bytes in it', { drafts: [new Uint8Array([1, 2]), ...long] }, 0],
    ['bytes beside a long list', { file: new Uint8Array([3]), drafts: long }, 0],
  ])('carries %s', (_name, value, pauses) => {
    const made = inPieces(value);
    expect(decodeFrame(made.frame, utf8)).toEqual({ ok: true, value });
    expect(made.pauses).toBe(pauses);
    expect(made.frame.byteLength).toBe(encodeFrame(value, utf8).byteLength);
  });

  it('leaves out and makes null what JSON does', () => {
    const list = [...long, undefined, Number.NaN];
    const { frame } = inPieces({ none: undefined, list });
    expect(decodeFrame(frame, utf8)).toEqual({ ok: true, value: { list: [...long, null, null] } });
  });

  it('is the same frame for any other value', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(inPieces(value)).toEqual({ frame: encodeFrame(value, utf8), pauses: 0 });
      }),
    );
  });
});

describe('a frame', () => {
  it('carries any value of JSON and bytes there and back', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const decoded = decodeFrame(encodeFrame(value, utf8), utf8);
        expect(decoded).toEqual({ ok: true, value });
      }),
    );
  });

  it('keeps data that looks like its own marks what it is: data', () => {
    const sly = { value: null, bytes: [{ at: ['x'], length: 3 }], $bytes: 'AAAA' };
    expect(decodeFrame(encodeFrame(sly, utf8), utf8)).toEqual({ ok: true, value: sly });
  });

  it('carries views of a larger buffer with their own bytes alone', () => {
    const view = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
    expect(decodeFrame(encodeFrame({ view }, utf8), utf8)).toEqual({
      ok: true,
      value: { view: new Uint8Array([1, 2, 3]) },
    });
  });

  it('costs little more than the bytes in it', () => {
    const file = new Uint8Array(1_000_000);
    expect(encodeFrame({ file }, utf8).byteLength).toBeLessThan(1_000_100);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['less than a head', new Uint8Array([0, 0, 0])],
    ['a length beyond its end', frame('{}', [], 1000)],
    ['no JSON', frame('{"value":')],
    ['no UTF-8', frame(new Uint8Array([0xff, 0xfe]))],
    ['no envelope', frame('[]')],
    ['no value', frame('{"bytes":[]}')],
    ['no list of bytes', frame('{"value":1,"bytes":{}}')],
    ['bytes nobody sent', frame('{"value":null,"bytes":[{"at":[],"length":1}]}')],
    ['bytes nobody asked for', frame('{"value":1,"bytes":[]}', [1])],
    ['a negative length', frame('{"value":null,"bytes":[{"at":[],"length":-1}]}')],
    ['a broken length', frame('{"value":null,"bytes":[{"at":[],"length":0.5}]}')],
    ['a length that is text', frame('{"value":null,"bytes":[{"at":[],"length":"1"}]}', [1])],
    ['a path that is none', frame('{"value":null,"bytes":[{"at":"x","length":1}]}', [1])],
    ['a path with an object', frame('{"value":null,"bytes":[{"at":[{}],"length":1}]}', [1])],
    ['a path to nowhere', frame('{"value":{},"bytes":[{"at":["x"],"length":1}]}', [1])],
    ['a path over a value', frame('{"value":{"x":1},"bytes":[{"at":["x"],"length":1}]}', [1])],
    ['a path through text', frame('{"value":"abc","bytes":[{"at":[0],"length":1}]}', [1])],
    [
      'a path into a prototype',
      frame('{"value":{},"bytes":[{"at":["constructor","x"],"length":1}]}', [1]),
    ],
    [
      'a path named __proto__',
      frame('{"value":{"__proto__":null},"bytes":[{"at":["__proto__"],"length":1}]}', [1]),
    ],
    [
      'one place twice',
      frame('{"value":null,"bytes":[{"at":[],"length":1},{"at":[],"length":1}]}', [1, 2]),
    ],
  ])('with %s is malformed', (_, broken) => {
    expect(decodeFrame(broken, utf8)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('is never anything but a value or malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const decoded = decodeFrame(noise, utf8);
        expect(decoded.ok ? 'a value' : decoded.reason).toMatch(/^(?:a value|malformed)$/);
      }),
    );
  });
});
