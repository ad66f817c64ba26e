import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { takeBackImport, type RegisterReader } from '@renderer/features/nominations/take-back';
import { importParties } from '@shared/domain/import/parties';
import { addParty, changeParty, fieldsOf, type TakenParty } from '@shared/domain/party/decide';
import { PARTY_DEFAULTS, type Party, type PartyFields } from '@shared/domain/party/types';
import { draft, type Decision, type DecisionContext } from '@shared/operation/draft';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';
import { hashOf, projected } from '../../unit/projections/visible';

const context: DecisionContext = { newId: () => uuid(), now: '2026-11-22T09:00:00.000Z' };
const open: Store[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

function party(code: string, more: Partial<PartyFields> = {}): PartyFields {
  return {
    ...{ ...PARTY_DEFAULTS, kind: 'organization', code, names: { en: `Party ${code}` } },
    ...more,
  };
}

async function openRegistry() {
  let wall = Date.UTC(2026, 10, 22);
  const register = new MemoryRegister(uuid(), () => (wall += 1));
  const db = new ProjectionDatabase(`registry-${uuid()}`);
  const store = new Store(
    db,
    register,
    new MemoryStorage(),
    (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
    () => wall,
  );
  open.push(store);
  await store.start();
  const commit = async (decision: Decision) => {
    if (!decision.ok) throw new Error(decision.reason);
    const answer = await store.commit(decision.drafts);
    if (!answer.ok) throw new Error(answer.reason);
  };
  const reader: RegisterReader = {
    read: ({ after, limit }) => register.read(after, limit),
    history: ({ record }) =>
      Promise.resolve({
        operations: register.operations.filter(({ operation }) => operation.body['id'] === record),
      }),
  };
  const heads = async () => {
    const rows = await store.collections.load('parties', null);
    return (id: string, fields: readonly string[]) => {
      const row = rows.get(id);
      return row === undefined ? [] : headIds(row as RecordRow, fields);
    };
  };
  const parties = async () =>
    new Map((await store.list('parties')).map((one) => [one.code, one] as const));
  const add = async (fields: PartyFields) =>
    commit(
      addParty(context, {
        ...{ id: uuid(), fields, focalPoints: [] },
        parties: [...(await parties()).values()],
      }),
    );
  const change = async (code: string, to: Partial<PartyFields>) => {
    const all = await parties();
    const one = all.get(code);
    if (one === undefined) throw new Error(`no ${code}`);
    const fields = { ...fieldsOf(one), ...to };
    const headsOf = await heads();
    await commit(
      changeParty(context, { ...{ party: one, parties: [...all.values()] }, headsOf, fields }),
    );
  };
  const bring = async (rows: (all: ReadonlyMap<string, Party>) => TakenParty[]) => {
    const all = await parties();
    const list = { file: 'registry.csv', taken: rows(all), parties: [...all.values()] };
    const made = importParties(context, list, await heads());
    await commit(made);
    return made.importId ?? '';
  };
  const takeBack = async (importId: string) => {
    const what = { meeting: null, importId };
    const taken = await takeBackImport(context, { store, register: reader }, what);
    if (taken === null) throw new Error('not known');
    await commit({ ok: true, drafts: taken.drafts });
    return taken;
  };
  const hash = () => hashOf(projected(register.operations.map(({ operation }) => operation)));
  return { store, commit, parties, add, change, bring, takeBack, hash };
}

const fresh = (fields: PartyFields): TakenParty => ({ party: null, fields });
const changed = (all: ReadonlyMap<string, Party>, code: string, to: Partial<PartyFields>) => {
  const one = all.get(code);
  if (one === undefined) throw new Error(`no ${code}`);
  return { party: one, fields: { ...fieldsOf(one), ...to } };
};

describe('a registry that is taken back', () => {
  it('leaves everything as it was before, as one act', async () => {
    const desk = await openRegistry();
    await desk.add(party('AAA'));
    await desk.add(party('BBB', { flags: ['donor'] }));
    const before = desk.hash();
    const id = await desk.bring((all) => [
      changed(all, 'AAA', { names: { en: 'Another name', fr: 'Un autre nom' } }),
      changed(all, 'BBB', { code: 'CCC', flags: [] }),
      fresh(party('DDD')),
    ]);
    expect([...(await desk.parties()).keys()].sort()).toEqual(['AAA', 'CCC', 'DDD']);
    const taken = await desk.takeBack(id);
    expect(taken.counts).toEqual({ nominations: 0, people: 0, parties: 1, restored: 2 });
    expect(taken.kept).toEqual([]);
    expect(desk.hash()).toBe(before);
    const [made] = await desk.store.list('imports');
    expect(made).toMatchObject({ kind: 'parties', rows: 3, state: 'undone', file: 'registry.csv' });
  });

  it('keeps what somebody has worked with since, and says why', async () => {
    const desk = await openRegistry();
    for (const code of ['AAA', 'BBB']) await desk.add(party(code));
    const id = await desk.bring((all) => [
      changed(all, 'AAA', { names: { en: 'From the file' } }),
      changed(all, 'BBB', { names: { en: 'From the file, too' } }),
      ...['DDD', 'EEE', 'FFF'].map((code) => fresh(party(code))),
    ]);
    await desk.change('AAA', { names: { en: 'By hand' } });
    await desk.change('DDD', { flags: ['priority'] });
    const meeting = uuid();
    const named = (await desk.parties()).get('EEE');
    const created = { title: 'Test', body: 'ewg', programme: uuid() };
    const set = { person: uuid(), party: named?.id ?? '', state: 'received' };
    await desk.commit({
      ok: true,
      drafts: [
        draft(context, { type: 'meeting.created', meeting, body: { id: meeting, set: created } }),
        draft(context, { type: 'nomination.received', meeting, body: { id: uuid(), set } }),
      ],
    });
    const taken = await desk.takeBack(id);
    const codes = new Map([...(await desk.parties()).values()].map(({ id, code }) => [id, code]));
    expect(taken.kept.map(({ id: kept, because }) => [codes.get(kept), because]).sort()).toEqual([
      ['AAA', ['changed']],
      ['DDD', ['changed']],
      ['EEE', ['used-elsewhere']],
    ]);
    const left = await desk.parties();
    expect([...left.keys()].sort()).toEqual(['AAA', 'BBB', 'DDD', 'EEE']);
    expect(left.get('AAA')?.names.en).toBe('By hand');
    expect(left.get('BBB')?.names.en).toBe('Party BBB');
  });

  it('gives no party a code back that another one has taken since', async () => {
    const desk = await openRegistry();
    for (const code of ['AAA', 'BBB']) await desk.add(party(code));
    const id = await desk.bring((all) => [
      changed(all, 'AAA', { code: 'BBB' }),
      changed(all, 'BBB', { code: 'CCC' }),
    ]);
    await desk.add(party('AAA'));
    const taken = await desk.takeBack(id);
    // The first stays because its code is gone, and the second because the first stays.
    expect(taken.kept.map(({ because }) => because)).toEqual([
      ['used-elsewhere'],
      ['used-elsewhere'],
    ]);
    expect([...(await desk.parties()).keys()].sort()).toEqual(['AAA', 'BBB', 'CCC']);
  });
});
