import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Roots } from '@shared/domain/person/roots';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { personsOf, type Link } from '@shared/domain/virtual/types';
import { digestMeeting } from '@shared/statistics/digest';
import { MergedFacts, personFacts } from '@shared/statistics/merged';
import type { Scope } from '@shared/statistics/scope';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import { LiveStatistics } from '../../../renderer/workers/jobs/statistics-live';
import { evidenceLogins } from '@shared/statistics/virtual/evidence';
import {
  event,
  login,
  meeting,
  meetingWorld,
  nomination,
  party,
  session,
  world,
} from './build-world';
import { randomWorld } from './random-world';

const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const SCOPE: Scope = { kind: 'meetings', meetings: ['m1', 'm2', 'm3'] };

function person(id: string, set: Partial<Person> = {}): Person {
  return { ...PERSON_DEFAULTS, id, ...set };
}

const merging = (from: string, into: string) =>
  new Roots(PEOPLE.map((id) => ({ id, mergedInto: id === from ? into : null })));

function mergedWorld(all: World, roots: Roots, merged = new MergedFacts(roots)): World {
  return {
    ...all,
    meetings: all.meetings.map((one) => ({
      ...one,
      nominations: merged.nominations(one.nominations),
      attendance: merged.attendance(one.attendance),
      logins: merged.logins(one.logins),
    })),
  };
}

/** The meetings of which a record is part in any way. */
function meetingsOf(all: World, record: string): Set<string> {
  const found = all.meetings.filter(
    (one) =>
      one.nominations.some((nominated) => nominated.person === record) ||
      one.attendance.some((seen) => seen.person === record) ||
      one.logins.some(
        ({ link, rejected }) => personsOf(link).includes(record) || rejected.includes(record),
      ),
  );
  return new Set(found.map((one) => one.meeting.id));
}

describe('merging two records', () => {
  it('that never share a meeting changes distinct persons by one and nothing else', () => {
    let both = 0;
    fc.assert(
      fc.property(randomWorld, fc.subarray(['m1', 'm2', 'm3']), (random, ofFirst) => {
        // p0 is kept at some meetings and p1 at the others.
        const all: World = {
          ...random,
          meetings: random.meetings.map((one) => {
            const [kept, gone] = ofFirst.includes(one.meeting.id) ? ['p0', 'p1'] : ['p1', 'p0'];
            const seen = one.attendance.filter(({ person: who }) => who !== gone && who !== kept);
            const events = [event('reception', { when: '2023-06-13T08:00:00Z' })];
            return {
              ...one,
              nominations: one.nominations.filter((nominated) => nominated.person !== gone),
              attendance: [...seen, { meeting: '', person: kept, events }],
              logins: one.logins
                .filter(({ link }) => !personsOf(link).includes(gone))
                .map((read) => ({ ...read, rejected: read.rejected.filter((id) => id !== gone) })),
            };
          }),
        };
        const held = all.meetings.filter(({ meeting: { state } }) => state !== 'cancelled');
        const came = (record: string) =>
          held.some((one) => {
            const who = digestMeeting(one).participants.get(record);
            return who?.isParticipant === true && who.presence.attended;
          });
        const less = came('p0') && came('p1') ? 1 : 0;
        both += less;
        const before = statisticsOf(all, SCOPE);
        const after = statisticsOf(mergedWorld(all, merging('p1', 'p0')), SCOPE);
        const { distinctPersons, ...others } = after.figures;
        const { distinctPersons: was, ...otherwise } = before.figures;
        expect(distinctPersons.value).toBe(was.value - less);
        expect(others).toEqual(otherwise);
        for (const part of ['modality', 'byStatus', 'parties', 'breakdowns'] as const) {
          expect(after[part]).toEqual(before[part]);
        }
        expect(after.modalityOfPersons.attended).toBe(distinctPersons.value);
      }),
      { numRuns: 300 },
    );
    expect(both).toBeGreaterThan(3);
  });

  it('counts each meeting once for the person, whoever of the records was there', () => {
    fc.assert(
      fc.property(randomWorld, (all) => {
        const roots = merging('p1', 'p0');
        const merged = statisticsOf(mergedWorld(all, roots), SCOPE);
        const plain = statisticsOf(all, SCOPE);
        const shared = [...meetingsOf(all, 'p0')].filter((id) => meetingsOf(all, 'p1').has(id));
        const fewer = plain.figures.participations.value - merged.figures.participations.value;
        expect(fewer).toBeLessThanOrEqual(shared.length);
        expect(merged.modality.attended).toBe(merged.figures.participations.value);
      }),
      { numRuns: 200 },
    );
  });

  it('counts on, merge by merge and arrival by arrival, like a recount', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('merge' as const), from: fc.nat(5), into: fc.nat(5) }),
      fc.record({ kind: fc.constant('arrive' as const), who: fc.nat(5), at: fc.nat(2) }),
      fc.record({ kind: fc.constant('part' as const), from: fc.nat(5) }),
    );
    fc.assert(
      fc.property(randomWorld, fc.array(step, { maxLength: 8 }), (start, steps) => {
        const live = new LiveStatistics();
        const pointers = new Map<string, string | null>(PEOPLE.map((id) => [id, null]));
        let raw: World = start;
        let merged = new MergedFacts(new Roots([]));
        const show = () => {
          const people = [...pointers].map(([id, mergedInto]) => person(id, { mergedInto }));
          const roots = new Roots(people);
          if (!roots.equals(merged.roots)) merged = new MergedFacts(roots);
          const now = {
            ...mergedWorld(raw, roots, merged),
            people: personFacts(people, roots),
          };
          live.update(now);
          expect(live.statistics(SCOPE)).toEqual(statisticsOf(now, SCOPE));
        };
        show();
        for (const one of steps) {
          if (one.kind === 'merge') pointers.set(PEOPLE[one.from]!, PEOPLE[one.into]!);
          else if (one.kind === 'part') pointers.set(PEOPLE[one.from]!, null);
          else {
            const who = PEOPLE[one.who]!;
            const before = raw.meetings[one.at]!;
            const others = before.attendance.filter((seen) => seen.person !== who);
            const own = before.attendance.find((seen) => seen.person === who)?.events ?? [];
            const events = [...own, event('reception', { when: '2023-06-13T08:00:00Z' })];
            const seen = [...others, { meeting: '', person: who, events }];
            const after = { ...before, attendance: seen };
            raw = { ...raw, meetings: raw.meetings.with(one.at, after) };
          }
          show();
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a login that one desk linked by its address and another ruled somebody out of', () => {
  const read = (report: string, link: Link | null, ...rejected: string[]) => ({
    ...{ ...login([], '2023-06-13T09:00:00Z', [0, 60]), id: report, report, name: 'One' },
    ...{ link, rejected },
  });
  const reports = ['a', 'b'].map((id) => ({ id, replaces: null, digest: 'd' }));

  it.each([
    ['the record that goes', 'p1', 'p1'],
    ['the one that stays, linked to the one that goes', 'p1', 'p0'],
    ['the one that goes, linked to the one that stays', 'p0', 'p1'],
  ])('is nobody’s, in figures as in the piles, once records are merged: %s', (_, linked, out) => {
    const roots = merging('p1', 'p0');
    const logins = [
      read('a', { kind: 'persons', persons: [linked], by: 'email' }),
      read('b', null, out),
    ];
    const inPiles = evidenceLogins(reports, logins, (id) => roots.of(id));
    const counted = evidenceLogins(reports, new MergedFacts(roots).logins(logins));
    expect(inPiles.map(({ link }) => link)).toEqual([null]);
    expect(counted.map(({ link }) => link)).toEqual([null]);
  });
});

describe('one person with two records at one meeting', () => {
  const AAA = party('AAA');
  const BBB = party('BBB');
  const day = '2023-06-13';
  const all = world(
    [
      meetingWorld(meeting('m1', day), {
        sessions: [session('s1', day)],
        nominations: [nomination('p0', 'AAA'), nomination('p1', 'AAA')],
        attendance: [
          { meeting: '', person: 'p0', events: [event('session:s1')] },
          { meeting: '', person: 'p1', events: [event('session:s1', { modality: 'virtual' })] },
        ],
        reports: [],
      }),
      meetingWorld(meeting('m2', '2023-09-12'), {
        nominations: [nomination('p1', 'BBB')],
        attendance: [
          {
            meeting: '',
            person: 'p1',
            events: [event('reception', { when: '2023-09-12T08:00Z' })],
          },
        ],
      }),
    ],
    [AAA, BBB],
  );

  it('was nominated once, attended once, in both ways, and for each party by its own nomination', () => {
    const roots = merging('p1', 'p0');
    const { figures, modality } = statisticsOf(mergedWorld(all, roots), {
      kind: 'meeting',
      meeting: 'm1',
    });
    expect([figures.nominated.value, figures.attended.value]).toEqual([1, 1]);
    expect(modality).toMatchObject({ both: 1, inPersonOnly: 0, virtualOnly: 0 });
    const year = statisticsOf(mergedWorld(all, roots), { kind: 'year', year: 2023 });
    expect(year.figures.participations.value).toBe(2);
    expect(year.figures.distinctPersons.value).toBe(1);
    expect(year.figures.countries.value).toBe(2);
  });

  it('has the gender that any of its records declared, and is synthetic with any of them', () => {
    const people = [
      person('p0', { synthetic: false }),
      person('p1', { mergedInto: 'p0', gender: 'female', synthetic: true }),
    ];
    const facts = personFacts(people, new Roots(people));
    expect(facts.get('p0')).toEqual({ gender: 'female', synthetic: true });
  });
});
