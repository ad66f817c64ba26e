import { fstatSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Operation } from '@shared/operation/operation';
import type { Cipher } from './cipher';
import { replicaKeySchema, type ReplicaKey } from './keys';
import { lockSchema } from './meta';
import { NOBODY } from './forgotten-mark';
import { fromHex, toHex } from './row';
import type { CommitRecord } from './store';

/**
 * The backup file: a header and then frames, only ever appended.
 *
 *     frame = length u32 | payload | n f64 | hash 32 | more u8 | length u32 | crc32 u32
 *
 * The payload is JSON of operations, their commits and, where they are new in this file, the public
 * keys of the replicas, through the cipher. `n` and `hash` are those of its last
 * operation, so that register and backup are compared without reading either. A commit larger than
 * one frame has `more` in all but its last. The length stands on both sides: the file is read from
 * its end as well as from its beginning, and a truncated or damaged frame is recognised.
 */

const MAGIC = Buffer.from('ROSTRUM REGISTER BACKUP 1\n');
const LENGTH = 4;
const TRAILER = 8 + 32 + 1 + 4 + 4;
const MAX_PAYLOAD = 1 << 29;
const NO_HASH = '0'.repeat(64);

const headerSchema = z.object({
  /** The life of the register that writes into this file. */
  life: z.uuid(),
  /** Earlier lives of the same register. */
  lineage: z.array(z.uuid()),
  /** What the frames are sealed with. */
  lock: lockSchema,
  /** Who was forgotten when the file was begun: see forgotten-mark.ts. Older files do not say. */
  forgotten: z.string().default(NOBODY),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** Where a frame ends and what it reaches up to. */
export interface FrameEnd {
  readonly end: number;
  readonly n: number;
  readonly hash: string;
  readonly more: boolean;
}

interface Frame extends FrameEnd {
  readonly start: number;
  readonly payload: Uint8Array;
}

const pageSchema = z.object({
  operations: z.array(z.unknown()),
  commits: z.array(
    z.object({
      replica: z.uuid(),
      first: z.int().min(1),
      last: z.int().min(1),
      signature: z.string().nullable(),
    }),
  ),
  /** Older files have none. */
  keys: z.array(replicaKeySchema).default([]),
});
/** What a frame carries. Operations are judged one by one by whoever takes them over. */
export type BackupPage = z.infer<typeof pageSchema>;

export interface OpenedBackup {
  readonly header: BackupHeader;
  /** Where the first frame begins. */
  readonly begin: number;
}

export function encodeHeader(header: BackupHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(text.length, 0);
  numbers.writeUInt32LE(crc32(text), 4);
  return Buffer.concat([MAGIC, numbers, text]);
}

/** The header, or null when the file does not begin with a sound one. */
export function readHeader(fd: number): OpenedBackup | null {
  const size = fstatSync(fd).size;
  const start = readExactly(fd, 0, MAGIC.length + 8, size);
  if (start === null || !start.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const length = start.readUInt32LE(MAGIC.length);
  const text = readExactly(fd, start.length, length, size);
  if (text === null || crc32(text) !== start.readUInt32LE(MAGIC.length + 4)) return null;
  const header = parseHeader(text.toString());
  return header === null ? null : { header, begin: start.length + length };
}

function parseHeader(text: string): BackupHeader | null {
  try {
    return headerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The bytes of one frame. */
export function encodeFrame(
  page: {
    operations: readonly Operation[];
    commits: readonly CommitRecord[];
    keys?: readonly ReplicaKey[];
  },
  last: { n: number; hash: string },
  more: boolean,
  header: BackupHeader,
  cipher: Cipher,
): Buffer {
  const payload = cipher.seal(Buffer.from(JSON.stringify(page)), contextOf(header));
  const frame = Buffer.alloc(LENGTH + payload.length + TRAILER);
  frame.writeUInt32LE(payload.length, 0);
  frame.set(payload, LENGTH);
  let at = LENGTH + payload.length;
  at = frame.writeDoubleLE(last.n, at);
  frame.set(fromHex(last.hash), at);
  at = frame.writeUInt8(more ? 1 : 0, at + 32);
  at = frame.writeUInt32LE(payload.length, at);
  frame.writeUInt32LE(crc32(frame.subarray(LENGTH, at)), at);
  return frame;
}

/** The operations of a frame, or null when they cannot be deciphered or read. */
export function decodeFrame(frame: Frame, header: BackupHeader, cipher: Cipher): BackupPage | null {
  try {
    const text = Buffer.from(cipher.open(frame.payload, contextOf(header))).toString();
    return pageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const contextOf = (header: BackupHeader) => `backup:${header.life}`;

/** The frames from `position` on, up to the end or to the first one that is not whole. */
export function* framesFrom(fd: number, position: number): Generator<Frame, void> {
  const size = fstatSync(fd).size;
  for (let at = position; ;) {
    const head = readExactly(fd, at, LENGTH, size);
    if (head === null) return;
    const frame = readFrame(fd, at, head.readUInt32LE(0), size);
    if (frame === null) return;
    yield frame;
    at = frame.end;
  }
}

/** The frame that ends where the file ends, or null when the file's end is not a whole frame. */
export function frameEndingAt(fd: number, end: number, begin: number): Frame | null {
  const trailer = readExactly(fd, end - TRAILER, TRAILER, end);
  if (trailer === null) return null;
  const length = trailer.readUInt32LE(41);
  const start = end - TRAILER - length - LENGTH;
  if (start < begin) return null;
  const head = readExactly(fd, start, LENGTH, end);
  return head?.readUInt32LE(0) === length ? readFrame(fd, start, length, end) : null;
}

/**
 * Where the file ends soundly: after its last whole commit. Reads the last frame only, and all
 * frames when that one is not whole.
 */
export function soundEnd(fd: number, begin: number): FrameEnd {
  const size = fstatSync(fd).size;
  const last = size === begin ? null : frameEndingAt(fd, size, begin);
  if (last !== null && !last.more) return last;
  let sound: FrameEnd = { end: begin, n: 0, hash: NO_HASH, more: false };
  for (const frame of framesFrom(fd, begin)) if (!frame.more) sound = frame;
  return sound;
}

/**
 * Everything that can be read, commit by commit: from the beginning up to damage, and beyond it
 * from the end backwards. A commit that is not there whole at the end of the file is left out.
 */
export function* commitsIn(
  fd: number,
  { header, begin }: OpenedBackup,
  cipher: Cipher,
): Generator<BackupPage[], void> {
  let pages: BackupPage[] = [];
  let reached = begin;
  const take = (frame: Frame): BackupPage[] => {
    const page = decodeFrame(frame, header, cipher);
    if (page !== null) pages.push(page);
    const whole = frame.more ? [] : pages;
    if (!frame.more) pages = [];
    return whole;
  };
  for (const frame of framesFrom(fd, begin)) {
    reached = frame.end;
    const whole = take(frame);
    if (whole.length > 0) yield whole;
  }
  pages = [];
  for (const frame of framesBackwards(fd, reached)) {
    const whole = take(frame);
    if (whole.length > 0) yield whole;
  }
}

/** The whole frames between `reached` and the end of the file, in order of the file. */
function framesBackwards(fd: number, reached: number): Frame[] {
  const frames: Frame[] = [];
  let end = fstatSync(fd).size;
  for (;;) {
    const frame = frameEndingAt(fd, end, reached);
    if (frame === null) return frames.reverse();
    frames.push(frame);
    end = frame.start;
  }
}

function readFrame(fd: number, start: number, length: number, size: number): Frame | null {
  if (length > MAX_PAYLOAD) return null;
  const bytes = readExactly(fd, start + LENGTH, length + TRAILER, size);
  if (bytes === null) return null;
  const checked = bytes.length - 4;
  if (bytes.readUInt32LE(checked) !== crc32(bytes.subarray(0, checked))) return null;
  if (bytes.readUInt32LE(checked - 4) !== length) return null;
  return {
    start,
    end: start + LENGTH + length + TRAILER,
    payload: bytes.subarray(0, length),
    n: bytes.readDoubleLE(length),
    hash: toHex(bytes.subarray(length + 8, length + 40)),
    more: bytes[length + 40] === 1,
  };
}

/** `length` bytes at `position`, or null when there are not that many before `size`. */
function readExactly(fd: number, position: number, length: number, size: number): Buffer | null {
  if (position < 0 || position + length > size) return null;
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(fd, bytes, done, length - done, position + done);
    if (count === 0) return null;
    done += count;
  }
  return bytes;
}
