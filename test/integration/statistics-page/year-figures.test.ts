import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { YearFigures } from '@renderer/features/statistics/year-figures';
import type { DatabaseRef } from '@renderer/db/database';
import type { Follower } from '@renderer/db/store';
import type { KeptWorker } from '@renderer/workers/kept-worker';
import { countYearJob, type CountYearInput } from '@renderer/workers/jobs/statistics';
import type { AttendanceRow, Row } from '@shared/projections/row';
import type { Statistics } from '@shared/statistics/result';
import { meetingId, programmeId, sampleDatabase } from './sample-database';

const YEAR = { kind: 'year', year: 2023 } as const;

/** A worker without a thread: answers when it is told to, or with what a job says. */
class StandIn {
  readonly asked: CountYearInput[] = [];
  readonly ended = vi.fn();
  answer: (input: CountYearInput) => Promise<Statistics | null> = () => Promise.resolve(null);

  readonly worker = {
    run: (_job: string, input: unknown) => {
      this.asked.push(input as CountYearInput);
      return this.answer(input as CountYearInput);
    },
    end: this.ended,
  } as unknown as KeptWorker;
}

let followers: Set<Follower>;
let standIn: StandIn;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  followers = new Set();
  standIn = new StandIn();
});

afterEach(() => {
  vi.useRealTimers();
});

const NO_DATABASE: DatabaseRef = { name: 'none', key: null };

function figures(database: DatabaseRef = NO_DATABASE, programme = 'none'): YearFigures {
  return new YearFigures({
    database,
    programme,
    year: 2023,
    open: () => standIn.worker,
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  });
}

const change = (rows: readonly Row[] | null) => {
  for (const follower of followers) follower(rows);
};

const row = (table: Row['table']) => ({ table, id: 'x', meeting: 'm' }) as unknown as Row;

/** Everything that is under way has come to its end. */
const settled = () => vi.advanceTimersByTimeAsync(0);

describe('figures of a year', () => {
  it('read everything first, then tell the worker only what changed, gathered', async () => {
    const year = figures();
    year.start();
    year.count(YEAR);
    await settled();
    expect(standIn.asked.map(({ changed }) => changed)).toEqual([null]);
    change([row('attendance')]);
    change([row('attendance'), row('versions'), row('nominations')]);
    await settled();
    expect(standIn.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(standIn.asked[1]?.changed?.map(({ table }) => table)).toEqual([
      'attendance',
      'attendance',
      'nominations',
    ]);
  });

  it('do not count again for what no figure is made of', async () => {
    const year = figures();
    year.start();
    year.count(YEAR);
    await settled();
    change([row('versions'), row('agenda')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(standIn.asked).toHaveLength(1);
  });

  it('read afresh when all projections were made again', async () => {
    const year = figures();
    year.start();
    year.count(YEAR);
    await settled();
    change([row('attendance')]);
    change(null);
    await vi.advanceTimersByTimeAsync(400);
    expect(standIn.asked.map(({ changed }) => changed)).toEqual([null, null]);
  });

  it('lose nothing that changes while the worker counts', async () => {
    let release: () => void = () => undefined;
    standIn.answer = () => new Promise((resolve) => (release = () => resolve(null)));
    const year = figures();
    year.start();
    year.count(YEAR);
    await settled();
    change([row('attendance')]);
    await vi.advanceTimersByTimeAsync(400);
    expect(standIn.asked).toHaveLength(1);
    release();
    await settled();
    expect(standIn.asked.map(({ changed }) => changed?.length ?? null)).toEqual([null, 1]);
  });

  it('say why they failed, and read afresh when tried again', async () => {
    standIn.answer = () => Promise.reject(new Error('the disk is full'));
    const year = figures();
    year.start();
    year.count(YEAR);
    await settled();
    expect(year.snapshot()).toEqual({ state: 'failed', message: 'the disk is full' });
    standIn.answer = () => Promise.resolve(null);
    year.retry();
    expect(year.snapshot()).toEqual({ state: 'loading' });
    await settled();
    expect(year.snapshot()).toEqual({ state: 'ready', value: null });
    expect(standIn.asked.map(({ changed }) => changed)).toEqual([null, null]);
  });

  it('end their worker and hear no more', async () => {
    const year = figures();
    const stop = year.start();
    year.count(YEAR);
    await settled();
    stop();
    expect(standIn.ended).toHaveBeenCalledOnce();
    expect(followers.size).toBe(0);
  });

  it('come out of the database, and follow it', async () => {
    vi.useRealTimers();
    const db = await sampleDatabase();
    standIn.answer = countYearJob;
    const year = figures(db.ref, programmeId());
    const shown = (participations: number) =>
      vi.waitFor(() => {
        const now = year.snapshot();
        expect(now.state === 'ready' && now.value?.figures.participations.value).toBe(
          participations,
        );
      });
    const stop = year.start();
    year.count(YEAR);
    await shown(507);
    year.count({ kind: 'meetings', meetings: [meetingId('A'), meetingId('B'), meetingId('C')] });
    await shown(398);
    const rows = (await db.rows('attendance').ofMeeting(meetingId('A'))) as AttendanceRow[];
    const inRoomOnly = rows.map((one): AttendanceRow => ({ ...one, e: {} }));
    change(inRoomOnly);
    // Of the first meeting those remain who were online: its platform's report says so.
    await shown(398 - 95);
    stop();
    db.close();
  });
});
