import { describe, expect, it } from 'vitest';
import type { JournalFilter } from '@shared/contract/register';
import type { Operation, Stamped } from '@shared/operation/operation';
import { arrivalDraft, grantDraft, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { commit, NOON, open, places } from './support/folders';

const newId = seededIds(63);
const ALL: JournalFilter = {
  ...{ record: null, meeting: null, actor: null, replica: null, types: null, from: null, to: null },
};
const [ana, ben] = [newId(), newId()];

function used() {
  let actor = ana;
  let wall = NOON;
  const register = open(places(), { actor: () => actor, now: () => (wall += 60_000) });
  commit(register, sampleDrafts(newId));
  actor = ben;
  const arrivals = [arrivalDraft(newId), arrivalDraft(newId)];
  commit(register, arrivals);
  const other = open(places());
  const [foreign] = commit(other, [arrivalDraft(newId)]);
  register.merge(other.difference({}));
  return { register, arrivals, foreign: foreign!, other };
}

type World = ReturnType<typeof used> & { all: Stamped[] };

function world(): World {
  const made = used();
  return { ...made, all: made.register.read(0, 1000).operations };
}

const stampAt = ({ all }: World, index: number) => String(all.at(index)?.operation.at.slice(0, 24));
const personIn = ({ all }: World) => String(all[0]?.operation.subjects[0]);
const recordIn = ({ all }: World) => all[20]!.operation.body['id'] as string;

describe('the journal', () => {
  it('gives the newest first, page by page, each once', () => {
    const { register, all } = world();
    const pages = [];
    let before: number | null = null;
    for (;;) {
      const page = register.journal(ALL, before, 10);
      pages.push(...page.operations);
      if (!page.more) break;
      expect(page.operations).toHaveLength(10);
      before = page.operations.at(-1)!.n;
    }
    expect(pages).toEqual(all.toReversed());
    expect(register.journal(ALL, 1, 10)).toEqual({ operations: [], more: false });
    expect(register.journal(ALL, null, all.length).more).toBe(false);
  });

  it.each<[string, (of: World) => Partial<JournalFilter>, (one: Operation, of: World) => boolean]>([
    [
      'a person',
      (of) => ({ record: personIn(of) }),
      ({ subjects }, of) => subjects.includes(personIn(of)),
    ],
    ['a record', (of) => ({ record: recordIn(of) }), ({ body }, of) => body['id'] === recordIn(of)],
    ['an operator', () => ({ actor: ben }), ({ actor }) => actor === ben],
    [
      'a desk',
      ({ foreign }) => ({ replica: foreign.operation.replica }),
      ({ id }, { foreign }) => id === foreign.operation.id,
    ],
    [
      'a meeting',
      ({ arrivals }) => ({ meeting: arrivals[0]!.meeting }),
      ({ id }, { arrivals }) => id === arrivals[0]!.id,
    ],
    [
      'kinds',
      () => ({ types: ['person.recorded', 'attendance.arrived'] }),
      ({ type }) => ['person.recorded', 'attendance.arrived'].includes(type),
    ],
    [
      'a time, the beginning with it and the end without',
      (of) => ({ from: stampAt(of, 0), to: stampAt(of, -3) }),
      ({ at }, of) => at >= stampAt(of, 0) && at < stampAt(of, -3),
    ],
    [
      'a time in whole seconds',
      (of) => ({ from: `${stampAt(of, -3).slice(0, 19)}Z` }),
      ({ at }, of) => at >= `${stampAt(of, -3).slice(0, 19)}.000Z`,
    ],
    [
      'several at once',
      ({ arrivals }) => ({
        ...{ actor: ben, types: ['attendance.arrived'], meeting: arrivals[1]!.meeting },
      }),
      ({ id }, { arrivals }) => id === arrivals[1]!.id,
    ],
  ])('finds by %s', (_what, filter, fits) => {
    const made = world();
    const expected = made.all.filter(({ operation }) => fits(operation, made)).toReversed();
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(made.all.length);
    const { operations } = made.register.journal({ ...ALL, ...filter(made) }, null, 1000);
    expect(operations).toEqual(expected);
  });

  it('finds nothing where nothing is', () => {
    const { register } = world();
    for (const filter of [
      { types: [] },
      { record: newId() },
      { replica: newId() },
      { to: '2020-01-01T00:00:00Z' },
      { types: ["x') OR 1=1 --"] },
    ]) {
      expect(register.journal({ ...ALL, ...filter }, null, 10).operations).toEqual([]);
    }
  });

  it('marks what does not hold', () => {
    const { other } = world();
    const chief = newId();
    const desk = open(places(), { actor: () => chief, now: () => NOON - 1000 });
    commit(desk, [grantDraft(newId, chief, 'coordinator')]);
    desk.merge(other.difference({}));
    const [newest, first] = desk.journal(ALL, null, 10).operations;
    expect([newest?.void, first?.void]).toEqual([true, undefined]);
  });
});
