import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../register/durable';
import { messageOf } from '../register/failures';

const FREE_TRIES = 3;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** The wait after the third wrong try, the fourth, …; the last one for all that follow. */
const DELAYS = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE];

/** A way in that can be guessed at: each has its own count. */
export type Gate = 'passphrase' | 'recovery' | `pin:${string}`;

/** The gate of an operator's PIN, at the locked screen and where operators change. */
export const pinGate = (operator: string): Gate => `pin:${operator}`;

export type Tried = { ok: true } | { ok: false; reason: 'wrong' | 'wait'; waitMs: number };

/** Wrong tries in a row, and the growing delays they bring. */
export interface Attempts {
  /** How long the next try at this gate must wait, in milliseconds; 0 when it need not. */
  waitMs(gate: Gate): number;
  /**
   * Lets a try through, or not. It is counted as a wrong one before it is looked at: neither several
   * tries at the same moment nor a program that is killed in the middle are tries for nothing.
   */
  attempt(gate: Gate, check: () => Promise<boolean>): Promise<Tried>;
  /** Forgets the wrong tries: the secret was shown to be known, or is a new one. */
  forgive(gate: Gate): void;
}

const countSchema = z.strictObject({
  wrong: z.int().min(1),
  /** When the last of them was, in milliseconds since 1970 by this machine's clock. */
  at: z.number(),
});
const fileSchema = z.strictObject({ gates: z.record(z.string(), countSchema) });

/**
 * Keeps the counts in `file`, so that starting the program again is no way around a delay. They slow
 * down somebody at the keyboard; against somebody who has the disk stands the slow hash.
 */
export function openAttempts(options: {
  file: string;
  now: () => number;
  log: (message: string) => void;
}): Attempts {
  const { file, now, log } = options;
  const counts = new Map(Object.entries(read(file, log)));

  const keep = (): void => {
    try {
      writeDurably(`${file}.new`, JSON.stringify({ gates: Object.fromEntries(counts) }));
      renameSync(`${file}.new`, file);
    } catch (error) {
      // A full disk must not keep anybody out of their data; this run counts all the same.
      log(`The wrong tries could not be written down: ${messageOf(error)}`);
    }
  };

  const waitMs = (gate: Gate): number => {
    const count = counts.get(gate);
    if (count === undefined || count.wrong < FREE_TRIES) return 0;
    const delay = DELAYS[Math.min(count.wrong - FREE_TRIES, DELAYS.length - 1)] ?? 0;
    const at = now();
    if (at < count.at) {
      // The clock was set back. The wait begins again: no shorter for it, and not a year long either.
      counts.set(gate, { ...count, at });
      keep();
      return delay;
    }
    return Math.max(0, count.at + delay - at);
  };

  const forgive = (gate: Gate): void => {
    if (counts.delete(gate)) keep();
  };

  return {
    waitMs,
    forgive,
    attempt: async (gate, check) => {
      const wait = waitMs(gate);
      if (wait > 0) return { ok: false, reason: 'wait', waitMs: wait };
      counts.set(gate, { wrong: (counts.get(gate)?.wrong ?? 0) + 1, at: now() });
      keep();
      if (!(await check())) return { ok: false, reason: 'wrong', waitMs: waitMs(gate) };
      forgive(gate);
      return { ok: true };
    },
  };
}

function read(
  file: string,
  log: (message: string) => void,
): Record<string, z.infer<typeof countSchema>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return fileSchema.parse(JSON.parse(text)).gates;
  } catch {
    // Whoever can damage it can remove it as well: it begins again.
    log('The count of wrong tries could not be read and begins again');
    return {};
  }
}
