import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordTable } from '@shared/domain/record';
import { chanceOf } from '@shared/domain/sample/chance';
import { forgetPeople } from '@shared/domain/person/decide';
import type { Person } from '@shared/domain/person/types';
import type { Json } from '@shared/operation/json';
import type { Operation } from '@shared/operation/operation';
import { attendanceView } from '@shared/projections/attendance';
import type { MemoryRows } from '@shared/projections/project';
import type { AttendanceRow, RecordRow } from '@shared/projections/row';
import { view, type Views } from '@shared/projections/views';
import { worldOf } from '@shared/statistics/assemble';
import { statisticsOf } from '@shared/statistics/statistics';
import { drafts } from '../domain/sample/sample';
import { stamp } from '../../support/stamp';
import { delivered, operationOf, uuid } from './random-operations';
import { allRows, hashOf, projected, visible } from './visible';

/** What every register does with an operation that names somebody who was forgotten. */
function erased(operation: Operation, persons: ReadonlySet<string>): Operation {
  const { sealed, subjects } = operation;
  if (sealed === null || !subjects.some((id) => persons.has(id))) return operation;
  return { ...operation, sealed: { digest: sealed.digest, salt: null, text: null } };
}

function live<T extends RecordTable>(rows: MemoryRows, table: T): Views[T][] {
  const all = [...(rows.tables.get(table)?.values() ?? [])] as RecordRow[];
  return all.filter((row) => row.live === 1).map((row) => view(table, row));
}

function attendanceIn(rows: MemoryRows) {
  return ([...(rows.tables.get('attendance')?.values() ?? [])] as AttendanceRow[]).map(
    attendanceView,
  );
}

/** Every figure there is: of the year, and of each meeting. */
function figures(rows: MemoryRows): unknown {
  const meetings = live(rows, 'meetings').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const world = worldOf({
    programme: live(rows, 'programmes')[0]!,
    parties: live(rows, 'parties'),
    people: live(rows, 'people'),
    meetings,
    sessions: live(rows, 'sessions'),
    nominations: live(rows, 'nominations'),
    attendance: attendanceIn(rows),
    reports: live(rows, 'reports'),
    logins: live(rows, 'logins'),
    recommendations: live(rows, 'recommendations'),
  });
  return [
    statisticsOf(world, { kind: 'year', year: 2023 }),
    ...meetings.map(({ id }) => statisticsOf(world, { kind: 'meeting', meeting: id })),
  ];
}

const made = [...stamp(drafts)];
const before = projected(made);
const figuresBefore = figures(before);
const people = live(before, 'people').toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The operations that forget these people, stamped as any other. */
function forgetting(persons: readonly Person[]): Operation[] {
  let number = 0;
  const newId = () => uuid(8, (number += 1));
  const decision = forgetPeople({ newId, now: '2026-11-22T08:00:00.000Z' }, persons, 'retention');
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts.map(({ id, type, subjects, body }, at) => ({
    ...operationOf({ number: at, type, body, minute: 500_000 }),
    ...{ id, subjects },
  }));
}

/** Places in the list of people, so that a counterexample is short enough to read. */
const chosen = fc
  .uniqueArray(fc.nat({ max: people.length - 1 }), { minLength: 1, maxLength: people.length })
  .map((places) => places.map((at) => people[at] as Person));

describe('forgetting people of the sample year', { timeout: 30_000 }, () => {
  it('leaves every figure as it was, and nothing personal of them', () => {
    fc.assert(
      fc.property(chosen, (persons) => {
        const ids = new Set(persons.map(({ id }) => id));
        const after = [...made, ...forgetting(persons)].map((one) => erased(one, ids));
        const rows = projected(after);
        expect(figures(rows)).toEqual(figuresBefore);
        for (const person of live(rows, 'people')) {
          if (!ids.has(person.id)) continue;
          expect(person).toMatchObject({
            ...{ forgotten: true, forgottenFor: 'retention', family: '', given: '', emails: [] },
            gender: persons.find(({ id }) => id === person.id)?.gender,
          });
        }
      }),
      { numRuns: 6 },
    );
  });

  it('comes to the same in every order of arrival, erased there or erased here', () => {
    fc.assert(
      fc.property(chosen, fc.nat(), (persons, seed) => {
        const all = [...made, ...forgetting(persons)];
        const arrived = chanceOf(seed).shuffled(all);
        const ids = new Set(persons.map(({ id }) => id));
        const erasedThere = projected(arrived.map((one) => erased(one, ids)));
        const erasedHere = projected(all.map((one) => erased(one, ids)));
        expect(visible(erasedThere)).toEqual(visible(erasedHere));
        expect(hashOf(erasedThere)).toBe(hashOf(erasedHere));
        // Until they are erased the texts are there, and the visible facts are the same already.
        const notYet = projected(arrived);
        expect(hashOf(notYet)).toBe(hashOf(erasedHere));
        expect(figures(notYet)).toEqual(figuresBefore);
      }),
      { numRuns: 3 },
    );
  });
});

const PERSON = uuid(2, 1);
const GENDERS = ['female', 'male', 'other', 'not-declared'] as const;

/** One person, said things about by several desks, and forgotten by some of them. */
const histories = fc
  .array(
    fc.record({
      kind: fc.constantFrom('recorded', 'changed', 'forgotten'),
      family: fc.constantFrom('Tarv', 'Belm'),
      gender: fc.option(fc.constantFrom(...GENDERS)),
      minute: fc.integer({ min: 0, max: 4 }),
      desk: fc.integer({ min: 0, max: 2 }),
      over: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) =>
    [...steps, { ...steps[0]!, kind: 'forgotten' as const }].map((step, number): Operation => {
      const { kind, family, gender, minute, desk } = step;
      // Replaces any of them, itself and later ones too: nobody can rely on good manners.
      const over = [...new Set(step.over)].map((one) => uuid(9, one));
      const isForgetting = kind === 'forgotten';
      const set: Record<string, Json> = isForgetting
        ? { forgotten: true, forgottenFor: 'request', gender: gender ?? 'not-declared' }
        : {};
      const said: Record<string, Json> = gender === null ? { family } : { family, gender };
      const personal = isForgetting ? null : { set: said };
      const body = { id: PERSON, set };
      const type = `person.${kind}`;
      return {
        ...operationOf({ number, type, body, personal, minute, desk, over }),
        subjects: [PERSON],
      };
    }),
  );

describe('a person who was forgotten', () => {
  it('has no personal value in any order, whether texts are erased or not', () => {
    const journeys = histories.chain((all) =>
      fc.tuple(fc.constant(all), delivered(all), fc.array(fc.boolean())),
    );
    fc.assert(
      fc.property(journeys, ([all, arrived, erasedAt]) => {
        const ids = new Set([PERSON]);
        const clean = projected(all.map((one) => erased(one, ids)));
        const mixed = projected(
          arrived.map((one, at) => (erasedAt[at] === true ? erased(one, ids) : one)),
        );
        expect(visible(mixed)).toEqual(visible(clean));
        expect(hashOf(mixed)).toBe(hashOf(clean));
        const row = mixed.get('people', PERSON) as RecordRow;
        expect(row.p).toEqual({});
        const shown = view('people', row);
        expect(shown.family).toBe('');
        if (row.v['gender'] !== undefined) expect(shown.gender).toBe(row.v['gender']);
      }),
      { numRuns: 600 },
    );
  });
});

describe('a wording whose text was forgotten', () => {
  it('stands as such, with its place among the others', () => {
    const record = uuid(4, 1);
    const worded = {
      ...operationOf({
        number: 1,
        type: 'recommendation.worded',
        body: { id: record, set: {} },
        personal: { set: { 'text.en': 'Said by somebody' } },
      }),
      subjects: [PERSON],
    };
    const rows = projected([erased(worded, new Set([PERSON]))]);
    const version = allRows(rows).find((row) => row.table === 'versions');
    expect(version).toMatchObject({ id: worded.id, record, p: { text: null } });
  });
});
