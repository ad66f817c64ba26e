import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import type { PersonFields } from '@shared/domain/person/types';
import { importReport, type ReadLogin } from '@shared/domain/virtual/decide';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { VirtualPage } from '@renderer/features/virtual/pages';

// There are no workers here: a job runs where it is asked for.
vi.mock('@renderer/workers/run-job', async () => {
  const { jobs } = await import('@renderer/workers/jobs');
  return {
    runJob: (job: keyof typeof jobs, input: never) =>
      (jobs[job] as (input: never) => Promise<unknown>)(input),
  };
});

vi.mock('@renderer/workers/kept-worker', async () => {
  const { jobs } = await import('@renderer/workers/jobs');
  return {
    KeptWorker: class {
      run = (job: keyof typeof jobs, input: never) =>
        (jobs[job] as (input: never) => Promise<unknown>)(input);
      end = () => undefined;
    },
  };
});

afterEach(cleanup);

const context: DecisionContext = { newId, now: '2023-12-12T19:00:00.000Z' };
const START = Date.parse('2023-12-11T09:00:00.000Z');
const HOUR = 3_600_000;

/** A meeting with two delegations, who is nominated for it, and one report. */
function world() {
  const own = programme();
  const held = meeting(own.id, { state: 'closed' });
  const drafts: Draft[] = [...own.drafts, ...held.drafts];
  const party = (code: string, en: string) => {
    const id = newId();
    const set = { ...PARTY_DEFAULTS, code, names: { en } };
    drafts.push(draft(context, { type: 'party.added', body: { id, set } }));
    return id;
  };
  const parties = { one: party('EXL', 'Exampleland'), two: party('TST', 'Testonia') };
  const person = (set: Partial<PersonFields>, partyId: string | null) => {
    const id = newId();
    drafts.push(
      draft(context, {
        ...{ type: 'person.recorded', subjects: [id] },
        ...{ body: { id, set: { synthetic: true } }, personal: { set } },
      }),
    );
    if (partyId === null) return id;
    const set2 = { person: id, party: partyId, state: 'accepted' };
    drafts.push(
      draft(context, {
        ...{ type: 'nomination.received', meeting: held.id, subjects: [id] },
        body: { id: newId(), set: set2 },
      }),
    );
    return id;
  };
  const report = (logins: readonly Partial<ReadLogin>[], digit = 'a') => {
    const decision = importReport(
      context,
      {
        ...{ meeting: held.id, file: `${digit}.csv`, title: '', platform: 'zoom' },
        ...{ generation: 'meeting-2021', timeZone: 'UTC', rows: 1, dropped: 0 },
        digest: digit.repeat(64),
        logins: logins.map((login, at) => ({
          ...{ name: '', email: null, link: null },
          intervals: [[START + at * 1000, START + HOUR] as const],
          ...login,
        })),
      },
      [],
    );
    if (!decision.ok) throw new Error(decision.reason);
    drafts.push(...decision.drafts);
  };
  const open = async () => {
    const routes = [{ path: '/m/:meeting/virtual', element: <VirtualPage /> }];
    const opened = await openWindow({ routes, at: `/m/${held.id}/virtual`, drafts });
    await screen.findByRole('radiogroup', { name: 'Logins by what is known of them' });
    return {
      ...opened,
      login: async (name: string) => {
        const all = await opened.store.list('logins', held.id);
        return all.find((one) => one.name === name);
      },
      count: () => opened.register.operations.length,
    };
  };
  return { parties, person, report, open, meeting: held.id };
}

const CODES: Readonly<Record<string, string>> = { Enter: 'Enter', ArrowDown: 'ArrowDown' };
const codeOf = (key: string) =>
  CODES[key] ?? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);

/** A key where the focus is. Letters go by their place, whatever the layout types. */
const press = (key: string, typed = key) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: typed, code: codeOf(key) });
const rowOf = (name: string) => screen.findByRole('listitem', { name });
const focus = async (name: string) => {
  const row = await rowOf(name);
  row.focus();
  return row;
};
const type = (text: string) =>
  fireEvent.change(document.activeElement as HTMLInputElement, { target: { value: text } });
const pile = (label: string) => screen.findByText(label);

describe('the piles by the keyboard', () => {
  it('confirm with Enter, remember the name, go on to the next row, and undo all of it', async () => {
    const { person, parties, report, open } = world();
    const anna = person({ family: 'Tarvel', given: 'Anna' }, parties.one);
    const borys = person({ family: 'Belmor', given: 'Borys' }, parties.two);
    report([{ name: 'A. Tarvel' }, { name: 'Borys Belmor' }]);
    const { login, store } = await open();
    await pile('To confirm (2)');
    await focus('A. Tarvel');
    press('Enter');
    await waitFor(async () =>
      expect((await login('A. Tarvel'))?.link).toEqual({
        ...{ kind: 'persons', by: 'hand' },
        persons: [anna],
      }),
    );
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Borys Belmor'),
    );
    expect((await store.list('aliases'))[0]).toMatchObject({ person: anna, name: 'A. Tarvel' });
    press('1');
    await waitFor(async () =>
      expect((await login('Borys Belmor'))?.link).toMatchObject({ persons: [borys] }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Undo: Borys Belmor' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: A. Tarvel' }));
    await waitFor(async () => expect((await login('A. Tarvel'))?.link).toBeNull());
    expect((await store.list('aliases')).every(({ revoked }) => revoked)).toBe(true);
  });

  it('suggest who was linked under the same name in another report of the meeting', async () => {
    const { person, parties, report, open } = world();
    const olga = person({ family: 'Korvat', given: 'Olga' }, parties.one);
    report([{ name: 'Olly', link: { kind: 'persons', persons: [olga], by: 'hand' } }], 'a');
    report([{ name: 'Olly' }], 'b');
    const { login } = await open();
    await pile('To confirm (1)');
    const row = await focus('Olly');
    expect(row.textContent).toContain('same name in another report of this meeting');
    press('Enter');
    await pile('Linked (2)');
    expect((await login('Olly'))?.link).toMatchObject({ persons: [olga] });
  });

  it('reject a candidate for good: X, whatever the layout types', async () => {
    const { person, parties, report, open } = world();
    const anna = person({ family: 'Tarvel', given: 'Anna' }, parties.one);
    person({ family: 'Tarvel', given: 'Anton' }, parties.two);
    report([{ name: 'A. Tarvel' }]);
    const { login } = await open();
    const row = await focus('A. Tarvel');
    expect(within(row).getAllByRole('button', { name: /is not/ })).toHaveLength(2);
    press('X', 'ч');
    await waitFor(async () => expect((await login('A. Tarvel'))?.rejected).toHaveLength(1));
    expect(
      within(await rowOf('A. Tarvel')).getAllByRole('button', { name: /is not/ }),
    ).toHaveLength(1);
    await focus('A. Tarvel');
    press('X');
    await pile('Unmatched (1)');
    expect((await login('A. Tarvel'))?.rejected).toContain(anna);
  });

  it('split a delegation’s room into several people, each with evidence', async () => {
    const { person, parties, report, open } = world();
    const two = [
      person({ family: 'Tarvel', given: 'Anna' }, parties.one),
      person({ family: 'Drebin', given: 'Olga' }, parties.one),
    ];
    person({ family: 'Belmor', given: 'Borys' }, parties.two);
    report([{ name: 'Delegation of Exampleland' }]);
    const { login, store } = await open();
    await focus('Delegation of Exampleland');
    press('S', 'ы');
    const list = await screen.findByRole('listbox', { name: 'Found' });
    expect(within(list).getAllByRole('option')).toHaveLength(2);
    expect(list.textContent).toContain('named delegation: Exampleland');
    press('Enter');
    await screen.findByRole('button', { name: 'Link 1 person' });
    press('ArrowDown');
    press('Enter');
    await screen.findByRole('button', { name: 'Link 2 people' });
    press('Enter');
    await waitFor(async () => {
      const link = (await login('Delegation of Exampleland'))?.link;
      expect(link?.kind === 'persons' ? [...link.persons].sort() : null).toEqual([...two].sort());
    });
    expect(await store.list('aliases')).toEqual([]);
  });

  it('mark an interpreter as nobody who takes part: N, Enter', async () => {
    const { report, open } = world();
    report([{ name: 'Interpreter RU 1' }]);
    const { login } = await open();
    await focus('Interpreter RU 1');
    press('N');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('interpreter'));
    fireEvent.click(document.activeElement as HTMLElement);
    await waitFor(async () =>
      expect((await login('Interpreter RU 1'))?.link).toEqual({
        kind: 'nobody',
        why: 'interpreter',
      }),
    );
    await pile('Not participants (1)');
  });

  it('register a walk-in: person, provisional nomination and link in one commit, without arrival', async () => {
    const { report, open, meeting: held, parties } = world();
    report([{ name: 'Zora Unheard (Exampleland)' }]);
    const { login, register, store, count } = await open();
    const before = count();
    await focus('Zora Unheard (Exampleland)');
    press('W');
    const name = await screen.findByLabelText('Full name');
    fireEvent.change(name, { target: { value: 'Zora Unheard' } });
    fireEvent.click(screen.getByRole('button', { name: 'Unheard' }));
    fireEvent.click(screen.getByRole('button', { name: 'Register and link' }));
    await waitFor(async () =>
      expect((await login('Zora Unheard (Exampleland)'))?.link).not.toBeNull(),
    );
    const made = register.operations.slice(before).map(({ operation }) => operation.type);
    expect(made).toEqual([
      'person.recorded',
      'nomination.received',
      'login.linked',
      'alias.confirmed',
    ]);
    const [nomination] = await store.list('nominations', held);
    expect(nomination).toMatchObject({
      walkIn: true,
      state: 'received',
      modality: 'virtual',
      party: parties.one,
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Undo: Zora/ }));
    await waitFor(async () => expect(await store.list('nominations', held)).toEqual([]));
    expect((await login('Zora Unheard (Exampleland)'))?.link).toBeNull();
    expect((await store.list('people')).map(({ family }) => family)).not.toContain('Unheard');
  });
});

describe('many at once', () => {
  it('are confirmed after a look, without those that were taken out, and undone as one', async () => {
    const { person, parties, report, open } = world();
    person({ family: 'Tarvel', given: 'Anna' }, parties.one);
    person({ family: 'Belmor', given: 'Borys' }, parties.two);
    person({ family: 'Drebin', given: 'Olga' }, parties.two);
    report([
      { name: 'Anna Tarvel' },
      { name: 'BELMOR Borys' },
      { name: 'Olga Drebin' },
      { name: 'O. D.' },
    ]);
    const { login, count } = await open();
    await screen.findByText('3 logins are certain');
    fireEvent.click(screen.getByRole('button', { name: 'Look at them' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Olga Drebin/ }));
    const before = count();
    fireEvent.click(screen.getByRole('button', { name: 'Confirm all 2' }));
    await waitFor(async () => expect((await login('Anna Tarvel'))?.link).not.toBeNull());
    expect((await login('BELMOR Borys'))?.link).not.toBeNull();
    expect((await login('Olga Drebin'))?.link).toBeNull();
    expect(count() - before).toBe(4);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo 2 decisions' }));
    await waitFor(async () => expect((await login('Anna Tarvel'))?.link).toBeNull());
    expect((await login('BELMOR Borys'))?.link).toBeNull();
  });

  it('thirty who are called iPhone are thirty rows, and none is remembered', async () => {
    const { person, parties, report, open } = world();
    person({ family: 'Tarvel', given: 'Anna' }, parties.one);
    report(Array.from({ length: 30 }, () => ({ name: 'iPhone' })));
    const { store } = await open();
    await pile('Unmatched (30)');
    const rows = await screen.findAllByRole('listitem', { name: 'iPhone' });
    expect(rows).toHaveLength(30);
    rows[0]?.focus();
    press('S');
    type('Tarvel');
    await screen.findByRole('option', { name: /Tarvel/ });
    press('Enter');
    press('Enter');
    await pile('Linked (1)');
    expect(await store.list('aliases')).toEqual([]);
    expect(screen.getAllByRole('listitem', { name: 'iPhone' })).toHaveLength(29);
  });
});

describe('a remembered name', () => {
  it('is revoked with a word about what it touches; what it linked is decided again if asked', async () => {
    const { person, parties, report, open } = world();
    const anna = person({ family: 'Tarvel', given: 'Anna' }, parties.one);
    report([
      { name: 'A. T.', link: { kind: 'persons', persons: [anna], by: 'alias' } },
      { name: 'Anna Tarvel' },
    ]);
    const { login, store } = await open();
    await focus('Anna Tarvel');
    press('Enter');
    await waitFor(async () => expect(await store.list('aliases')).toHaveLength(1));
    fireEvent.click(await screen.findByRole('button', { name: 'Show remembered names (1)' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke Anna Tarvel' }));
    await screen.findByText(/^It has linked nothing so far/);
    fireEvent.click(screen.getByRole('button', { name: 'Revoke' }));
    await waitFor(async () => expect((await store.list('aliases'))[0]?.revoked).toBe(true));
    expect((await login('Anna Tarvel'))?.link).not.toBeNull();
  });
});
