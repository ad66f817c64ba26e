import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Row } from '@shared/projections/row';
import { onlineResult } from '@shared/statistics/virtual/online-result';
import { LiveResult } from '@renderer/features/virtual/result/live-result';
import type { Follower } from '@renderer/db/store';
import { meeting, meetingWorld } from '../statistics/build-world';

const RESULT = onlineResult(meetingWorld(meeting('m', '2023-06-13')));
const row = (table: string) => ({ table, id: table, meeting: 'm' }) as unknown as Row;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that notes what it is asked, and what it answers. */
function opened(answer: () => Promise<unknown>, attendance = true) {
  const asked: (readonly Row[] | null)[] = [];
  let follower: Follower = () => undefined;
  let ended = 0;
  const live = new LiveResult({
    database: { name: 'db', key: null },
    meeting: 'm',
    attendance,
    open: () => ({
      run: ((_: string, input: { changed: readonly Row[] | null }) => {
        asked.push(input.changed);
        return answer();
      }) as never,
      end: () => void (ended += 1),
    }),
    follow: (one) => {
      follower = one;
      return () => undefined;
    },
  });
  const stop = live.start();
  return { live, asked, stop, ended: () => ended, tell: (rows: Row[] | null) => follower(rows) };
}

describe('the live result', () => {
  it('reads everything once, then what changed, gathered', async () => {
    const { live, asked, tell } = opened(() => Promise.resolve(RESULT));
    await vi.advanceTimersByTimeAsync(0);
    expect(live.snapshot()).toEqual({ state: 'ready', value: RESULT });
    tell([row('logins'), row('agenda')]);
    tell([row('attendance')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map((rows) => rows?.map(({ table }) => table) ?? null)).toEqual([
      null,
      ['logins', 'attendance'],
    ]);
  });

  it('asks for nothing when only the desks are busy and nobody wants to know', async () => {
    const { asked, tell } = opened(() => Promise.resolve(RESULT), false);
    await vi.advanceTimersByTimeAsync(0);
    tell([row('attendance')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
  });

  it('reads everything afresh when what is stored was made anew', async () => {
    const { asked, tell } = opened(() => Promise.resolve(RESULT));
    await vi.advanceTimersByTimeAsync(0);
    tell(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([null, null]);
  });

  it('says that it failed, and tries again from the beginning', async () => {
    let fails = true;
    const { live, asked } = opened(() =>
      fails ? Promise.reject(new Error('no room')) : Promise.resolve(RESULT),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(live.snapshot()).toEqual({ state: 'failed', message: 'no room' });
    fails = false;
    live.retry();
    expect(live.snapshot().state).toBe('loading');
    await vi.advanceTimersByTimeAsync(0);
    expect(live.snapshot().state).toBe('ready');
    expect(asked).toEqual([null, null]);
  });

  it('ends its worker', async () => {
    const { stop, ended } = opened(() => Promise.resolve(RESULT));
    await vi.advanceTimersByTimeAsync(0);
    stop();
    expect(ended()).toBe(1);
  });
});
