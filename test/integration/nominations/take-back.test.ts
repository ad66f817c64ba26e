import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { takeBackImport, type RegisterReader } from '@renderer/features/nominations/take-back';
import { arrive } from '@shared/domain/attendance/decide';
import { issueBadge, recordPrint } from '@shared/domain/badge/decide';
import { newBadgeCode } from '@shared/domain/badge/code';
import {
  importNominations,
  moveNomination,
  type NominationRow,
} from '@shared/domain/nomination/decide';
import { replaceNominations } from '@shared/domain/nomination/replace';
import { decideWalkIn } from '@shared/domain/nomination/walk-in';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { tellApart } from '@shared/domain/person/distinctions';
import { mergePeople } from '@shared/domain/person/merge';
import { draft, type Decision, type DecisionContext } from '@shared/operation/draft';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';

const context: DecisionContext = { newId: () => uuid(), now: '2026-11-21T09:00:00.000Z' };
const MEETING = uuid();
const PARTY = uuid();
const open: Store[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function openDesk() {
  let wall = Date.UTC(2026, 10, 21);
  const register = new MemoryRegister(uuid(), () => (wall += 1));
  const db = new ProjectionDatabase(`take-back-${uuid()}`);
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
    return answer.operations;
  };
  const reader: RegisterReader = {
    read: ({ after, limit }) => register.read(after, limit),
    history: ({ record }) =>
      Promise.resolve({
        operations: register.operations.filter(
          ({ operation }) => operation.body['id'] === record || operation.subjects.includes(record),
        ),
      }),
  };
  await commit({
    ok: true,
    drafts: [
      draft(context, {
        type: 'meeting.created',
        meeting: MEETING,
        body: { id: MEETING, set: { title: 'Test meeting', body: 'ewg', programme: uuid() } },
      }),
    ],
  });
  return { store, reader, commit };
}

const row = (family: string): NominationRow => ({
  person: { id: null, set: { family, given: 'Test' }, over: [] },
  nomination: { id: null, set: { party: PARTY, state: 'accepted' }, over: [] },
});

describe('taking an import back over the register', () => {
  it('finds the import’s operations among others, and leaves what was touched', async () => {
    const { store, reader, commit } = await openDesk();
    const before = importNominations(context, {
      ...{ meeting: MEETING, file: 'before.csv', rows: [row('Earlier')] },
    });
    await commit(before);
    const made = importNominations(context, {
      ...{ meeting: MEETING, file: 'list.csv', rows: ['One', 'Two', 'Three'].map(row) },
    });
    await commit(made);
    const people = await store.list('people');
    const two = people.find(({ family }) => family === 'Two');
    await commit(
      arrive(
        context,
        {
          ...{ meeting: MEETING, person: two?.id ?? '', scopes: ['reception'] },
          ...{ modality: 'in-person', source: 'scan' },
        },
        undefined,
      ),
    );
    const taken = await takeBackImport(
      context,
      { store, register: reader },
      { meeting: MEETING, importId: made.importId ?? '' },
    );
    expect(taken?.counts).toEqual({ nominations: 2, people: 2, parties: 0, restored: 0 });
    expect(taken?.dependents).toEqual([{ person: two?.id, because: ['checked-in'], stays: true }]);
    expect(taken?.kept.map(({ table, because }) => [table, because])).toEqual([
      ['nominations', ['checked-in']],
      ['people', ['checked-in']],
    ]);
    await commit({ ok: true, drafts: taken?.drafts ?? [] });
    expect((await store.list('people')).map(({ family }) => family).sort()).toEqual([
      'Earlier',
      'Two',
    ]);
    expect(await store.list('nominations', MEETING)).toHaveLength(2);
    const states = (await store.list('imports', MEETING)).map(({ file, state }) => [file, state]);
    expect(states).toEqual([
      ['before.csv', 'made'],
      ['list.csv', 'undone'],
    ]);
  });

  it('leaves whoever was given a badge, compared with others, or came instead of somebody', async () => {
    const { store, reader, commit } = await openDesk();
    const own = ['Merged', 'Distinct', 'Gone'];
    await commit(
      importNominations(context, { meeting: MEETING, file: 'a.csv', rows: own.map(row) }),
    );
    const names = ['Badge', 'Root', 'Twin', 'Successor', 'Untouched'];
    const made = importNominations(context, {
      ...{ meeting: MEETING, file: 'b.csv', rows: names.map(row) },
    });
    await commit(made);
    const people = new Map((await store.list('people')).map((one) => [one.id, one]));
    const idOf = (name: string) => [...people.values()].find(({ family }) => family === name)?.id;
    const id = (name: string) => idOf(name) ?? '';
    const nominations = await store.list('nominations', MEETING);
    const nominationOf = (name: string) => {
      const found = nominations.find(({ person }) => person === id(name));
      if (found === undefined) throw new Error(name);
      return found;
    };
    const code = newBadgeCode((bytes) => new Uint8Array(bytes));
    const person = { id: id('Badge'), forgotten: false };
    await commit(issueBadge(context, { meeting: MEETING, person, code }, []));
    await commit(mergePeople(context, people, id('Merged'), id('Root'), []));
    await commit(tellApart(context, people, [id('Distinct'), id('Twin')], [], () => []));
    const by = { kind: 'nomination', id: nominationOf('Successor').id } as const;
    await commit(
      replaceNominations(
        context,
        [{ nomination: nominationOf('Gone'), by }],
        { authorisedBy: 'Head', source: null, receivedOn: null, accept: true },
        { nominations, headsOf: () => [] },
      ),
    );
    const taken = await takeBackImport(
      context,
      { store, register: reader },
      { meeting: MEETING, importId: made.importId ?? '' },
    );
    const told = taken?.kept
      .filter(({ table }) => table === 'nominations')
      .map(({ id: kept, because }) => {
        const whose = nominations.find((one) => one.id === kept)?.person ?? '';
        return [people.get(whose)?.family, because];
      });
    expect(told).toEqual([
      ['Badge', ['badge']],
      ['Root', ['merged']],
      ['Twin', ['told-apart']],
      ['Successor', ['replaces']],
    ]);
    expect(taken?.counts.nominations).toBe(1);
  });

  it('puts back the values that an import changed', async () => {
    const { store, reader, commit } = await openDesk();
    await commit(
      importNominations(context, { meeting: MEETING, file: 'a.csv', rows: [row('One')] }),
    );
    const [nomination] = await store.list('nominations', MEETING);
    const [person] = await store.list('people');
    if (nomination === undefined || person === undefined) throw new Error('nothing was imported');
    const changed = importNominations(context, {
      meeting: MEETING,
      file: 'b.csv',
      rows: [
        {
          person: {
            id: person.id,
            set: { jobTitle: 'Director' },
            over: await store.heads('people', null, person.id, ['jobTitle']),
          },
          nomination: {
            id: nomination.id,
            set: { capacity: 'head' },
            over: await store.heads('nominations', MEETING, nomination.id, ['capacity']),
          },
        },
      ],
    });
    await commit(changed);
    expect((await store.list('nominations', MEETING))[0]?.capacity).toBe('head');
    const taken = await takeBackImport(
      context,
      { store, register: reader },
      { meeting: MEETING, importId: changed.importId ?? '' },
    );
    await commit({ ok: true, drafts: taken?.drafts ?? [] });
    expect(taken).toMatchObject({
      ...{ kept: [], dependents: [] },
      counts: { nominations: 0, people: 0, parties: 0, restored: 2 },
    });
    expect(await store.list('nominations', MEETING)).toEqual([nomination]);
    expect(await store.list('people')).toEqual([person]);
  });

  it('names everybody who depends on it, also those who hang on a delegation that it brought', async () => {
    const { store, reader, commit } = await openDesk();
    const newParty = uuid();
    const fields = { ...PARTY_DEFAULTS, kind: 'country' as const, code: 'XAA' };
    const names = ['Asked', 'Printed', 'Untouched'];
    const made = importNominations(context, {
      ...{ meeting: MEETING, file: 'list.csv', rows: names.map(row) },
      parties: [{ id: newParty, fields }],
    });
    await commit(made);
    const walkIn = (family: string) =>
      decideWalkIn(context, {
        meeting: { id: MEETING, state: 'in-session' },
        person: { id: null, set: { family, given: 'Test' } },
        ...{ party: newParty, capacity: 'representative', receivedOn: '2026-11-21' },
        ...{ scopes: ['reception'], source: 'search', modality: 'in-person' },
      });
    await commit(walkIn('Approved'));
    await commit(walkIn('Waiting'));
    const people = new Map((await store.list('people')).map((one) => [one.family, one]));
    const named = async (family: string) => {
      const all = await store.list('nominations', MEETING);
      const found = all.find(({ person }) => person === people.get(family)?.id);
      if (found === undefined) throw new Error(family);
      return found;
    };
    const move = async (family: string, to: 'accepted' | 'reconfirmed') => {
      const one = await named(family);
      const heads = await store.heads('nominations', MEETING, one.id, ['state']);
      await commit(moveNomination(context, one, to, heads));
    };
    await move('Approved', 'accepted');
    await move('Asked', 'reconfirmed');
    const person = people.get('Printed')?.id ?? '';
    await commit(
      recordPrint(
        context,
        [{ kind: 'badge', badge: null, person, party: null, template: 'portrait' }],
        { meeting: MEETING, desk: null, reason: '', log: [] },
      ),
    );
    const taken = await takeBackImport(
      context,
      { store, register: reader },
      { meeting: MEETING, importId: made.importId ?? '' },
    );
    const familyOf = (id: string) => [...people.values()].find((one) => one.id === id)?.family;
    const told = taken?.dependents.map((one) => [familyOf(one.person), one.because, one.stays]);
    expect(told?.sort()).toEqual([
      ['Approved', ['walk-in-approved'], true],
      ['Asked', ['reconfirmed'], true],
      ['Printed', ['printed'], true],
      ['Waiting', ['walk-in'], true],
    ]);
    expect(taken?.counts).toEqual({ nominations: 1, people: 1, parties: 0, restored: 0 });
  });

  it('names those who came since, although what the import changed of them goes back', async () => {
    const { store, reader, commit } = await openDesk();
    const before = ['Came', 'Here'];
    await commit(
      importNominations(context, { meeting: MEETING, file: 'a.csv', rows: before.map(row) }),
    );
    const people = await store.list('people');
    const idOf = (name: string) => people.find(({ family }) => family === name)?.id ?? '';
    const arrives = (name: string, now: string) =>
      arrive(
        { ...context, now },
        {
          ...{ meeting: MEETING, person: idOf(name), scopes: ['reception'] },
          ...{ modality: 'in-person', source: 'scan' },
        },
        undefined,
      );
    // The wall clock of the register stands at the twenty-first: one came before, one after.
    await commit(arrives('Here', '2026-11-20T09:00:00.000Z'));
    const rows = await Promise.all(
      people.map(async ({ id }): Promise<NominationRow> => ({
        person: {
          id,
          set: { jobTitle: 'Director' },
          over: await store.heads('people', null, id, ['jobTitle']),
        },
        nomination: { id: uuid(), set: {}, over: [] },
      })),
    );
    const facts = await store.list('people');
    const changed = importNominations(context, {
      ...{ meeting: MEETING, file: 'b.csv', rows },
    });
    await commit(changed);
    await commit(arrives('Came', '2026-11-22T09:00:00.000Z'));
    const taken = await takeBackImport(
      context,
      { store, register: reader },
      { meeting: MEETING, importId: changed.importId ?? '' },
    );
    expect(taken?.dependents).toEqual([
      { person: idOf('Came'), because: ['checked-in'], stays: false },
    ]);
    expect(taken?.counts.restored).toBe(2);
    await commit({ ok: true, drafts: taken?.drafts ?? [] });
    expect(await store.list('people')).toEqual(facts);
  });

  it('does nothing for an import that the register does not know', async () => {
    const { store, reader } = await openDesk();
    const request = { meeting: MEETING, importId: uuid() };
    expect(await takeBackImport(context, { store, register: reader }, request)).toBeNull();
  });
});
