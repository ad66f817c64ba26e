import { describe, expect, it } from 'vitest';
import type { Choice } from '@shared/codecs/nominations/choice';
import type { RowEdits } from '@shared/codecs/nominations/types';
import { foldName } from '@shared/matching/fold';
import { ListDesk } from './desk-of-lists';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER = 'Country,Family name,Given name,E-mail,Institution,Job title';
const list = (...rows: string[]) => bytes([HEADER, ...rows].join('\n'));

const FIRST = list('Bulgaria,Testova,Ana,ana@example.org,Ministry,', 'Austria,Testov,Borys,,,');

async function imported(desk: ListDesk, file: Uint8Array) {
  return desk.take(await desk.read('list.csv', file));
}

/** Takes a list over with one decision on each of its rows. */
async function decided(desk: ListDesk, file: Uint8Array, choice: Choice) {
  const read = await desk.read('list.csv', file);
  return desk.take(read, { choices: new Map(read.rows.map(({ key }) => [key, choice])) });
}

const people = (desk: ListDesk) =>
  desk.list('people').map(({ family, given, emails }) => [family, given, ...emails].join(' '));
const partyCode = (desk: ListDesk, party: string) =>
  desk.list('parties').find(({ id }) => id === party)?.code;

describe('a conflict that was decided', () => {
  const OTHER_NAME = list('Bulgaria,Novak,Nora,ana@example.org,Agency,');

  it('for the list: the person has its values, and the list is the same from then on', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    await decided(desk, OTHER_NAME, { take: 'replace' });
    expect(people(desk)).toEqual(['Novak Nora ana@example.org', 'Testov Borys']);
    expect((await desk.read('list.csv', OTHER_NAME)).counts).toMatchObject({ same: 1 });
  });

  it('for somebody else: a new person, found again by the whole name', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const made = await decided(desk, OTHER_NAME, { take: 'another' });
    expect(people(desk)).toHaveLength(3);
    expect((await desk.read('list.csv', OTHER_NAME)).counts).toMatchObject({ same: 1 });
    expect((await desk.read('list.csv', FIRST)).counts).toMatchObject({ same: 2 });
    expect(desk.takeBack(made)).toEqual([]);
    expect(people(desk)).toHaveLength(2);
  });

  it('for what is known: nothing to take over', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const hash = desk.hash();
    await expect(decided(desk, OTHER_NAME, { take: 'keep' })).rejects.toThrow('nothing-to-import');
    expect(desk.hash()).toBe(hash);
  });

  it('about the delegation: the nomination moves, or both delegations name the person', async () => {
    const file = list('Austria,Testova,Ana,ana@example.org,,Expert');
    const moved = new ListDesk();
    await imported(moved, FIRST);
    const before = moved.hash();
    const made = await decided(moved, file, { take: 'replace' });
    const codes = (desk: ListDesk) =>
      desk.list('nominations').map(({ party }) => partyCode(desk, party));
    expect(codes(moved)).toEqual(['AUT', 'AUT']);
    expect(moved.takeBack(made)).toEqual([]);
    expect(moved.hash()).toBe(before);

    const both = new ListDesk();
    await imported(both, FIRST);
    await decided(both, file, { take: 'another' });
    expect(codes(both).sort()).toEqual(['AUT', 'AUT', 'BGR']);
    expect(both.list('people')).toHaveLength(2);
    expect((await both.read('list.csv', file)).counts).toMatchObject({ same: 1 });
  });
});

describe('a row that is kept', () => {
  it('fills what is empty, and changes nothing that is known', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    await decided(desk, list('Bulgaria,Testova,Ana,ana@example.org,Agency,Director'), {
      take: 'keep',
    });
    expect(desk.list('people')[0]).toMatchObject({ institution: 'Ministry', jobTitle: 'Director' });
  });
});

describe('a name of a delegation that nobody knows', () => {
  const UNKNOWN = list('Zurbagania,Testova,Ana,ana@example.org,,', 'zurbagania,Testov,Borys,,,');

  async function settledList(desk: ListDesk, code: string, file = UNKNOWN) {
    const party = desk.parties().all.find((one) => one.code === code)?.id ?? '';
    const settled = new Map([[foldName('Zurbagania'), party]]);
    const read = await desk.read('list.csv', file, { settled });
    expect(read.counts).toMatchObject({ new: 2 });
    expect(read.rows[0]).toMatchObject({ party, partyEvidence: 'settled' });
    return desk.take(read, { settled });
  }

  it('is asked once, remembered in the same act, and known from then on', async () => {
    const desk = new ListDesk();
    const made = await settledList(desk, 'BGR');
    const changed = made.filter(({ type }) => type === 'party.changed');
    expect(changed.map(({ body }) => body['set'])).toEqual([{ aliases: ['Zurbagania'] }]);
    const again = await desk.read('list.csv', UNKNOWN);
    expect(again.counts).toMatchObject({ same: 2, error: 0 });
    expect(again.rows[0]).toMatchObject({ partyEvidence: 'alias' });
  });

  it('is remembered with a country that is no party yet', async () => {
    const desk = new ListDesk();
    await settledList(desk, 'BRA');
    const brazil = desk.list('parties').find(({ code }) => code === 'BRA');
    expect(brazil?.aliases).toEqual(['Zurbagania']);
    expect((await desk.read('list.csv', UNKNOWN)).counts).toMatchObject({ same: 2 });
  });

  it('is forgotten when the import is taken back: the state is what it was', async () => {
    const desk = new ListDesk();
    const before = desk.hash();
    expect(desk.takeBack(await settledList(desk, 'BGR'))).toEqual([]);
    expect(desk.hash()).toBe(before);
    expect((await desk.read('list.csv', UNKNOWN)).counts).toMatchObject({ error: 2 });
  });

  it('stays remembered when another list has added a spelling since', async () => {
    const desk = new ListDesk();
    const made = await settledList(desk, 'BGR');
    const party = desk.list('parties').find(({ code }) => code === 'BGR')?.id ?? '';
    const settled = new Map([[foldName('Burgundia'), party]]);
    const read = await desk.read('b.csv', list('Burgundia,Drei,Dora,,,'), { settled });
    desk.take(read, { settled });
    expect(desk.takeBack(made)).toEqual(['parties changed']);
    expect(desk.list('parties').find(({ id }) => id === party)?.aliases).toEqual([
      'Zurbagania',
      'Burgundia',
    ]);
  });
});

describe('a row that was corrected in the preview', () => {
  const file = list(
    'Bulgaria,Tsetova,Ana,ana@example.org,Ministri,Expert',
    'Austria,Tetsov,Brys,,Agency,',
    'Austria,Muster,Eva,ev@example.org,Agency,',
    'Austria,Wrong,Person,right@example.org,Agency,',
  );
  const edits: RowEdits = new Map([
    ['0:1', { familyName: 'Testova', institution: 'Ministry' }],
    ['0:2', { familyName: 'Testov', givenName: 'Borys' }],
    ['0:3', { email: 'eva@example.org' }],
    ['0:4', { familyName: 'Proba', givenName: 'Nora' }],
  ]);

  it('stays corrected when the same file comes again', async () => {
    const desk = new ListDesk();
    const before = desk.hash();
    const made = desk.take(await desk.read('list.csv', file, { edits }));
    expect(people(desk)).toEqual([
      'Testova Ana ana@example.org',
      'Testov Borys',
      'Muster Eva eva@example.org',
      'Proba Nora right@example.org',
    ]);
    const again = await desk.read('list.csv', file);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 4, conflict: 0, error: 0 });
    expect(desk.takeBack(made)).toEqual([]);
    expect(desk.hash()).toBe(before);
  });

  it('follows a later list that says something else', async () => {
    const desk = new ListDesk();
    desk.take(await desk.read('list.csv', file, { edits }));
    const later = await desk.read('list.csv', list('Bulgaria,Tsetova,Ana,ana@example.org,Bureau,'));
    expect(later.rows.map(({ changes }) => changes)).toEqual([
      [{ field: 'institution', from: 'Ministry', to: 'Bureau' }],
    ]);
  });

  it('remembers what was corrected of the same nomination before', async () => {
    const desk = new ListDesk();
    desk.take(await desk.read('list.csv', file, { edits }));
    const next = list('Bulgaria,Tsetova,Ana,ana@example.org,Ministry,Exprt');
    const corrected: RowEdits = new Map([['0:1', { jobTitle: 'Director' }]]);
    const made = desk.take(await desk.read('list.csv', next, { edits: corrected }));
    expect((await desk.read('list.csv', next)).counts).toMatchObject({ same: 1, changed: 0 });
    desk.takeBack(made);
    expect((await desk.read('list.csv', file)).counts).toMatchObject({ same: 4 });
  });
});
