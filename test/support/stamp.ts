import { writeStamp } from '@shared/operation/clock';
import { canonicalJson } from '@shared/operation/json';
import type { Draft, Operation } from '@shared/operation/operation';

/** What a register would put on drafts, without chain and seal: enough to be projected. */
export interface Stamping {
  /** UUID of the replica. */
  readonly replica: string;
  /** Milliseconds of the first stamp; each further draft is stamped a millisecond later. */
  readonly fromMs: number;
}

const NO_HASH = '0'.repeat(64);
const DEFAULT: Stamping = {
  replica: '01890000-0000-7000-8000-000000000001',
  fromMs: Date.UTC(2026, 10, 21),
};

export function* stamp(
  drafts: Iterable<Draft>,
  { replica, fromMs }: Stamping = DEFAULT,
): Generator<Operation> {
  let seq = 0;
  for (const { personal, ...open } of drafts) {
    seq += 1;
    yield {
      ...open,
      replica,
      seq,
      prev: NO_HASH,
      at: writeStamp({ ms: fromMs + seq, counter: 0 }, replica),
      actor: replica,
      sealed:
        personal === null
          ? null
          : { digest: NO_HASH, salt: NO_HASH.slice(0, 32), text: canonicalJson(personal) },
    };
  }
}
