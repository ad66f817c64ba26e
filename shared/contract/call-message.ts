import type { ChannelName } from './contract';

/**
 * How the web shell carries small calls over the socket of its events. One binary message each way:
 *
 *     call:    number (4 bytes, big-endian) · length of the channel's name (1) · name · frame
 *     answer:  number (4 bytes, big-endian) · 1 · frame, or 0 · the failure's text in UTF-8
 *
 * The number is the page's, so that answers may come in any order; frames are those of wire.ts.
 */
export interface CallMessage {
  readonly number: number;
  readonly channel: string;
  readonly frame: Uint8Array;
}

export interface AnswerMessage {
  readonly number: number;
  readonly ok: boolean;
  /** A frame, or the text of a `BridgeError`. */
  readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * The channels that go this way: those that an act at the desk waits for, and that answer with about
 * as much as they were asked with. A browser's POST costs two or three milliseconds more, which
 * matters for nothing else; what may be long (pages of the journal, files) is left to HTTP, which
 * knows how to wait for a slow reader.
 */
export const CALLS_BY_SOCKET: ReadonlySet<string> = new Set<ChannelName>([
  'register.commit',
  'register.status',
  'settings.read',
  'settings.write',
]);

/** The largest frame that is asked this way, in bytes; a larger one goes by POST. */
export const MAX_CALL = 256 * 1024;
/** The most calls that are under way on one socket; one more goes by POST. */
export const MAX_CALLS = 32;

const NUMBER = 4;
const HEAD = NUMBER + 1;
const CHANNEL = /^[A-Za-z.]{1,100}$/;

/** The largest message that can be a call, in bytes. */
export const MAX_CALL_MESSAGE = HEAD + 100 + MAX_CALL;

export function writeCall({ number, channel, frame }: CallMessage): Uint8Array<ArrayBuffer> {
  const name = Uint8Array.from(channel, (letter) => letter.charCodeAt(0));
  return message(number, name.byteLength, name, frame);
}

/** Null for anything that `writeCall` cannot have written for the name of a channel. */
export function readCall(bytes: Uint8Array): CallMessage | null {
  const head = readHead(bytes);
  if (head === null) return null;
  const end = HEAD + head.second;
  if (end > bytes.byteLength) return null;
  const channel = String.fromCharCode(...bytes.subarray(HEAD, end));
  if (!CHANNEL.test(channel)) return null;
  return { number: head.number, channel, frame: bytes.subarray(end) };
}

export function writeAnswer(
  number: number,
  ok: boolean,
  content: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return message(number, ok ? 1 : 0, content);
}

/** Null for anything that `writeAnswer` cannot have written. */
export function readAnswer(bytes: Uint8Array<ArrayBuffer>): AnswerMessage | null {
  const head = readHead(bytes);
  if (head === null || head.second > 1) return null;
  return { number: head.number, ok: head.second === 1, content: bytes.subarray(HEAD) };
}

function message(
  number: number,
  second: number,
  ...parts: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, HEAD);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, number);
  view.setUint8(NUMBER, second);
  let position = HEAD;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.byteLength;
  }
  return bytes;
}

function readHead(bytes: Uint8Array): { number: number; second: number } | null {
  if (bytes.byteLength < HEAD) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { number: view.getUint32(0), second: view.getUint8(NUMBER) };
}
