import { describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import { verifyChain } from '@shared/journal/chain';
import type { Draft, Operation } from '@shared/operation/operation';
import { MemoryRows, project } from '@shared/projections/project';
import type { Row } from '@shared/projections/row';
import { stateHash } from '@shared/projections/state-hash';
import { Replica, sha256 } from '../../support/replica';
import { arrivalDraft, forgetDraft, grantDraft, personDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const SCHEDULES = 300;
const FIRST_SEED = Date.now() % 1_000_000;
const DAY = 86_400_000;
const NOON = Date.UTC(2023, 1, 7, 12);

interface World {
  readonly chance: Chance;
  readonly newId: () => string;
  readonly desks: readonly [Replica, ...Replica[]];
  readonly people: readonly string[];
  readonly meeting: string;
}

function worldOf(seed: number): World {
  const chance = chanceOf(seed);
  const newId = seededIds(seed);
  let wall = NOON;
  const errors = [0, 0, DAY, chance.between(-DAY, DAY)].slice(0, chance.between(2, 4));
  const desks = errors.map((error) => {
    return new Replica(newId(), () => (wall += chance.below(2000)) + error);
  }) as [Replica, ...Replica[]];
  return { chance, newId, desks, people: [newId(), newId(), newId()], meeting: newId() };
}

/** What somebody at a desk does: names invented people, sees them come, forgets them, gives roles. */
function act({ chance, newId, desks, people, meeting }: World, roles: boolean): Draft[] {
  const person = chance.among(people);
  const kind = chance.below(roles ? 12 : 9);
  if (kind < 3) return personDrafts(newId, person);
  if (kind < 7) return [arrivalDraft(newId, person, meeting)];
  if (kind < 9) return [forgetDraft(newId, person)];
  const since = chance.holds(0.3) ? new Date(NOON - chance.below(DAY)).toISOString() : null;
  const role = chance.among(['coordinator', 'registration', 'read-only', null] as const);
  return [grantDraft(newId, chance.among(desks).id, role, since)];
}

/** Sends a part of what the other lacks, in any order, some of it twice, some of it not at all. */
function send(from: Replica, to: Replica, chance: Chance): void {
  const sent = chance.shuffled(from.difference(to.vector())).filter(() => chance.holds(0.7));
  expect(to.merge([...sent, ...sent.slice(0, 2)]).faults).toEqual([]);
}

function exchangeAll(desks: readonly Replica[]): void {
  for (let round = 0; round < 2; round += 1) {
    for (const to of desks) for (const from of desks) to.merge(from.difference(to.vector()));
  }
}

function rowsOf(replica: Replica): Row[] {
  const rows = new MemoryRows();
  for (const operation of replica.operations()) {
    if (replica.holds(operation)) project(operation, rows);
  }
  return [...rows.tables.values()].flatMap((table) => [...table.values()]);
}

/** Without the people themselves: what is counted. */
const countedIn = (replica: Replica) =>
  stateHash(
    rowsOf(replica).filter(({ table }) => table !== 'people'),
    sha256,
  );

const holding = (replica: Replica) =>
  replica
    .operations()
    .filter((operation) => replica.holds(operation))
    .map(({ id }) => id)
    .sort();

const naming = (operations: readonly Operation[], persons: readonly string[]) =>
  operations.filter(({ subjects }) => subjects.some((person) => persons.includes(person)));

function live(world: World, roles: boolean): void {
  const { chance, desks } = world;
  for (let step = 0; step < 30; step += 1) {
    const desk = chance.among(desks);
    if (chance.holds(0.6)) desk.commit(act(world, roles));
    else send(chance.among(desks), desk, chance);
  }
  exchangeAll(desks);
}

describe('forgetting', () => {
  it(`commutes with every order of arrival (${SCHEDULES} schedules from seed ${FIRST_SEED} on)`, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed += 1) {
      const world = worldOf(seed);
      live(world, false);
      const [first, ...others] = world.desks;
      const late = new Replica(world.newId(), () => NOON);
      late.merge(world.chance.shuffled(first.operations()));
      const expected = [first.operations().length, stateHash(rowsOf(first), sha256)];
      for (const desk of [...others, late]) {
        expect(desk.forgotten(), `seed ${seed}`).toEqual(first.forgotten());
        const found = [desk.operations().length, stateHash(rowsOf(desk), sha256)];
        expect(found, `seed ${seed}`).toEqual(expected);
      }
      for (const desk of [first, ...others, late]) {
        const named = naming(desk.operations(), desk.forgotten());
        expect(
          named.filter(({ sealed }) => sealed?.salt != null || sealed?.text != null),
          `seed ${seed}`,
        ).toEqual([]);
        for (const { id } of world.desks) {
          expect(verifyChain(desk.above(id, 0, 1000), sha256), `seed ${seed}`).toEqual([]);
        }
      }
    }
  });

  it('changes nothing that is counted', () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 50; seed += 1) {
      const world = worldOf(seed);
      const [desk] = world.desks;
      for (const person of world.people) desk.commit(personDrafts(world.newId, person));
      for (const person of world.people) {
        desk.commit([arrivalDraft(world.newId, person, world.meeting)]);
      }
      const before = countedIn(desk);
      desk.commit(world.people.map((person) => forgetDraft(world.newId, person)));
      expect(countedIn(desk), `seed ${seed}`).toBe(before);
      expect(desk.forgotten()).toHaveLength(3);
    }
  });

  it('takes no personal word about who was forgotten, also within the act that forgets', () => {
    const newId = seededIds(41);
    const desk = new Replica(newId(), () => NOON);
    const person = newId();
    const [, changed, forgotten] = desk.commit([
      ...personDrafts(newId, person),
      forgetDraft(newId, person),
    ]);
    expect([changed?.sealed?.text, forgotten?.type]).toEqual([null, 'person.forgotten']);
    expect(desk.commit(personDrafts(newId, person))).toEqual([]);
    expect(desk.commit([arrivalDraft(newId, person)])).toHaveLength(1);
  });
});

describe('permission', () => {
  it(`comes to the same everywhere (${SCHEDULES} schedules from seed ${FIRST_SEED} on)`, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed += 1) {
      const world = worldOf(seed);
      if (world.chance.holds(0.8)) {
        const { id } = world.desks[0];
        world.desks[0].commit([grantDraft(world.newId, id, 'coordinator')]);
      }
      live(world, true);
      const [first, ...others] = world.desks;
      const late = new Replica(world.newId(), () => NOON);
      late.merge(world.chance.shuffled(first.operations()));
      const expected = [holding(first), stateHash(rowsOf(first), sha256)];
      for (const desk of [...others, late]) {
        const found = [holding(desk), stateHash(rowsOf(desk), sha256)];
        expect(found, `seed ${seed}`).toEqual(expected);
      }
      for (const desk of [first, ...others, late]) {
        // Who is forgotten by an operation that holds is so at every desk.
        const forgotten = rowsOf(desk).filter(
          (row) => row.table === 'people' && row.v['forgotten'] === true,
        );
        const persons = forgotten.map(({ id }) => id);
        expect(desk.forgotten(), `seed ${seed}`).toEqual(expect.arrayContaining(persons));
        const left = naming(desk.operations(), desk.forgotten());
        expect(left.filter(({ sealed }) => sealed?.text != null)).toEqual([]);
      }
    }
  });
});
