import { describe, expect, it } from 'vitest';
import { MEETING_DEFAULTS, type Meeting } from '@shared/domain/meeting/types';
import type { NominationFacts } from '@shared/statistics/world';
import { awaitsReconfirmation } from '@shared/statistics/reconfirmation';
import { meeting as worldMeeting, nomination } from './build-world';

const planned = { format: 'hybrid', start: '2023-02-07', end: '2023-02-08' } as const;
const ankara: Meeting = {
  ...MEETING_DEFAULTS,
  ...worldMeeting('m', '2023-09-12', {}),
  state: 'nominations-open',
  planned,
  announced: { format: 'hybrid', start: '2023-09-12', end: '2023-09-13' },
  actual: null,
  postponedOn: '2023-02-06',
};

const early = nomination('ana', 'TUR', { state: 'accepted', receivedOn: '2023-01-20' });
const late = nomination('bea', 'TUR', { state: 'accepted', receivedOn: '2023-04-20' });
const between = nomination('cem', 'TUR', { state: 'accepted', receivedOn: '2023-02-07' });
const undated = nomination('dan', 'TUR', { state: 'accepted' });
const all: NominationFacts[] = [early, late, between, undated];

const waiting = (meeting: Partial<Meeting>, nominations = all) =>
  nominations.filter(awaitsReconfirmation({ ...ankara, ...meeting }, nominations));

describe('after a postponement', () => {
  it('those wait who were named by its day, before anybody has answered', () => {
    expect(waiting({})).toEqual([early]);
  });

  it('all wait while the dates are open', () => {
    expect(waiting({ state: 'postponed' })).toEqual(all);
  });

  it('also when nominations are open again before the new dates are known', () => {
    const announced = { format: 'hybrid', start: null, end: null } as const;
    expect(waiting({ announced })).toEqual([early]);
  });

  it('that was recorded long after it, the dates that were given up decide', () => {
    expect(waiting({ postponedOn: '2026-11-22' })).toEqual([early, between]);
  });

  it('of dates that were known by their month, whoever was named in it waits', () => {
    const month = { format: null, start: '2023-01', end: '2023-01' };
    expect(waiting({ planned: month, postponedOn: '2023-03-01' })).toEqual([early]);
  });

  it('nobody waits at a meeting that was merely moved', () => {
    expect(waiting({ postponedOn: null })).toEqual([]);
  });
});
