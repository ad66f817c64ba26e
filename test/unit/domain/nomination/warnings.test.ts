import { describe, expect, it } from 'vitest';
import { byDayReceived, delegations } from '@shared/domain/nomination/delegations';
import { nominationWarnings, overCaps } from '@shared/domain/nomination/warnings';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import { id, meeting, nomination, OTHER_PARTY, party, PARTY, person } from './build';

const one = nomination('1', { state: 'received', receivedOn: '2023-11-20' });

function warningsOf(
  of: Nomination,
  given: {
    meeting?: Partial<Meeting>;
    nominations?: Nomination[];
    parties?: Party[];
    people?: Person[];
  },
) {
  const all = nominationWarnings({
    meeting: meeting(given.meeting),
    nominations: given.nominations ?? [of],
    parties: given.parties ?? [party(PARTY)],
    people: given.people ?? [],
  });
  return all.get(of.id) ?? [];
}

describe('warnings', () => {
  it('are none where nothing is the matter', () => {
    expect(warningsOf(one, {})).toEqual([]);
  });

  it.each([
    ['2023-11-20', []],
    ['2023-11-19', [{ code: 'late', deadline: '2023-11-19', receivedOn: '2023-11-20' }]],
  ])('the deadline %s', (nominationDeadline, expected) => {
    expect(warningsOf(one, { meeting: { nominationDeadline } })).toEqual(expected);
  });

  it.each([
    ['closed', 'meeting-closed'],
    ['archived', 'meeting-closed'],
    ['cancelled', 'meeting-closed'],
    ['nominations-closed', 'nominations-closed'],
    ['nominations-open', undefined],
    ['postponed', undefined],
  ] as const)('a meeting that is %s', (state, code) => {
    expect(warningsOf(one, { meeting: { state } })[0]?.code).toBe(code);
  });

  it('say nothing of who was accepted before a meeting was closed, but of who came after it', () => {
    const before = nomination('2', { receivedOn: '2023-12-12' });
    const after = nomination('3', { receivedOn: '2023-12-13' });
    const closed = { meeting: { state: 'closed' as const }, nominations: [before, after] };
    expect(warningsOf(before, closed)).toEqual([]);
    expect(warningsOf(after, closed)).toMatchObject([{ code: 'meeting-closed' }]);
  });

  it('of a walk-in that they wait to be approved, and not that they came late', () => {
    const walkIn = nomination('2', { walkIn: true, state: 'received', receivedOn: '2023-12-11' });
    const set = { nominationDeadline: '2023-11-19' };
    for (const state of ['nominations-closed', 'in-session', 'closed'] as const) {
      expect(warningsOf(walkIn, { meeting: { ...set, state } })).toEqual([{ code: 'provisional' }]);
    }
    const approved = { ...walkIn, state: 'accepted' as const };
    expect(warningsOf(approved, { meeting: { ...set, state: 'in-session' } })).toEqual([]);
    const held = meeting(set);
    expect(byDayReceived(held, [walkIn])).toMatchObject([{ late: false, waiting: 1 }]);
    const [delegation] = delegations(held, [party(PARTY)], [walkIn], '2023-12-11');
    expect(delegation?.gaps).not.toContain('late');
  });

  it('count a cap with the one that waits, by modality, without interpreters', () => {
    const nominations = [
      one,
      nomination('2'),
      nomination('3', { modality: 'virtual' }),
      nomination('4', { capacity: 'interpreter' }),
      nomination('5', { state: 'withdrawn' }),
    ];
    const caps = (inPerson: number) => ({
      nominations,
      meeting: { caps: { inPerson, virtual: 1 } },
    });
    expect(warningsOf(one, caps(2))).toEqual([]);
    expect(warningsOf(one, caps(1))).toEqual([
      { code: 'over-cap', modality: 'in-person', count: 2, cap: 1 },
    ]);
    const under = meeting({ caps: { inPerson: 1, virtual: null } });
    expect(overCaps(under, nominations)).toEqual([]);
    expect(overCaps(under, nominations, new Set([one.id]))).toEqual([
      { party: PARTY, modality: 'in-person', count: 2, cap: 1 },
    ]);
  });

  it.each([
    ['was a member until before', [{ status: 'member', from: null, to: '2023-01-01' }], true],
    ['is a member only afterwards', [{ status: 'member', from: '2024-01-01', to: null }], true],
    ['never was one', [], false],
    ['is an observer', [{ status: 'observer', from: null, to: null }], false],
  ] as const)('a party that %s', (_, statuses, isWarned) => {
    const parties = [party(PARTY, { statuses: [...statuses] })];
    expect(warningsOf(one, { parties })).toEqual(
      isWarned ? [{ code: 'not-a-party', on: '2023-12-11' }] : [],
    );
  });

  it('one person by two parties, also under two merged records', () => {
    const people = [person('1'), person('2', { mergedInto: id('e1') })];
    const second = nomination('2', { party: OTHER_PARTY });
    const nominations = [one, second];
    expect(warningsOf(one, { nominations, people })).toEqual([
      { code: 'also-by', parties: [OTHER_PARTY] },
    ]);
    expect(warningsOf(second, { nominations, people })).toEqual([
      { code: 'also-by', parties: [PARTY] },
    ]);
    const ended: Nomination = { ...second, state: 'withdrawn' };
    expect(warningsOf(one, { nominations: [one, ended], people })).toEqual([]);
  });

  it('one person twice by one party', () => {
    const again = nomination('2', { person: one.person });
    expect(warningsOf(one, { nominations: [one, again] })).toEqual([{ code: 'twice' }]);
  });

  it('two people with one e-mail, but not one person with two records, nor who was forgotten', () => {
    const email = 'shared@example.org';
    const mine = person('1', { emails: [email] });
    const theirs = person('2', { emails: ['Shared@Example.org '] });
    expect(warningsOf(one, { people: [mine, theirs] })).toEqual([
      { code: 'shared-email', email, people: [theirs.id] },
    ]);
    const merged = { ...theirs, mergedInto: mine.id };
    expect(warningsOf(one, { people: [mine, merged] })).toEqual([]);
    expect(warningsOf(one, { people: [mine, { ...theirs, forgotten: true }] })).toEqual([]);
  });
});

describe('delegations', () => {
  const observer = party(id('c1'), { statuses: [{ status: 'observer', from: null, to: null }] });
  const former = party(id('c2'), {
    statuses: [{ status: 'member', from: null, to: '2020-01-01' }],
  });
  const parties = [party(PARTY), party(OTHER_PARTY), observer, former];

  it('are every partner and whoever else named somebody', () => {
    const list = [one, nomination('2', { party: observer.id })];
    const found = delegations(meeting(), parties, list, '2026-11-22');
    expect(found.map((each) => each.party)).toEqual([PARTY, OTHER_PARTY, observer.id]);
    expect(found[1]?.gaps).toEqual(['no-nomination']);
  });

  it('put the head first and say what is missing', () => {
    const head = nomination('2', { capacity: 'head' });
    const list = [one, head];
    const caps = { inPerson: 0, virtual: null };
    const late = { nominationDeadline: '2023-11-01', caps };
    const [found] = delegations(meeting(late), parties, list, '2026-11-22');
    expect(found?.nominations.map((each) => each.id)).toEqual([head.id, one.id]);
    expect(found).toMatchObject({
      heads: [head],
      expected: { 'in-person': 1, virtual: 0 },
      waiting: 1,
      gaps: ['over-cap', 'late'],
    });
    const headless = delegations(meeting(), parties, [one], '2026-11-22');
    expect(headless[0]?.gaps).toEqual(['no-head']);
  });

  it('take their status from the day of the meeting, else from today', () => {
    const undated = meeting({ planned: { format: null, start: '2019', end: null } });
    const partners = (today: string) =>
      delegations(undated, parties, [], today).map((each) => each.party);
    expect(partners('2026-11-22')).not.toContain(former.id);
    expect(partners('2019-06-01')).toContain(former.id);
  });
});

describe('by day received', () => {
  it('lists the latest day first and those without one last', () => {
    const list = [
      one,
      nomination('2', { receivedOn: '2023-11-20' }),
      nomination('3', { receivedOn: '2023-11-21' }),
      nomination('4'),
    ];
    expect(byDayReceived({ nominationDeadline: '2023-11-20' }, list)).toEqual([
      { day: '2023-11-21', all: 1, waiting: 0, late: true },
      { day: '2023-11-20', all: 2, waiting: 1, late: false },
      { day: null, all: 1, waiting: 0, late: false },
    ]);
  });
});
