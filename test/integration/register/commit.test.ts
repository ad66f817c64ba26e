import { describe, expect, expectTypeOf, it } from 'vitest';
import { verifyChain } from '@shared/journal/chain';
import { channels } from '@shared/contract/contract';
import { registerStatusSchema, type CheckedDrafts } from '@shared/contract/register';
import { stampedSchema, type Draft } from '@shared/operation/operation';
import type { RegisterPort } from '@electron/bridge/register-port';
import { sha256 } from '../../support/replica';
import { arrivalDraft, personDrafts, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, checkIns, commit, open, places } from './support/folders';

const newId = seededIds(11);

describe('a commit', () => {
  it('stamps, numbers, chains and seals operations of every type', () => {
    const register = open(places());
    const drafts = sampleDrafts(newId);
    const made = commit(register, drafts);
    expect(made.map(({ n }) => n)).toEqual(drafts.map((_, index) => index + 1));
    const operations = made.map(({ operation }) => operation);
    expect(operations.map(({ seq }) => seq)).toEqual(drafts.map((_, index) => index + 1));
    expect(verifyChain(operations, sha256)).toEqual([]);
    expect(register.read(0, 1000)).toEqual({ operations: made, last: drafts.length });
    for (const stamped of made) expect(stampedSchema.parse(stamped)).toEqual(stamped);
  });

  it('goes on after a restart where it was', () => {
    const at = places();
    const first = open(at);
    commit(first, sampleDrafts(newId));
    const { life, last, clock } = first.status();
    first.close();
    const second = open(at);
    expect(second.status()).toMatchObject({ life, last, clock, recovery: null });
    const [next] = commit(second, [arrivalDraft(newId)]);
    expect(next).toMatchObject({ n: last + 1, operation: { replica: life, seq: last + 1 } });
    expect(next!.operation.at > clock!).toBe(true);
    expect(verifyChain(allOf(second), sha256)).toEqual([]);
  });

  it('that is repeated gives the operations of the first time', () => {
    const at = places();
    const register = open(at);
    const drafts = sampleDrafts(newId);
    const made = commit(register, drafts);
    expect(commit(register, drafts)).toEqual(made);
    register.close();
    const again = open(at);
    expect(commit(again, drafts)).toEqual(made);
    expect(again.status().operations).toBe(drafts.length);
  });

  it('that is known in part is refused whole', () => {
    const register = open(places());
    const [known, fresh] = [arrivalDraft(newId), arrivalDraft(newId)];
    commit(register, [known]);
    expect(register.commit([fresh, known])).toEqual({
      ...{ ok: false, reason: 'invalid' },
      detail: '1 of 2 operations were committed before',
    });
    expect(register.status().operations).toBe(1);
  });

  it.each<[string, (draft: Draft) => Draft[], RegExp]>([
    ['an unknown type', (d) => [{ ...d, type: 'person.cloned' }], /person\.cloned/],
    ['a newer version', (d) => [{ ...d, v: 2 }], /attendance\.arrived v2/],
    ['a body of another shape', (d) => [{ ...d, body: {} }], /attendance\.arrived: body/],
    ['personal values where none belong', (d) => [{ ...d, personal: {} }], /personal/],
    ['an id that is no UUID', (d) => [{ ...d, id: 'x' }], /UUID/],
    ['a name among the subjects', (d) => [{ ...d, subjects: ['Ana'] }], /UUID/],
    ['one operation twice', (d) => [d, d], /occurs twice/],
    ['a good and a bad one', (d) => [d, { ...d, id: newId(), body: {} }], /body/],
  ])('with %s is refused whole', (_name, wrong, detail) => {
    const register = open(places());
    const answer = register.commit(wrong(arrivalDraft(newId)));
    expect(answer).toMatchObject({ ok: false, reason: 'invalid' });
    expect(answer.ok ? '' : answer.detail).toMatch(detail);
    expect(register.status()).toMatchObject({ last: 0, operations: 0, clock: null });
  });

  it('by nobody is a mistake of the program', () => {
    const register = open(places(), { actor: () => '' });
    expect(() => register.commit([arrivalDraft(newId)])).toThrow();
    expect(register.status().operations).toBe(0);
  });

  it('stamps rise although the wall clock runs backwards', () => {
    let wall = Date.UTC(2023, 1, 7);
    const register = open(places(), { now: () => (wall -= 1000) });
    const stamps = checkIns(register, 20, newId).map(({ at }) => at);
    expect(stamps.toSorted()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(20);
  });
});

describe('what is read', () => {
  it('comes in pages by the local ordinal', () => {
    const register = open(places());
    checkIns(register, 7, newId);
    const pages = [0, 3, 6, 7].map((after) => register.read(after, 3).operations.map(({ n }) => n));
    expect(pages).toEqual([[1, 2, 3], [4, 5, 6], [7], []]);
    expect(register.read(0, 1).last).toBe(7);
  });

  it('as history names what concerns a record or a person', () => {
    const register = open(places());
    const person = newId();
    const drafts = [
      ...personDrafts(newId, person),
      arrivalDraft(newId, person),
      arrivalDraft(newId),
      ...personDrafts(newId),
    ];
    commit(register, drafts);
    expect(register.history(person).operations.map(({ n }) => n)).toEqual([1, 2, 3]);
    const meeting = drafts[3]!.body['person'] as string;
    expect(register.history(meeting).operations.map(({ n }) => n)).toEqual([4]);
    expect(register.history(newId()).operations).toEqual([]);
    expect(register.history("' OR 1 = 1 --").operations).toEqual([]);
  });
});

describe('a commit of drafts that the bridge has checked', () => {
  const { request } = channels['register.commit'];
  const checked = (drafts: Draft[]) => request.parse({ drafts }).drafts;

  it('makes the same operations', () => {
    const register = open(places());
    const drafts = sampleDrafts(newId);
    const made = register.commitChecked(checked(drafts));
    expect(made).toEqual({ ok: true, operations: register.read(0, 1000).operations });
    expect(register.commit(drafts)).toEqual(made);
  });

  it('is refused for what only the register knows', () => {
    const register = open(places());
    const arrival = arrivalDraft(newId);
    expect(register.commitChecked(checked([arrival, arrival]))).toMatchObject({
      ...{ ok: false, reason: 'invalid' },
      detail: expect.stringContaining('occurs twice') as string,
    });
    expect(register.commitChecked(checked([{ ...arrival, body: {} }]))).toMatchObject({
      ...{ ok: false, reason: 'invalid' },
      detail: expect.stringContaining(`${arrival.type}: body`) as string,
    });
    expect(register.status().operations).toBe(0);
  });

  it('cannot be asked for with drafts that nobody has checked', () => {
    const unchecked = { ...arrivalDraft(newId), body: { when: new Date(0) } } as unknown as Draft;
    expect(() => checked([unchecked])).toThrow();
    expectTypeOf<Draft[]>().not.toExtend<CheckedDrafts>();
    expect(open(places()).commit([unchecked])).toMatchObject({ ok: false, reason: 'invalid' });
  });
});

describe('the register', () => {
  it('is what the bridge asks for', () => {
    const register = open(places()) satisfies RegisterPort;
    expect(registerStatusSchema.parse(register.status())).toEqual(register.status());
    checkIns(register, 1, newId);
    expect(registerStatusSchema.parse(register.status())).toEqual(register.status());
  });

  it('tells after every commit how far it is, until nobody listens', () => {
    const register = open(places());
    const heard: number[] = [];
    const stop = register.onCommitted((last) => heard.push(last));
    checkIns(register, 2, newId);
    commit(register, [arrivalDraft(newId), arrivalDraft(newId)]);
    register.commit([{ ...arrivalDraft(newId), body: {} }]);
    stop();
    checkIns(register, 1, newId);
    expect(heard).toEqual([1, 2, 4]);
  });

  it('commits although a listener fails', () => {
    const said: string[] = [];
    const register = open(places(), { log: (message) => said.push(message) });
    register.onCommitted(() => {
      throw new Error('not today');
    });
    checkIns(register, 1, newId);
    expect(register.status().operations).toBe(1);
    expect(said).toEqual(['a listener failed: Error']);
  });

  it('has one user only', () => {
    const at = places();
    open(at);
    expect(() => open(at)).toThrow('another process has the register open');
  });
});
