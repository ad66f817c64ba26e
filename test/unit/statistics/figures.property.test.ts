import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleBehind } from '@shared/statistics/behind';
import { BREAKDOWNS } from '@shared/statistics/breakdowns';
import { digestMeeting, readAgain } from '@shared/statistics/digest';
import { frameOf } from '@shared/statistics/entry';
import { FIGURES } from '@shared/statistics/figures/all';
import type { Scope } from '@shared/statistics/scope';
import { combine, statisticsOf, tallyOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import { bruteForce } from './brute-force';
import { event } from './build-world';
import { randomWorld } from './random-world';

const scopes: Scope[] = [
  { kind: 'session', meeting: 'm1', session: 's1' },
  { kind: 'session', meeting: 'm1', session: 's2' },
  { kind: 'day', meeting: 'm1', date: '2023-06-13' },
  { kind: 'day', meeting: 'm2', date: '2023-06-14' },
  { kind: 'meeting', meeting: 'm1' },
  { kind: 'meetings', meetings: ['m1', 'm3'] },
  { kind: 'year', year: 2023 },
];
const anyScope = fc.constantFrom(...scopes);

describe('figures of random worlds', () => {
  it('equal a count written differently', () => {
    fc.assert(
      fc.property(randomWorld, anyScope, (world, scope) => {
        const { figures, modality, modalityOfPersons } = statisticsOf(world, scope);
        const values = Object.fromEntries(FIGURES.map(({ key }) => [key, figures[key].value]));
        expect({ ...values, modality, modalityOfPersons }).toEqual(bruteForce(world, scope));
      }),
      { numRuns: 600 },
    );
  });

  it('parts add up, unions are bounded by sums', () => {
    fc.assert(
      fc.property(randomWorld, anyScope, (world, scope) => {
        const all = statisticsOf(world, scope);
        const value = (key: keyof typeof all.figures) => all.figures[key].value;
        expect(all.modality.attended).toBe(value('attended'));
        expect(value('provisional')).toBeLessThanOrEqual(value('unexpected'));
        expect(value('unexpected')).toBeLessThanOrEqual(value('attended'));
        expect(all.modalityOfPersons.attended).toBe(value('distinctPersons'));
        for (const { key, adds } of BREAKDOWNS) {
          const parts = all.breakdowns[key];
          for (const part of parts) {
            expect(part.inPersonOnly + part.virtualOnly + part.both).toBe(part.attended);
            expect(part.attended).toBeLessThanOrEqual(value('attended'));
          }
          if (!adds) continue;
          const sum = (of: 'attended' | 'nominated') =>
            parts.reduce((total, part) => total + (part[of] ?? 0), 0);
          expect(sum('attended'), key).toBe(value('attended'));
          expect(sum('nominated'), key).toBe(value('nominated'));
        }
        const statuses = all.byStatus.country;
        expect(statuses.member + statuses.observer + statuses.none).toBe(value('countries'));
        expect(all.parties).toHaveLength(value('countries') + value('organizations'));

        const single = all.meetings.map((meeting) => {
          const one = statisticsOf(world, { kind: 'meeting', meeting });
          return one.figures;
        });
        for (const key of ['countries', 'organizations', 'distinctPersons'] as const) {
          if (scope.kind === 'session' || scope.kind === 'day') continue;
          const values = single.map((figures) => figures[key].value);
          expect(value(key)).toBeGreaterThanOrEqual(Math.max(0, ...values));
          expect(value(key)).toBeLessThanOrEqual(values.reduce((a, b) => a + b, 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have exactly the people behind them whom they count', () => {
    fc.assert(
      fc.property(randomWorld, anyScope, (world, scope) => {
        const frame = frameOf(world);
        const digests = world.meetings.map(digestMeeting);
        const all = combine(frame, digests, scope);
        for (const { key, once } of FIGURES) {
          const behind = peopleBehind(frame, digests, scope, { kind: 'figure', figure: key });
          const keys = behind.map((one) =>
            once === undefined
              ? `${one.meeting} ${one.person}`
              : key === 'distinctPersons'
                ? one.person
                : one.party,
          );
          expect(new Set(keys).size, key).toBe(all.figures[key].value);
        }
        for (const { key } of BREAKDOWNS) {
          for (const { part, attended } of all.breakdowns[key]) {
            const selection = { kind: 'part', breakdown: key, part } as const;
            expect(peopleBehind(frame, digests, scope, selection), key).toHaveLength(attended);
          }
        }
        for (const row of all.parties) {
          const selection = { kind: 'party', party: row.party, meeting: null } as const;
          const behind = peopleBehind(frame, digests, scope, selection);
          expect(behind).toHaveLength(row.persons.attended);
        }
        const both = { kind: 'modality', attending: 'both' } as const;
        expect(peopleBehind(frame, digests, scope, both)).toHaveLength(all.modality.both);
      }),
      { numRuns: 200 },
    );
  });

  it('counted on, arrival by arrival, equal a recount', () => {
    const arrival = fc.record({
      meeting: fc.nat(2),
      person: fc.constantFrom('p0', 'p1', 'p5', 'walk-in'),
      scope: fc.constantFrom('reception', 'session:s1', 'day:2023-06-14'),
      retract: fc.boolean(),
    });
    fc.assert(
      fc.property(
        randomWorld,
        anyScope,
        fc.array(arrival, { maxLength: 6 }),
        (start, scope, arrivals) => {
          let world: World = start;
          const frame = frameOf(world);
          const digests = world.meetings.map(digestMeeting);
          const tally = tallyOf(frame, digests, scope);
          const known = digests.map((digest) => new Map(digest.participants));
          for (const { meeting, person, scope: at, retract } of arrivals) {
            const before = world.meetings[meeting]!;
            const others = before.attendance.filter((one) => one.person !== person);
            const own = before.attendance.find((one) => one.person === person)?.events ?? [];
            const events = retract ? own.slice(1) : [...own, event(at)];
            const after = { ...before, attendance: [...others, { meeting: '', person, events }] };
            world = { ...world, meetings: world.meetings.with(meeting, after) };
            const was = known[meeting]!.get(person) ?? null;
            const now = readAgain(digests[meeting]!, after, person);
            tally.replace(after.meeting.id, was, now);
            if (now) known[meeting]!.set(person, now);
            else known[meeting]!.delete(person);
          }
          expect(tally.statistics()).toEqual(statisticsOf(world, scope));
        },
      ),
      { numRuns: 300 },
    );
  });
});
