import { describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '@shared/domain/sample/chance';
import type { Operation } from '@shared/operation/operation';
import type { Register } from '@electron/register/register';
import { MAX_DRIFT_MS, readStamp } from '@shared/operation/clock';
import { Replica } from '../../support/replica';
import { arrivalDraft, forgetDraft, personDrafts, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import {
  allOf,
  byId,
  checkIns,
  commit,
  freshSeed,
  NOON,
  open,
  places,
  rounds,
} from './support/folders';

const PAIRS = rounds(20);
const SCHEDULES = 10;
const FIRST_SEED = freshSeed();
const newId = seededIds(15);

/** Brings a part of what is missing, late, in any order, some of it twice; some of it is lost. */
function send(from: Register, to: Register, delayed: Operation[], chance: Chance): void {
  const underWay = [...delayed.splice(0), ...from.difference(to.vector())];
  const arriving: Operation[] = [];
  for (const operation of chance.shuffled(underWay)) {
    if (chance.holds(0.3)) delayed.push(operation);
    else if (chance.holds(0.9)) arriving.push(operation);
    if (chance.holds(0.1)) arriving.push(operation);
  }
  expect(to.merge(arriving)).toMatchObject({ ok: true, faults: [] });
}

/** Records, meets or (now and then) forgets somebody; refused when they were forgotten before. */
function act(desk: Register, people: readonly string[], ids: () => string, chance: Chance): void {
  const person = chance.among(people);
  if (chance.holds(0.5)) commit(desk, [arrivalDraft(ids, person)]);
  else if (chance.holds(0.1)) commit(desk, [forgetDraft(ids, person)]);
  else {
    const answer = desk.commit(personDrafts(ids, person));
    expect(answer.ok || answer.reason).toBe(answer.ok || 'forgotten');
  }
}

/** Whoever was forgotten has no personal value left, in whatever order it all came. */
function expectForgotten(desk: Register): void {
  const operations = allOf(desk);
  const forgets = operations.filter(({ type }) => type === 'person.forgotten');
  const persons = forgets.map(({ body }) => body['id'] as string);
  const left = operations.filter(
    ({ subjects, sealed }) =>
      typeof sealed?.text === 'string' && subjects.some((person) => persons.includes(person)),
  );
  expect(left).toEqual([]);
}

function exchange(a: Register, b: Register): void {
  a.merge(b.difference(a.vector()));
  b.merge(a.difference(b.vector()));
}

describe('two registers', () => {
  const title = `${PAIRS} times under ${SCHEDULES} schedules, from seed ${FIRST_SEED} on`;
  it(
    `come to the same operations and vectors, ${title}`,
    { timeout: 60_000 + PAIRS * 10_000 },
    () => {
      for (let seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed += 1) {
        const chance = chanceOf(seed);
        const ids = seededIds(seed);
        const desks: [Register, Register] = [open(places()), open(places())];
        const delayed: [Operation[], Operation[]] = [[], []];
        const people = [ids(), ids(), ids(), ids()];
        for (let schedule = 0; schedule < SCHEDULES; schedule += 1) {
          for (let step = 0; step < 8; step += 1) {
            const which = chance.among([0, 1] as const);
            const [desk, other] = [desks[which], desks[1 - which] as Register];
            if (chance.holds(0.5)) send(other, desk, delayed[which], chance);
            else act(desk, people, ids, chance);
          }
          exchange(...desks);
          expect(desks[0].vector(), `seed ${seed}`).toEqual(desks[1].vector());
        }
        const [a, b] = desks;
        expect(byId(allOf(a)), `seed ${seed}`).toEqual(byId(allOf(b)));
        expect(a.status().operations).toBe(b.status().operations);
        for (const desk of desks) expectForgotten(desk);
        for (const desk of desks) desk.close();
      }
    },
  );

  it('find what is missing although much is known, page by page', () => {
    const [a, b] = [open(places()), open(places())];
    commit(
      a,
      Array.from({ length: 2000 }, () => arrivalDraft(newId)),
    );
    b.merge(a.difference({}));
    const late = checkIns(a, 25, newId);
    const pages = [];
    for (;;) {
      const page = a.difference(b.vector(), 10);
      if (page.length === 0) break;
      pages.push(page);
      b.merge(page);
    }
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat()).toEqual(late);
  });

  it('keep what they merged over a restart, gaps and all', async () => {
    const at = places();
    const [a, b] = [open(places()), open(at)];
    const operations = checkIns(a, 9, newId);
    b.merge(operations.filter(({ seq }) => seq !== 4));
    const vector = b.vector();
    expect(vector).toEqual({ [a.status().life]: 3 });
    b.close();
    const again = open(at);
    expect(again.vector()).toEqual(vector);
    expect((await again.verify()).faults).toEqual([]);
    expect(again.status().recovery).toBeNull();
    again.merge(a.difference(again.vector()));
    expect(again.vector()).toEqual(a.vector());
  });
});

describe('merging', () => {
  it('tells what is new, and listeners as well', () => {
    const [a, b] = [open(places()), open(places())];
    const heard: number[] = [];
    b.onCommitted((last) => heard.push(last));
    const operations = checkIns(a, 3, newId);
    expect(b.merge(operations)).toEqual({ ok: true, added: 3, known: 0, faults: [] });
    expect(b.merge(operations)).toEqual({ ok: true, added: 0, known: 3, faults: [] });
    expect(heard).toEqual([3]);
  });

  it('keeps and forwards what only a later version understands', () => {
    const future = new Replica(newId(), () => NOON);
    const [made] = future.commit([{ ...arrivalDraft(newId), type: 'badge.printed', v: 9 }]);
    const [a, b] = [open(places()), open(places())];
    expect(a.merge([made])).toMatchObject({ added: 1, faults: [] });
    exchange(a, b);
    expect(allOf(b)).toEqual([made]);
    expect(b.history(made!.body['person'] as string).operations).toHaveLength(1);
  });

  it('refuses what is no operation, does not fit its type or its digest, and takes the rest', () => {
    const source = new Replica(newId(), () => NOON);
    const [good, unfit, forged] = source.commit([
      arrivalDraft(newId),
      arrivalDraft(newId),
      ...personDrafts(newId),
    ]) as [Operation, Operation, Operation];
    const sealed = { ...forged.sealed!, text: '{"set":{"family":"Falsova"}}' };
    const register = open(places());
    const answer = register.merge([
      good,
      { ...unfit, body: { person: 'nobody' } },
      { ...forged, sealed },
      'nonsense',
      { ...good, id: undefined },
    ]);
    expect(answer).toMatchObject({ ok: true, added: 1, known: 0 });
    expect(answer.ok && answer.faults).toMatchObject([
      { kind: 'unfit', id: unfit.id },
      { kind: 'seal', id: forged.id },
      { kind: 'malformed', index: 3 },
      { kind: 'malformed', index: 4 },
    ]);
    expect(allOf(register)).toEqual([good]);
    // The true ones may still come.
    expect(register.merge([unfit, forged])).toMatchObject({ added: 2, faults: [] });
  });

  it('keeps both of two operations that claim one number, and reports it', async () => {
    const id = newId();
    const twins = [new Replica(id, () => NOON), new Replica(id, () => NOON)] as const;
    const [first] = twins[0].commit([arrivalDraft(newId)]) as [Operation];
    const [second] = twins[1].commit([arrivalDraft(newId)]) as [Operation];
    const [a, b] = [open(places()), open(places())];
    expect(a.merge([first])).toMatchObject({ added: 1, faults: [] });
    const claimed = { kind: 'claimed', id: second.id, replica: id, seq: 1 };
    expect(a.merge([second])).toMatchObject({ added: 1, faults: [claimed] });
    expect(allOf(a)).toEqual([first, second]);
    expect((await a.verify()).faults).toMatchObject([{ ...claimed, type: 'attendance.arrived' }]);
    expect(a.status().recovery).toBeNull();
    b.merge(a.difference({}));
    expect(allOf(b)).toEqual([first, second]);
  });

  it('reports what does not follow its predecessor, and does not mistake it for own damage', async () => {
    const source = new Replica(newId(), () => NOON);
    const [one, two] = source.commit([arrivalDraft(newId), arrivalDraft(newId)]) as [
      Operation,
      Operation,
    ];
    const altered = { ...one, actor: newId() };
    const register = open(places());
    const fault = { kind: 'altered', id: two.id, replica: source.id, seq: 2 };
    expect(register.merge([altered, two])).toMatchObject({ added: 2, faults: [fault] });
    // Coming in, the one that does not follow is seen; verified, the one that was altered is named.
    const named = { ...fault, id: altered.id, seq: 1 };
    expect((await register.verify()).faults).toMatchObject([named]);
    expect(register.status().recovery).toBeNull();
  });

  it('follows a peer that is a little ahead, and not one that is a day ahead', () => {
    const register = open(places(), { now: () => NOON });
    const clock = () => readStamp(register.status().clock ?? '').ms;
    for (const [ahead, followed] of [
      [86_400_000, false],
      [MAX_DRIFT_MS, true],
    ] as const) {
      const peer = new Replica(newId(), () => NOON + ahead);
      register.merge(peer.commit([arrivalDraft(newId)]));
      expect(clock() === NOON + ahead).toBe(followed);
    }
    const [made] = checkIns(register, 1, newId);
    expect(readStamp(made!.at)).toEqual({ ms: NOON + MAX_DRIFT_MS, counter: 1 });
  });

  it('does not bring back what was forgotten here', () => {
    const source = new Replica(newId(), () => NOON);
    const operations = source.commit(sampleDrafts(newId));
    const forgotten = operations.map((operation): Operation => {
      const digest = operation.sealed?.digest;
      return digest === undefined
        ? operation
        : { ...operation, sealed: { digest, salt: null, text: null } };
    });
    const register = open(places());
    expect(register.merge(forgotten)).toMatchObject({ added: operations.length, faults: [] });
    expect(register.merge(operations)).toMatchObject({ added: 0, known: operations.length });
    expect(allOf(register)).toEqual(forgotten);
  });
});
