import { linkHash, sealDigest, type Sha256 } from '../journal/chain';
import { tick, writeStamp, type ClockState } from '../operation/clock';
import { canonicalJson } from '../operation/json';
import type { Draft, Operation, Sealed } from '../operation/operation';

/** Where a replica stands: what its next operation follows. */
export interface Head {
  readonly replica: string;
  /** Number of the last operation, 0 before the first. */
  readonly seq: number;
  /** Hash of the last operation; `CHAIN_START` before the first. */
  readonly hash: string;
  readonly clock: ClockState;
}

export interface StampContext {
  readonly actor: string;
  /** Wall clock in milliseconds since the epoch. */
  readonly wallMs: number;
  readonly sha256: Sha256;
  /** 16 random bytes in Base64, fresh at every call. */
  readonly newSalt: () => string;
}

export interface StampResult {
  readonly head: Head;
  readonly operations: { readonly operation: Operation; readonly hash: string }[];
}

/** Makes operations of drafts: numbers without a gap, each one chained to the one before it. */
export function stamp(head: Head, drafts: readonly Draft[], context: StampContext): StampResult {
  const { replica } = head;
  const operations: StampResult['operations'] = [];
  let { seq, hash, clock } = head;
  for (const draft of drafts) {
    seq += 1;
    clock = tick(clock, context.wallMs);
    const { id, meeting, type, v, over, subjects, blobs, body, personal } = draft;
    const operation: Operation = {
      ...{ id, replica, seq, prev: hash, at: writeStamp(clock, replica), actor: context.actor },
      ...{ meeting, type, v, over, subjects, blobs, body },
      sealed: personal === null ? null : seal(canonicalJson(personal), context),
    };
    hash = linkHash(operation, context.sha256);
    operations.push({ operation, hash });
  }
  return { head: { replica, seq, hash, clock }, operations };
}

function seal(text: string, { newSalt, sha256 }: StampContext): Sealed {
  const salt = newSalt();
  return { digest: sealDigest(salt, text, sha256), salt, text };
}
