import { describe, expect, it } from 'vitest';
import { arrive } from '@shared/domain/attendance/decide';
import { moveNomination } from '@shared/domain/nomination/decide';
import { importReport, linkLogin } from '@shared/domain/virtual/decide';
import { draft, type Decision } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { ListDesk, WHOLE } from './desk-of-lists';

const FIRST = [
  'Country,Family name,Given name,E-mail,Institution,Capacity,Attendance,Remarks',
  'Bulgaria,Testova,Ana,ana@example.org,Ministry of Tests,Head of delegation,in person,late',
  'Bulgaria,Testov,Borys,,Ministry of Tests,Expert,online,',
  'Brazil,Tameshi,Ken,ken@example.org,Agency of Trials,Observer,online,',
  'UNODC,Probe,Maria,maria@example.org,,Secretariat,in person,',
].join('\n');

/** Ana in another capacity and institution, with a second address; Borys as he was; one more. */
const SECOND = [
  'Country,Family name,Given name,E-mail,Institution,Capacity,Attendance,Remarks',
  'Bulgaria,Testova,Ana,ana@example.org; ana2@example.org,Agency,Expert,in person,',
  'Bulgaria,Testov,Borys,,,,,',
  'Austria,Neu,Nora,nora@example.org,,Expert,in person,',
].join('\n');

const bytes = (text: string) => new TextEncoder().encode(text);

function drafts(decision: Decision): Draft[] {
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts;
}

async function imported(desk: ListDesk, text: string) {
  return desk.take(await desk.read('list.csv', bytes(text)));
}

function person(desk: ListDesk, family: string) {
  const found = desk.list('people').find((one) => one.family === family);
  if (found === undefined) throw new Error(`nobody called ${family}`);
  return found;
}

function nominationOf(desk: ListDesk, family: string) {
  const { id } = person(desk, family);
  const found = desk.list('nominations', desk.meeting).find((one) => one.person === id);
  if (found === undefined) throw new Error(`no nomination of ${family}`);
  return found;
}

describe('taking a list over', () => {
  it('gives every row a nomination, and a country outside the programme a record', async () => {
    const desk = new ListDesk();
    const before = desk.list('parties').length;
    await imported(desk, FIRST);
    expect(
      desk.list('nominations').map(({ capacity, modality, state }) => [capacity, modality, state]),
    ).toEqual([
      ['head', 'in-person', 'accepted'],
      ['expert', 'virtual', 'accepted'],
      ['observer', 'virtual', 'accepted'],
      ['secretariat', 'in-person', 'accepted'],
    ]);
    expect(nominationOf(desk, 'Testova')).toMatchObject({
      remarks: 'late',
      receivedOn: WHOLE.receivedOn,
    });
    expect(desk.list('parties')).toHaveLength(before + 1);
    const brazil = desk.list('parties').find(({ code }) => code === 'BRA');
    expect(brazil).toMatchObject({ statuses: [], iso2: 'BR' });
    expect(nominationOf(desk, 'Tameshi').party).toBe(brazil?.id);
  });

  it('of the same file again finds only rows that are the same, and changes nothing', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const hash = desk.hash();
    const again = await desk.read('list.csv', bytes(FIRST));
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 4, conflict: 0, error: 0 });
    expect(() => desk.take(again)).toThrow('nothing-to-import');
    expect(desk.hash()).toBe(hash);
  });

  it('of a later list changes field by field and keeps what the list does not say', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const later = await desk.read('list.csv', bytes(SECOND));
    expect(
      later.rows.map(({ verdict, changes }) => [verdict, changes.map(({ field }) => field)]),
    ).toEqual([
      ['changed', ['emails', 'institution', 'capacity']],
      ['same', []],
      ['new', []],
    ]);
    desk.take(later);
    expect(person(desk, 'Testova')).toMatchObject({
      institution: 'Agency',
      emails: ['ana@example.org', 'ana2@example.org'],
    });
    expect(nominationOf(desk, 'Testova')).toMatchObject({ capacity: 'expert', remarks: 'late' });
    expect(nominationOf(desk, 'Testov')).toMatchObject({ capacity: 'expert', modality: 'virtual' });
    const again = await desk.read('list.csv', bytes(SECOND));
    expect(again.counts).toMatchObject({ same: 3, new: 0, changed: 0 });
  });

  it('for another meeting reuses who is known, by address or by name and party', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const people = desk.list('people').length;
    const other = new ListDesk('01890000-0000-7000-8000-00000000bbbb');
    other.commit(desk.operations.map(asDraft).slice(other.operations.length));
    const list = await other.read('list.csv', bytes(SECOND));
    expect(list.rows.map(({ verdict, match }) => [verdict, match?.by ?? null])).toEqual([
      ['new', 'email'],
      ['new', 'name'],
      ['new', null],
    ]);
    expect(list.rows[0]?.changes.map(({ field }) => field)).toEqual(['emails', 'institution']);
    other.take(list);
    expect(other.list('people')).toHaveLength(people + 1);
    const again = await other.read('list.csv', bytes(SECOND));
    expect(again.counts).toMatchObject({ same: 3, new: 0, changed: 0 });
  });

  it('takes a registration in the state that its source gives it', async () => {
    const desk = new ListDesk();
    const text = [
      'ID,Name,Country,Email Address,Registration state',
      '1,Ana Testova,BG,ana@example.org,Completed',
      '2,Borys Testov,BG,borys@example.org,Withdrawn',
      '3,Cyril Testov,BG,cyril@example.org,Rejected',
      '4,Dora Testova,BG,dora@example.org,Pending',
    ].join('\n');
    await imported(desk, text);
    const states = desk.list('nominations').map(({ state }) => state);
    expect(states).toEqual(['accepted', 'withdrawn', 'declined', 'received']);
  });
});

describe('taking an import back', () => {
  it('leaves the state as it was, people and countries that it brought included', async () => {
    const desk = new ListDesk();
    const before = desk.hash();
    const made = await imported(desk, FIRST);
    expect(desk.hash()).not.toBe(before);
    expect(desk.takeBack(made)).toEqual([]);
    expect(desk.hash()).toBe(before);
    expect(desk.list('people')).toEqual([]);
    expect(desk.list('imports')[0]).toMatchObject({ state: 'undone', file: 'list.csv' });
  });

  it('puts changed fields back, personal ones included', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const before = desk.hash();
    const [ana, nomination] = [person(desk, 'Testova'), nominationOf(desk, 'Testova')];
    const made = await imported(desk, SECOND);
    expect(desk.takeBack(made)).toEqual([]);
    expect(desk.hash()).toBe(before);
    expect(person(desk, 'Testova')).toEqual(ana);
    expect(nominationOf(desk, 'Testova')).toEqual(nomination);
  });

  it('can be followed by the same list once more', async () => {
    const desk = new ListDesk();
    desk.takeBack(await imported(desk, FIRST));
    const again = await desk.read('list.csv', bytes(FIRST));
    expect(again.counts).toMatchObject({ new: 4 });
    desk.take(again);
    expect(desk.list('nominations')).toHaveLength(4);
  });

  it('keeps whom somebody has checked in', async () => {
    const desk = new ListDesk();
    const made = await imported(desk, FIRST);
    const { id } = person(desk, 'Testova');
    const { meeting, context } = desk;
    desk.commit(
      drafts(
        arrive(
          context,
          { meeting, person: id, scopes: ['reception'], modality: 'in-person', source: 'scan' },
          undefined,
        ),
      ),
    );
    expect(desk.takeBack(made)).toEqual(['nominations checked-in', 'people checked-in']);
    expect(desk.list('people').map(({ family }) => family)).toEqual(['Testova']);
    expect(nominationOf(desk, 'Testova').state).toBe('accepted');
  });

  it('keeps a nomination that was moved, and a person who was corrected', async () => {
    const desk = new ListDesk();
    const made = await imported(desk, FIRST);
    const moved = nominationOf(desk, 'Testov');
    const heads = desk.heads('nominations', moved.id, ['state']);
    desk.commit(drafts(moveNomination(desk.context, moved, 'withdrawn', heads)));
    const ken = person(desk, 'Tameshi');
    desk.commit([
      draft(desk.context, {
        type: 'person.changed',
        over: desk.heads('people', ken.id, ['jobTitle']),
        subjects: [ken.id],
        body: { id: ken.id, set: {} },
        personal: { set: { jobTitle: 'Director' } },
      }),
    ]);
    expect(desk.takeBack(made).sort()).toEqual([
      'nominations changed',
      'nominations changed',
      'parties used-elsewhere',
      'people changed',
      'people changed',
    ]);
    expect(desk.list('people').map(({ family }) => family)).toEqual(['Testov', 'Tameshi']);
    expect(nominationOf(desk, 'Testov').state).toBe('withdrawn');
  });

  it('keeps whom a login was linked to', async () => {
    const desk = new ListDesk();
    const made = await imported(desk, FIRST);
    const { meeting, context } = desk;
    desk.commit(
      drafts(
        importReport(
          context,
          {
            ...{ meeting, file: 'zoom.csv', title: '', platform: 'zoom' },
            ...{ generation: 'meeting-2023', timeZone: 'UTC', digest: 'a'.repeat(64) },
            ...{ rows: 1, dropped: 0 },
            logins: [{ name: 'Maria P.', email: null, intervals: [[1, 2]], link: null }],
          },
          [],
        ),
      ),
    );
    const [login] = desk.list('logins');
    if (login === undefined) throw new Error('no login');
    const link = { kind: 'persons', persons: [person(desk, 'Probe').id], by: 'hand' } as const;
    const heads = desk.heads('logins', login.id, ['link']);
    desk.commit(
      drafts(linkLogin(context, login, { ...link, persons: [...link.persons] }, heads, false)),
    );
    expect(desk.takeBack(made)).toEqual(['nominations linked', 'people linked']);
  });

  it('keeps a person whom another meeting has named, and removes the nomination', async () => {
    const desk = new ListDesk();
    const made = await imported(desk, FIRST);
    const ana = nominationOf(desk, 'Testova');
    desk.commit([
      draft(desk.context, {
        type: 'nomination.received',
        meeting: '01890000-0000-7000-8000-00000000bbbb',
        subjects: [ana.person],
        body: {
          id: desk.context.newId(),
          set: { person: ana.person, party: ana.party, state: 'accepted' },
        },
      }),
    ]);
    expect(desk.takeBack(made)).toEqual(['people used-elsewhere']);
    expect(desk.list('nominations', desk.meeting)).toEqual([]);
    expect(desk.list('people').map(({ family }) => family)).toEqual(['Testova']);
  });

  it('keeps a changed field that somebody has changed again', async () => {
    const desk = new ListDesk();
    await imported(desk, FIRST);
    const made = await imported(desk, SECOND);
    const { id, person: who } = nominationOf(desk, 'Testova');
    desk.commit([
      draft(desk.context, {
        type: 'nomination.changed',
        meeting: desk.meeting,
        over: desk.heads('nominations', id, ['capacity']),
        subjects: [who],
        body: { id, set: { capacity: 'adviser' } },
      }),
    ]);
    expect(desk.takeBack(made)).toEqual(['nominations changed']);
    expect(nominationOf(desk, 'Testova').capacity).toBe('adviser');
    expect(person(desk, 'Testova').institution).toBe('Ministry of Tests');
  });
});

function asDraft({ sealed, ...operation }: ListDesk['operations'][number]): Draft {
  const { id, type, v, meeting, over, subjects, blobs, body } = operation;
  const text = sealed?.text;
  const personal = text == null ? null : (JSON.parse(text) as Draft['personal']);
  return { id, type, v, meeting, over, subjects, blobs, body, personal };
}
