import { describe, expect, it } from 'vitest';
import { dueOn, keptUntil } from '@shared/domain/person/retention';
import { MEETING_DEFAULTS, type Schedule } from '@shared/domain/meeting/types';

const schedule = (start: string | null, end: string | null = start): Schedule => ({
  format: 'hybrid',
  start,
  end,
});

const meeting = (planned: Schedule, retentionMonths: number | null, actual?: Schedule) => ({
  ...MEETING_DEFAULTS,
  planned,
  actual: actual ?? null,
  retentionMonths,
});

describe('how long a meeting needs its participants’ data', () => {
  it.each([
    [schedule('2023-09-12', '2023-09-13'), 6, '2024-03-13'],
    [schedule('2023-09-12'), 12, '2024-09-12'],
    [schedule('2023-08-31'), 6, '2024-02-29'],
    [schedule('2022-08-31'), 6, '2023-02-28'],
    [schedule('2023-12-31'), 2, '2024-02-29'],
    [schedule('2023-09-13'), 0, '2023-09-13'],
    [schedule('2013-05'), 12, '2014-05-31'],
    [schedule('2009'), 24, '2011-12-31'],
    [schedule('2024-02'), 1, '2024-03-29'],
    [schedule('2023-09-12', null), 6, '2024-03-12'],
  ])('%o and %i months: %s', (planned, months, expected) => {
    expect(keptUntil(meeting(planned, months))).toBe(expected);
  });

  it('is not known without a retention, or without an end', () => {
    expect(keptUntil(meeting(schedule('2023-09-12'), null))).toBeNull();
    expect(keptUntil(meeting(schedule(null), 12))).toBeNull();
  });

  it('counts from the dates that held, not from those that were planned', () => {
    const postponed = meeting(schedule('2023-02-07', '2023-02-08'), 6, schedule('2023-09-13'));
    expect(keptUntil(postponed)).toBe('2024-03-13');
  });
});

describe('when a person is due', () => {
  const short = meeting(schedule('2023-06-13'), 6);
  const long = meeting(schedule('2023-03-01'), 24);

  it('is the latest day of all their meetings', () => {
    expect(dueOn([short])).toBe('2023-12-13');
    expect(dueOn([short, long])).toBe('2025-03-01');
    expect(dueOn([long, short])).toBe('2025-03-01');
  });

  it('is never as long as one meeting has no day', () => {
    expect(dueOn([short, meeting(schedule('2023-06-13'), null)])).toBeNull();
    expect(dueOn([])).toBeNull();
  });
});
