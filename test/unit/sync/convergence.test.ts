import { describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import type { Draft, Operation } from '@shared/operation/operation';
import { MemoryRows, project } from '@shared/projections/project';
import { stateHash } from '@shared/projections/state-hash';
import type { RecordRow } from '@shared/projections/row';
import { Replica, sha256 } from '../../support/replica';
import { arrivalDraft, personDrafts, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const SCHEDULES = 500;
const FIRST_SEED = Date.now() % 1_000_000;
const DAY = 86_400_000;
const NOON = Date.UTC(2023, 1, 7, 12);

/** Desks of one meeting, each with its own idea of the time. */
function desksOf(chance: Chance, newId: () => string): Replica[] {
  let wall = NOON;
  const errors = [0, DAY, -DAY, chance.between(-DAY, DAY)];
  return errors.slice(0, chance.between(2, 4)).map((error) => {
    return new Replica(newId(), () => (wall += chance.below(2000)) + error);
  });
}

/** Sends a part of what the other lacks, in any order, some of it twice, some of it not at all. */
function send(from: Replica, to: Replica, chance: Chance): void {
  const missing = from.difference(to.vector());
  const sent = chance.shuffled(missing).filter(() => chance.holds(0.7));
  const repeated = sent.filter(() => chance.holds(0.2));
  const report = to.merge([...sent, ...repeated]);
  expect(report.faults).toEqual([]);
}

function exchangeAll(desks: readonly Replica[]): void {
  for (const to of desks) {
    for (const from of desks) to.merge(from.difference(to.vector()));
  }
  for (const to of desks) {
    for (const from of desks) to.merge(from.difference(to.vector()));
  }
}

function hashOf(replica: Replica): string {
  const rows = new MemoryRows();
  for (const operation of replica.operations()) {
    if (replica.holds(operation)) project(operation, rows);
  }
  return stateHash(
    [...rows.tables.values()].flatMap((table) => [...table.values()]),
    sha256,
  );
}

const ids = (operations: readonly Operation[]) => operations.map(({ id }) => id).sort();

describe('replicas', () => {
  it(`converge under ${SCHEDULES} schedules from seed ${FIRST_SEED} on`, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed += 1) {
      const chance = chanceOf(seed);
      const newId = seededIds(seed);
      const desks = desksOf(chance, newId);
      const people = [newId(), newId(), newId()];
      const meeting = newId();
      for (let step = 0; step < 25; step += 1) {
        const desk = chance.among(desks);
        if (chance.holds(0.6)) {
          const person = chance.among(people);
          desk.commit(
            chance.holds(0.5)
              ? [arrivalDraft(newId, person, meeting)]
              : personDrafts(newId, person),
          );
        } else send(chance.among(desks), desk, chance);
      }
      exchangeAll(desks);
      const [first, ...others] = desks as [Replica, ...Replica[]];
      const expected = [ids(first.operations()), first.vector(), hashOf(first)];
      for (const other of others) {
        const found = [ids(other.operations()), other.vector(), hashOf(other)];
        expect(found, `seed ${seed}`).toEqual(expected);
      }
    }
  });

  it('with operations of every type agree on one state, whatever the order', () => {
    const newId = seededIds(7);
    const source = new Replica(newId(), () => NOON);
    source.commit(sampleDrafts(newId));
    const expected = hashOf(source);
    for (let seed = 0; seed < 50; seed += 1) {
      const other = new Replica(newId(), () => NOON);
      other.merge(chanceOf(seed).shuffled(source.operations()));
      expect(hashOf(other), `seed ${seed}`).toBe(expected);
    }
  });

  it('let no wrong clock win over a later correction', () => {
    const newId = seededIds(8);
    const ahead = new Replica(newId(), () => NOON + DAY);
    const right = new Replica(newId(), () => NOON);
    const [created, changed] = deskNames(newId, 'Wrong', 'Right');
    ahead.commit([created]);
    right.merge(ahead.operations());
    right.commit([changed]);
    ahead.merge(right.operations());
    for (const replica of [ahead, right]) {
      const rows = new MemoryRows();
      for (const operation of replica.operations()) project(operation, rows);
      const row = rows.get('desks', created.body['id'] as string) as RecordRow;
      expect(row.v['name']).toBe('Right');
    }
    const [wrong, correction] = right.operations() as [Operation, Operation];
    expect(correction.at < wrong.at).toBe(true);
  });
});

function deskNames(newId: () => string, first: string, second: string): [Draft, Draft] {
  const record = newId();
  const base = { ...arrivalDraft(newId), type: 'desk.named', meeting: null, subjects: [] };
  const created = { ...base, body: { id: record, set: { name: first } } };
  const body = { id: record, set: { name: second } };
  return [created, { ...base, id: newId(), over: [created.id], body }];
}
