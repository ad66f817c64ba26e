import { describe, expect, it } from 'vitest';
import {
  CLOCK_START,
  MAX_DRIFT_MS,
  observe,
  readStamp,
  stampTime,
  tick,
  writeStamp,
  type ClockState,
} from '@shared/operation/clock';
import { stampSchema } from '@shared/operation/operation';

const REPLICA = '1a2b3c4d-0000-4000-8000-000000000000';
const NOON = Date.UTC(2023, 5, 13, 12);
const DAY = 86_400_000;

/** A wall clock by what it does wrong: what it shows at each of twenty thousand stamps. */
const misbehaviours: Record<string, (step: number) => number> = {
  'a right clock': (step) => NOON + step * 7,
  'a stuttering clock': (step) => NOON + Math.floor(step / 900) * 15,
  'a clock that stands still': () => NOON,
  'a regressing clock': (step) => NOON - step * 1000,
  'a clock set back by a day': (step) => NOON + step - (step > 5000 ? DAY : 0),
  'a clock that jumps to and fro': (step) => NOON + (step % 2 === 0 ? DAY : 0),
  'a drifting clock': (step) => NOON + Math.floor(step * 1.7),
  'a clock before 1970': (step) => -DAY + step,
};

describe('tick', () => {
  it.each(Object.entries(misbehaviours))('%s still makes growing stamps', (_name, wall) => {
    let clock: ClockState = CLOCK_START;
    let last = '';
    for (let step = 0; step < 20_000; step += 1) {
      clock = tick(clock, wall(step));
      const stamp = writeStamp(clock, REPLICA);
      if (!(stamp > last)) expect.fail(`${stamp} does not follow ${last} at step ${step}`);
      last = stamp;
    }
    expect(stampSchema.safeParse(last).success).toBe(true);
  });

  it('an overflowing counter borrows a millisecond', () => {
    const full: ClockState = { ms: NOON, counter: 0xffff };
    expect(tick(full, NOON)).toEqual({ ms: NOON + 1, counter: 0 });
    expect(tick(full, NOON - DAY)).toEqual({ ms: NOON + 1, counter: 0 });
    expect(writeStamp(tick(full, NOON), REPLICA) > writeStamp(full, REPLICA)).toBe(true);
  });

  it('a right clock uses no counter', () => {
    expect(tick({ ms: NOON, counter: 9 }, NOON + 1)).toEqual({ ms: NOON + 1, counter: 0 });
  });
});

describe('observe', () => {
  const own: ClockState = { ms: NOON, counter: 3 };
  const seen = (ms: number, counter = 0) => writeStamp({ ms, counter }, REPLICA);

  it.each<[string, string, ClockState]>([
    ['an older stamp', seen(NOON - 1, 99), own],
    ['the same moment, a smaller counter', seen(NOON, 2), own],
    ['the same moment, a greater counter', seen(NOON, 7), { ms: NOON, counter: 7 }],
    ['a newer stamp', seen(NOON + 10, 1), { ms: NOON + 10, counter: 1 }],
    ['five minutes ahead', seen(NOON + MAX_DRIFT_MS), { ms: NOON + MAX_DRIFT_MS, counter: 0 }],
    ['a little more than five minutes ahead', seen(NOON + MAX_DRIFT_MS + 1), own],
    ['a day ahead', seen(NOON + DAY), own],
    ['no date at all', '2023-99-99T99:99:99.999Z-0000-1a2b3c4d', own],
  ])('%s', (_name, stamp, expected) => {
    expect(observe(own, stamp, NOON)).toEqual(expected);
  });

  it('what is stamped after an observation is later than what was observed', () => {
    const theirs = seen(NOON + 60_000, 12);
    const next = tick(observe(own, theirs, NOON), NOON);
    expect(writeStamp(next, REPLICA) > theirs).toBe(true);
  });
});

describe('stamps as text', () => {
  it.each([
    [{ ms: NOON, counter: 0 }, '2023-06-13T12:00:00.000Z-0000-1a2b3c4d'],
    [{ ms: NOON + 123, counter: 0xabc }, '2023-06-13T12:00:00.123Z-0abc-1a2b3c4d'],
    [{ ms: 0, counter: 0xffff }, '1970-01-01T00:00:00.000Z-ffff-1a2b3c4d'],
  ])('%j ⇄ %s', (state, text) => {
    expect(writeStamp(state, REPLICA)).toBe(text);
    expect(readStamp(text)).toEqual(state);
    expect(stampTime(text)).toBe(new Date(state.ms).toISOString());
  });

  it('two replicas never make the same stamp', () => {
    const state = { ms: NOON, counter: 1 };
    expect(writeStamp(state, REPLICA)).not.toBe(writeStamp(state, `9${REPLICA.slice(1)}`));
  });
});
