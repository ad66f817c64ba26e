/**
 * How a value crosses HTTP and the socket. One frame carries JSON and, behind it, the bytes that JSON cannot hold:
 *
 *     length of the JSON (4 bytes, big-endian) · JSON · bytes · bytes …
 *
 * The JSON is `{ value, bytes: [{ at, length }] }`: `value` has null where bytes were, `at` is the path
 * there. Bytes are marked beside the value and never inside it, so no user data can pose as them, and a
 * file of 50 MB costs 50 MB and not the third more that base64 would.
 */

/** UTF-8, given by the platform. `decode` throws on malformed input. */
export interface Utf8 {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

type Path = (string | number)[];
interface Inserted {
  at: Path;
  bytes: Uint8Array;
}

const HEAD = 4;

/**
 * Lifts the bytes out of a value; parts without bytes are passed on as they are, not copied. `at` is
 * where it stands, and is the same afterwards.
 */
function lift(value: unknown, at: Path, found: Inserted[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) {
    found.push({ at: [...at], bytes: value });
    return null;
  }
  const before = found.length;
  const below = (item: unknown, step: string | number): unknown => {
    at.push(step);
    const lifted = lift(item, at, found);
    at.pop();
    return lifted;
  };
  if (Array.isArray(value)) {
    const items = value.map(below);
    return found.length === before ? value : items;
  }
  const members = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    below(item, key),
  ]);
  return found.length === before ? value : Object.fromEntries(members);
}

/** Whether there is anything to lift: most values are JSON alone, and a large one is costly to walk. */
function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  for (const key in value) if (holdsBytes((value as Record<string, unknown>)[key])) return true;
  return false;
}

/** One frame for a value of JSON and `Uint8Array`. */
export function encodeFrame(value: unknown, utf8: Utf8): Uint8Array<ArrayBuffer> {
  const found: Inserted[] = [];
  const lifted = holdsBytes(value) ? lift(value, [], found) : value;
  const bytes = found.map(({ at, bytes }) => ({ at, length: bytes.byteLength }));
  const json = utf8.encode(JSON.stringify({ value: lifted, bytes }));
  return joined([json], found);
}

/** Members of a long list that are written in one go: some five milliseconds for an import's drafts. */
const AT_ONCE = 2000;

/**
 * The same frame, made in pieces where a member of the value is a long list: whoever asks for it lets
 * others have their turn in between. Twenty megabytes in one go hold a window up for a tenth of a second.
 */
export function* encodeFrameInPieces(
  value: unknown,
  utf8: Utf8,
): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const long = longMemberOf(value);
  if (long === null) return encodeFrame(value, utf8);
  const { name, list, others } = long;
  if (holdsBytes(others)) return encodeFrame(value, utf8);
  const rest = JSON.stringify(others).slice(1, -1);
  const json = [utf8.encode(`{"value":{${rest === '' ? '' : `${rest},`}${JSON.stringify(name)}:[`)];
  for (let at = 0; at < list.length; at += AT_ONCE) {
    const some = list.slice(at, at + AT_ONCE);
    if (holdsBytes(some)) return encodeFrame(value, utf8);
    json.push(utf8.encode(`${at === 0 ? '' : ','}${JSON.stringify(some).slice(1, -1)}`));
    yield;
  }
  json.push(utf8.encode(']},"bytes":[]}'));
  return joined(json, []);
}

/** An object's member that is worth being written in pieces, and the others. */
function longMemberOf(value: unknown) {
  if (!isObject(value) || Array.isArray(value) || value instanceof Uint8Array) return null;
  for (const [name, list] of Object.entries(value)) {
    if (!Array.isArray(list) || list.length <= AT_ONCE) continue;
    const { [name]: _long, ...others } = value;
    return { name, list: list as unknown[], others };
  }
  return null;
}

function joined(json: readonly Uint8Array[], found: readonly Inserted[]): Uint8Array<ArrayBuffer> {
  const length = json.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const total = found.reduce((sum, { bytes }) => sum + bytes.byteLength, HEAD + length);
  const frame = new Uint8Array(total);
  new DataView(frame.buffer).setUint32(0, length);
  let position = HEAD;
  for (const bytes of [...json, ...found.map((one) => one.bytes)]) {
    frame.set(bytes, position);
    position += bytes.byteLength;
  }
  return frame;
}

export type Decoded = { ok: true; value: unknown } | { ok: false; reason: 'malformed' };

const malformed: Decoded = { ok: false, reason: 'malformed' };

/** The value of a frame. Anything that `encodeFrame` cannot have written is malformed. */
export function decodeFrame(frame: Uint8Array, utf8: Utf8): Decoded {
  if (frame.byteLength < HEAD) return malformed;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const end = HEAD + view.getUint32(0);
  if (end > frame.byteLength) return malformed;
  const envelope = readEnvelope(frame.subarray(HEAD, end), utf8);
  if (envelope === null) return malformed;

  const holder = { value: envelope.value };
  let position = end;
  for (const { at, length } of envelope.bytes) {
    if (position + length > frame.byteLength) return malformed;
    // A copy: a `Buffer` would only give a view of the whole frame.
    const bytes = new Uint8Array(frame.subarray(position, position + length));
    position += length;
    if (!insert(holder, ['value', ...at], bytes)) return malformed;
  }
  return position === frame.byteLength ? { ok: true, value: holder.value } : malformed;
}

interface Envelope {
  value: unknown;
  bytes: { at: Path; length: number }[];
}

function readEnvelope(json: Uint8Array, utf8: Utf8): Envelope | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8.decode(json));
  } catch {
    return null;
  }
  if (!isObject(parsed) || !Object.hasOwn(parsed, 'value') || !Array.isArray(parsed['bytes'])) {
    return null;
  }
  const bytes: unknown[] = parsed['bytes'];
  return bytes.every(isPlace) ? { value: parsed['value'], bytes } : null;
}

function isPlace(entry: unknown): entry is { at: Path; length: number } {
  if (!isObject(entry) || !Array.isArray(entry['at'])) return false;
  const length = entry['length'];
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) return false;
  return entry['at'].every((step) => typeof step === 'string' || typeof step === 'number');
}

/** Puts bytes where the path leads, only over a null that the value really has there. */
function insert(holder: object, at: Path, bytes: Uint8Array): boolean {
  let place: unknown = holder;
  for (const [index, step] of at.entries()) {
    if (!isObject(place) || !Object.hasOwn(place, step)) return false;
    if (index === at.length - 1) {
      if (place[step] !== null || step === '__proto__') return false;
      place[step] = bytes;
      return true;
    }
    place = place[step];
  }
  return false;
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
