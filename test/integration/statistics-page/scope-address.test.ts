import { describe, expect, it } from 'vitest';
import {
  levelOf,
  meetingScope,
  yearScope,
  yearsOf,
  yearToShow,
} from '@renderer/features/statistics/scope-address';
import { MEETING_DEFAULTS, type Meeting, type MeetingState } from '@shared/domain/meeting/types';
import { PROGRAMME_DEFAULTS, type Programme } from '@shared/domain/programme/operations';

function meeting(id: string, body: string, start: string | null, state: MeetingState): Meeting {
  const planned = { format: null, start, end: start };
  return { ...MEETING_DEFAULTS, id, body, planned, state };
}

const programme: Programme = {
  ...PROGRAMME_DEFAULTS,
  id: 'programme',
  bodies: [
    { id: 'experts', kind: 'expert', pillar: null, abbreviation: 'E', names: {} },
    { id: 'policy', kind: 'policy', pillar: null, abbreviation: 'P', names: {} },
  ],
};

const MEETINGS = [
  meeting('a', 'experts', '2023-06-13', 'closed'),
  meeting('b', 'experts', '2023-09', 'archived'),
  meeting('c', 'policy', '2023-12-11', 'closed'),
];

const query = (text: string) => new URLSearchParams(text);

describe('scope in the address', () => {
  it.each([
    ['', { kind: 'meeting', meeting: 'm' }, 'meeting'],
    ['day=2023-09-12', { kind: 'day', meeting: 'm', date: '2023-09-12' }, 'day'],
    ['session=s', { kind: 'session', meeting: 'm', session: 's' }, 'session'],
  ])('of a meeting: "%s"', (text, scope, level) => {
    expect(meetingScope('m', query(text))).toEqual(scope);
    expect(levelOf(meetingScope('m', query(text)), query(text))).toBe(level);
  });

  it.each([
    ['', { kind: 'year', year: 2023 }, 'year'],
    ['meetings=expert', { kind: 'meetings', meetings: ['a', 'b'] }, 'expert'],
    ['meetings=c,a', { kind: 'meetings', meetings: ['c', 'a'] }, 'chosen'],
    ['meetings=c,elsewhere', { kind: 'meetings', meetings: ['c'] }, 'chosen'],
    ['meetings=', { kind: 'meetings', meetings: [] }, 'chosen'],
  ])('of a year: "%s"', (text, scope, level) => {
    const found = yearScope(2023, query(text), MEETINGS, programme);
    expect(found).toEqual(scope);
    expect(levelOf(found, query(text))).toBe(level);
  });
});

describe('year to look back on', () => {
  it('is the latest in which a meeting has closed', () => {
    const later = meeting('d', 'policy', '2026-11-22', 'in-session');
    expect(yearToShow([...MEETINGS, later])).toBe(2023);
    expect(yearsOf([...MEETINGS, later])).toEqual([2026, 2023]);
  });

  it('is the latest at all while none has closed', () => {
    expect(yearToShow([meeting('d', 'policy', '2026-11-22', 'planned')])).toBe(2026);
  });

  it('is none while no meeting has a date', () => {
    expect(yearToShow([meeting('d', 'policy', null, 'planned')])).toBeNull();
  });
});
