import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { takeBackImport, type RegisterReader } from '@renderer/features/nominations/take-back';
import { arrive } from '@shared/domain/attendance/decide';
import { issueBadge } from '@shared/domain/badge/decide';
import { newBadgeCode } from '@shared/domain/badge/code';
import { importNominations, type NominationRow } from '@shared/domain/nomination/decide';
import { replaceNominations } from '@shared/domain/nomination/replace';
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
    expect(taken?.removed).toBe(2);
    expect(taken?.kept.map(({ table, because }) => [table, because])).toEqual([
      ['nominations', 'checked-in'],
      ['people', 'checked-in'],
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
      ['Badge', 'badge'],
      ['Root', 'compared'],
      ['Twin', 'compared'],
      ['Successor', 'changed'],
    ]);
    expect(taken?.removed).toBe(1);
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
    expect(taken).toMatchObject({ removed: 0, kept: [] });
    expect(await store.list('nominations', MEETING)).toEqual([nomination]);
    expect(await store.list('people')).toEqual([person]);
  });

  it('does nothing for an import that the register does not know', async () => {
    const { store, reader } = await openDesk();
    const request = { meeting: MEETING, importId: uuid() };
    expect(await takeBackImport(context, { store, register: reader }, request)).toBeNull();
  });
});
