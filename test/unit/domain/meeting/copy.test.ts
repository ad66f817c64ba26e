import { describe, expect, it } from 'vitest';
import {
  copyOf,
  daysOf,
  patternOf,
  placePattern,
  reconveningOf,
} from '@shared/domain/meeting/copy';
import { instantAt, planSessions } from '@shared/domain/meeting/plan-sessions';
import { MEETING_DEFAULTS, meetingFields, type Meeting } from '@shared/domain/meeting/types';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const timeZone = 'America/New_York';

const earlier: Meeting = {
  ...MEETING_DEFAULTS,
  id: uuid(1),
  programme: uuid(2),
  body: 'pcg',
  ordinal: 17,
  title: 'Policy Consultative Group',
  pillars: ['iii'],
  hosts: [
    { kind: 'institution', name: 'Turkish National Police', party: null },
    { kind: 'country', name: 'Türkiye', party: uuid(3) },
  ],
  city: 'New York',
  country: 'USA',
  timeZone,
  planned: { format: 'in-person', start: '2026-03-02', end: '2026-03-04' },
  announced: { format: 'hybrid', start: '2026-03-06', end: '2026-03-08' },
  actual: { format: 'hybrid', start: '2026-03-06', end: '2026-03-08' },
  changeReason: 'The building was closed',
  postponedOn: '2026-03-01',
  state: 'closed',
  rules: { ...MEETING_DEFAULTS.rules, thresholdMinutes: 25, dayCountsForSessions: true },
  nominationDeadline: '2026-02-20',
  caps: { inPerson: 3, virtual: 7 },
  purpose: 'To report on it.',
  retentionMonths: 24,
};
// Over the change of 8 March 2026: the clock time is the pattern, not the instant.
const sessions = planSessions({
  ...{ start: '2026-03-06', end: '2026-03-08', timeZone },
  sittings: [{ from: '10:00', to: '13:00' }],
  name: (day) => `Day ${day}`,
}).map((one, index) => ({ ...one, id: uuid(10 + index), meeting: earlier.id }));

describe('a copy', () => {
  it('takes over what the next meeting has in common, and nothing that is its own', () => {
    const copy = copyOf(earlier);
    expect(copy).toEqual({
      ...MEETING_DEFAULTS,
      programme: earlier.programme,
      body: 'pcg',
      title: earlier.title,
      pillars: ['iii'],
      hosts: earlier.hosts,
      city: 'New York',
      country: 'USA',
      timeZone,
      planned: { format: 'hybrid', start: null, end: null },
      rules: earlier.rules,
      caps: { inPerson: 3, virtual: 7 },
      purpose: 'To report on it.',
      retentionMonths: 24,
    });
    expect(meetingFields.safeParse(copy).success).toBe(true);
  });

  it('that reconvenes it keeps the number and names the earlier one', () => {
    expect(reconveningOf(earlier)).toEqual({
      ...copyOf(earlier),
      ordinal: 17,
      reconvenes: earlier.id,
    });
  });
});

describe('the pattern of sessions', () => {
  it('is days and hours of the place, also across a change of clocks', () => {
    const pattern = patternOf(earlier, [...sessions].reverse());
    expect(pattern).toEqual([
      { name: 'Day 1', day: 0, from: '10:00', to: '13:00' },
      { name: 'Day 2', day: 1, from: '10:00', to: '13:00' },
      { name: 'Day 3', day: 2, from: '10:00', to: '13:00' },
    ]);
    expect(daysOf(pattern)).toBe(3);
    const placed = placePattern(pattern, '2026-10-31');
    expect(placed.map(({ date, from }) => instantAt(date, from, timeZone))).toEqual([
      '2026-10-31T14:00:00.000Z',
      '2026-11-01T15:00:00.000Z',
      '2026-11-02T15:00:00.000Z',
    ]);
  });

  it('begins with the meeting, or with its first session when that is known better', () => {
    const later = sessions.slice(1);
    expect(patternOf(earlier, later).map(({ day }) => day)).toEqual([1, 2]);
    const month = { ...earlier, actual: { format: null, start: '2026-03', end: '2026-03' } };
    expect(patternOf(month, later).map(({ day }) => day)).toEqual([0, 1]);
  });

  it('of no sessions is none, and takes a day', () => {
    expect(patternOf(earlier, [])).toEqual([]);
    expect(daysOf([])).toBe(1);
  });
});
