import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { addNomination } from '@shared/domain/nomination/decide';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { PaperPage } from '@renderer/features/paper';

const routes = [
  { path: '/m/:meeting/paper', element: <PaperPage /> },
  { path: '/m/:meeting/setup', element: <p>set-up</p> },
];
const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

afterEach(cleanup);

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const;

/** A meeting with four people of one delegation; the first is its head. */
function story(named: readonly string[] = NAMES) {
  const own = programme();
  const one = meeting(own.id, { state: 'closed' });
  const party = newId();
  const drafts: Draft[] = [
    ...own.drafts,
    ...one.drafts,
    draft(context, {
      type: 'party.added',
      body: { id: party, set: { ...PARTY_DEFAULTS, code: 'AAA', names: { en: 'Aaland' } } },
    }),
  ];
  const people = named.map((family, at) => {
    const made = addNomination(context, {
      meeting: one.id,
      person: { id: null, set: { family, given: 'Test' } },
      nomination: { party, state: 'accepted', capacity: at === 0 ? 'head' : 'representative' },
    });
    if (!made.ok) throw new Error(made.reason);
    drafts.push(...made.drafts);
    return made.drafts.at(-1)?.subjects[0] ?? '';
  });
  const sessions = one.drafts.slice(1).map(({ body }) => body['id'] as string);
  return { drafts, people, sessions, meeting: one.id };
}

async function openSheets(made = story()) {
  const opened = await openWindow({
    routes,
    at: `/m/${made.meeting}/paper`,
    drafts: made.drafts,
  });
  const list = await screen.findByRole('grid', { name: 'Lines of the sheet' });
  const entered = () =>
    opened.register.operations
      .slice(made.drafts.length)
      .map(({ operation }) => [operation.type, operation.subjects[0], operation.body]);
  const press = (...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(list, { key });
  };
  const active = () => {
    const id = list.getAttribute('aria-activedescendant') ?? '';
    return within(document.getElementById(id) as HTMLElement).getAllByRole('gridcell')[1]
      ?.textContent;
  };
  return { ...opened, ...made, list, entered, press, active };
}

describe('the sheet that comes back', () => {
  it('shows the lines as they were printed', async () => {
    const { list } = await openSheets();
    const lines = within(list)
      .getAllByRole('row')
      .map((row) => within(row).getAllByRole('gridcell').slice(0, 3))
      .map((cells) => cells.map(({ textContent }) => textContent));
    expect(lines).toEqual([
      ['1', 'Alpha, Test', 'Aaland'],
      ['2', 'Beta, Test', 'Aaland'],
      ['3', 'Delta, Test', 'Aaland'],
      ['4', 'Gamma, Test', 'Aaland'],
    ]);
  });

  it('takes one key a line, and the last session by itself', async () => {
    const { press, entered, people, sessions, active } = await openSheets();
    press(' ', 'ArrowDown', ' ', ' ');
    await waitFor(() => expect(entered()).toHaveLength(6));
    const last = sessions.at(-1);
    const signed = [people[0], people[3], people[2]];
    expect(entered().map(([type, person]) => [type, person])).toEqual(
      signed.flatMap((person) => [
        ['attendance.arrived', person],
        ['attendance.arrived', person],
      ]),
    );
    expect(entered()[1]?.[2]).toMatchObject({
      ...{ scope: `session:${last}`, modality: 'in-person', source: 'paper' },
      when: '2023-12-12T14:00:00.000Z',
    });
    expect(active()).toBe('Gamma, Test');
    await screen.findByText('3 of 4 in this session');
  });

  it('takes back what paper said, and nothing that the desk saw', async () => {
    const made = story();
    const person = made.people[0] ?? '';
    const scope = `session:${made.sessions.at(-1) ?? ''}`;
    made.drafts.push(
      draft(context, {
        ...{ type: 'attendance.arrived', meeting: made.meeting, subjects: [person] },
        body: {
          ...{ person, scope, modality: 'in-person', source: 'search' },
          when: '2023-12-12T14:10:00.000Z',
        },
      }),
    );
    const { press, entered, active } = await openSheets(made);
    await screen.findByText('1 of 4 in this session');
    press(' ');
    expect(active()).toBe('Beta, Test');
    press(' ');
    await screen.findByText('2 of 4 in this session');
    press('ArrowUp', 'Backspace');
    await screen.findByText('1 of 4 in this session');
    press('ArrowUp', 'Backspace');
    await screen.findAllByText('Alpha, Test was recorded at the desk: correct that there.');
    expect(entered().map(([type]) => type)).toEqual([
      'attendance.arrived',
      'attendance.arrived',
      'attendance.retracted',
    ]);
  });

  it('believes the last of keys that come faster than the disk', async () => {
    const { press, entered } = await openSheets();
    // Signed and taken back before anything of it is on disk, then signed twice.
    press(' ', 'ArrowUp', 'Backspace');
    await waitFor(() => expect(entered()).toHaveLength(3));
    await screen.findByText('0 of 4 in this session');
    press(' ', 'ArrowUp', ' ');
    await screen.findByText('1 of 4 in this session');
    press('ArrowUp', 'Backspace');
    await screen.findByText('0 of 4 in this session');
    expect(entered().map(([type]) => type)).toEqual([
      ...['attendance.arrived', 'attendance.arrived', 'attendance.retracted'],
      ...['attendance.arrived', 'attendance.arrived', 'attendance.retracted'],
    ]);
  });

  it('goes to a line by its number or by a name', async () => {
    const { press, active } = await openSheets();
    press('3');
    expect(active()).toBe('Delta, Test');
    press('Home');
    press('g');
    expect(active()).toBe('Gamma, Test');
    press('PageUp');
    expect(active()).toBe('Alpha, Test');
  });

  it('is filled in with the mouse as well, session by session', async () => {
    const { entered, sessions, list } = await openSheets();
    fireEvent.click(screen.getByRole('button', { name: 'Mark signed: Beta, Test' }));
    await within(list).findByRole('button', { name: 'Take back the signature of Beta, Test' });
    expect(entered().map(([, , body]) => (body as { scope: string }).scope)).toEqual([
      'reception',
      `session:${sessions.at(-1) ?? ''}`,
    ]);
  });
});

describe('a meeting without', () => {
  it('sessions says where they are planned', async () => {
    const made = story();
    const without = made.drafts.filter(({ type }) => type !== 'session.created');
    await openWindow({ routes, at: `/m/${made.meeting}/paper`, drafts: without });
    fireEvent.click(await screen.findByRole('link', { name: 'Plan sessions' }));
    await screen.findByText('set-up');
  });

  it('anybody expected says who becomes a line', async () => {
    const made = story([]);
    await openWindow({ routes, at: `/m/${made.meeting}/paper`, drafts: made.drafts });
    await screen.findByText('Nobody is expected in the room yet');
  });
});
