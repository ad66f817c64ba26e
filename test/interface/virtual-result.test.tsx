import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addNomination } from '@shared/domain/nomination/decide';
import type { NominationFields } from '@shared/domain/nomination/types';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { importReport, type ReadLogin } from '@shared/domain/virtual/decide';
import type { Link } from '@shared/domain/virtual/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { ArrivalsPage } from '@renderer/features/arrivals/pages';
import { DeskPage } from '@renderer/features/desk';
import { VirtualPage } from '@renderer/features/virtual/pages';

// There are no workers here: a job runs where it is asked for.
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

vi.mock('@renderer/workers/run-job', async () => {
  const { jobs } = await import('@renderer/workers/jobs');
  return {
    runJob: (job: keyof typeof jobs, input: never) =>
      (jobs[job] as (input: never, report: () => void) => Promise<unknown>)(input, () => undefined),
  };
});

const routes = [
  { path: '/m/:meeting/virtual', element: <VirtualPage /> },
  { path: '/m/:meeting/arrivals', element: <ArrivalsPage /> },
  { path: '/m/:meeting/desk', element: <DeskPage /> },
];
const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

afterEach(cleanup);

/** Milliseconds of a time on the first day in Vienna, in winter. */
const at = (time: string) => Date.parse(`2023-12-11T${time}:00+01:00`);
const linked = (...persons: string[]): Link => ({ kind: 'persons', persons, by: 'hand' });

function story() {
  const own = programme();
  const one = meeting(own.id, { state: 'in-session' });
  const aaland = newId();
  const drafts: Draft[] = [
    ...own.drafts,
    ...one.drafts,
    draft(context, {
      type: 'party.added',
      body: { id: aaland, set: { ...PARTY_DEFAULTS, code: 'AAA', names: { en: 'Aaland' } } },
    }),
  ];
  const sessions = one.drafts.filter(({ type }) => type === 'session.created');
  const session = sessions[0]?.body['id'] as string;
  const add = (family: string, nomination: Partial<NominationFields> = {}): string => {
    const made = addNomination(context, {
      meeting: one.id,
      person: { id: null, set: { family } },
      nomination: { party: aaland, state: 'accepted', modality: 'virtual', ...nomination },
    });
    if (!made.ok) throw new Error(made.reason);
    drafts.push(...made.drafts);
    return made.drafts.at(-1)?.subjects[0] ?? '';
  };
  const event = (person: string, modality: 'in-person' | 'virtual', source: string): Draft =>
    draft(context, {
      ...{ type: 'attendance.arrived', meeting: one.id, subjects: [person] },
      body: {
        ...{ person, scope: `session:${session}`, modality, source },
        when: '2023-12-11T09:05:00.000Z',
      },
    });
  const report = (
    file: string,
    logins: readonly ReadLogin[],
    set: { digest: string; replaces?: string },
  ): Draft[] => {
    const made = importReport(
      context,
      {
        ...{ meeting: one.id, file, title: '', platform: 'zoom', generation: 'meeting-2021' },
        ...{ timeZone: 'Europe/Vienna', rows: 7, dropped: 2, repaired: 1 },
        digest: set.digest.repeat(64),
        replaces: set.replaces === undefined ? null : { report: set.replaces, logins: [] },
        logins,
      },
      [],
    );
    if (!made.ok) throw new Error(made.reason);
    return made.drafts;
  };
  return { drafts, meeting: one.id, session, add, event, report };
}

type Story = ReturnType<typeof story>;

const login = (name: string, link: Link | null, ...times: [string, string][]): ReadLogin => ({
  ...{ name, email: null, link },
  intervals: times.map(([from, to]) => [at(from), at(to)]),
});

/** Present, too short by two minutes, present by two, in the room as well, and never there. */
function held() {
  const made = story();
  const long = made.add('Long');
  const short = made.add('Short');
  const just = made.add('Just');
  const both = made.add('Both', { modality: 'in-person' });
  made.add('Never');
  const came = made.add('Came');
  const logins = [
    login('Long', linked(long), ['10:00', '11:00'], ['11:30', '12:40']),
    login('Short', linked(short), ['10:00', '10:08']),
    login('Just', linked(just), ['12:48', '13:00']),
    login('Both', linked(both), ['10:00', '13:00']),
    login('iPhone', null, ['10:00', '13:00']),
  ];
  const first = made.report('first.csv', logins, { digest: 'a' });
  made.drafts.push(...first, made.event(both, 'in-person', 'search'));
  // Was expected online, and came.
  made.drafts.push(made.event(came, 'in-person', 'search'));
  const reportId = first.find(({ type }) => type === 'report.imported')?.body['id'] as string;
  return { ...made, reportId, long, short, just, both };
}

async function openResult(made: Story, query = '') {
  const path = `/m/${made.meeting}/virtual?part=result${query}`;
  const opened = await openWindow({ routes, at: path, drafts: made.drafts });
  await screen.findByRole('region', { name: 'Online result in figures' });
  return opened;
}

const figures = () =>
  Object.fromEntries(
    [...document.querySelectorAll('[data-figure]')].map((one): [string, number] => [
      one.querySelector('span')?.textContent.toLowerCase() ?? '',
      Number(one.querySelector('strong')?.textContent),
    ]),
  );

const line = (name: string) => {
  const grid = screen.getByRole('grid', { name: 'Timeline' });
  const row = within(grid)
    .getAllByRole('row')
    .find((one) => one.textContent.includes(name));
  if (row === undefined) throw new Error(`${name} is not listed`);
  return row;
};

describe('the online result', () => {
  it('says who was present, by how much, and who is near the threshold', async () => {
    const made = held();
    await openResult(made, `&session=${made.session}`);
    expect(figures()).toEqual({
      ...{ people: 6, 'present online': 3, 'in the room as well': 1 },
      ...{ 'near the threshold': 2, 'not present': 2, 'logins to decide': 1 },
    });
    expect(line('Long').textContent).toContain('Online130 of 10 min: +120');
    expect(line('Just').textContent).toContain('Online12 of 10 min: +2');
    expect(line('Short').textContent).toContain('Not present8 of 10 min: −2');
    expect(within(line('Short')).getByRole('img', { name: 'near the threshold' })).toBeTruthy();
    expect(line('Never').textContent).toContain('Never online');
    expect(line('Came').textContent).toContain('In the room');
  });

  it('draws each line from its intervals, and says them', async () => {
    const made = held();
    await openResult(made, `&session=${made.session}`);
    const strip = within(line('Long')).getByRole('img', { name: '10:00–11:00, 11:30–12:40' });
    // The session behind, and two stays.
    expect(strip.querySelectorAll('rect')).toHaveLength(3);
    expect(within(line('Never')).getByRole('img', { name: 'not online' })).toBeTruthy();
  });

  it('shows the people behind a figure, and everything about one of them by keyboard', async () => {
    await openResult(held());
    fireEvent.click(screen.getByRole('button', { name: '1 in the room as well' }));
    const grid = screen.getByRole('grid', { name: 'Timeline' });
    expect(within(grid).getAllByRole('row')).toHaveLength(2);
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    const panel = await screen.findByRole('dialog');
    expect(panel.textContent).toContain('In the room and online: counted once');
    expect(panel.textContent).toContain('180 of 10 min needed: +170 · in the room');
    expect(within(panel).getByRole('link').getAttribute('href')).toContain('/people/');
  });

  it('lists who left early and who joined late', async () => {
    await openResult(held());
    const early = screen.getByRole('grid', { name: 'Left early' });
    const rows = within(early).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Short.*10:08.*172/),
      expect.stringMatching(/Long.*12:40.*20/),
    ]);
    fireEvent.click(screen.getByRole('radio', { name: 'Joined late' }));
    const late = screen.getByRole('grid', { name: 'Joined late' });
    expect(within(late).getAllByRole('row').slice(1)).toHaveLength(1);
    expect(late.textContent).toMatch(/Just.*12:48.*168/);
  });

  it('has the numbers behind the curve', async () => {
    await openResult(held());
    expect(screen.getByText(/most 4 at 10:00/)).toBeTruthy();
    const [, form] = screen.getAllByRole('radio', { name: 'Table' }).slice(-1);
    fireEvent.click(form ?? screen.getByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('grid', { name: 'Online at the same time' });
    expect(within(table).getAllByRole('row')[1]?.textContent).toMatch(/10:00.*4/);
  });

  it('counts a corrected report instead of the one that it replaces, live', async () => {
    const made = held();
    const opened = await openResult(made, `&session=${made.session}`);
    const correction = made.report(
      'second.csv',
      [login('Short', linked(made.short), ['10:00', '12:00'])],
      {
        digest: 'b',
        replaces: made.reportId,
      },
    );
    await opened.store.commit(correction);
    await waitFor(() => expect(line('Short').textContent).toContain('120 of 10 min: +110'));
    expect(figures()).toMatchObject({ 'present online': 1, people: 5 });
  });

  it('says what to do while no login is linked', async () => {
    const made = story();
    made.drafts.push(
      ...made.report('first.csv', [login('iPhone', null, ['10:00', '11:00'])], { digest: 'a' }),
    );
    const path = `/m/${made.meeting}/virtual?part=result`;
    await openWindow({ routes, at: path, drafts: made.drafts });
    expect(await screen.findByText('Nobody was online yet')).toBeTruthy();
    expect(screen.getByText(/1 login waits to be decided/)).toBeTruthy();
  });
});

describe('the list of reports', () => {
  it('says what was read, and which report takes the place of which', async () => {
    const made = held();
    made.drafts.push(
      ...made.report('second.csv', [login('Long', linked(made.long), ['10:00', '11:00'])], {
        digest: 'b',
        replaces: made.reportId,
      }),
    );
    await openWindow({ routes, at: `/m/${made.meeting}/virtual`, drafts: made.drafts });
    const list = await screen.findByRole('heading', { name: 'Reports' });
    const [first, second] = within(list.closest('section')!).getAllByRole('listitem');
    expect(first?.textContent).toContain('Replaced by second.csv');
    expect(first?.textContent).toContain(
      'Zoom · Meeting, 2021 · 7 rows · left out: 2 · repaired: 1 · 5 logins · times in Europe/Vienna',
    );
    expect(second?.textContent).toContain('Corrects first.csv');
    expect(within(first!).queryByRole('button', { name: /kept file/ })).toBeNull();
  });

  it('lets the corrected report count again when the correction is taken back', async () => {
    const made = held();
    made.drafts.push(
      ...made.report('second.csv', [login('Long', linked(made.long), ['10:00', '11:00'])], {
        digest: 'b',
        replaces: made.reportId,
      }),
    );
    await openWindow({ routes, at: `/m/${made.meeting}/virtual`, drafts: made.drafts });
    const list = await screen.findByRole('heading', { name: 'Reports' });
    const [, second] = within(list.closest('section')!).getAllByRole('listitem');
    fireEvent.click(within(second!).getByRole('button', { name: 'Take back' }));
    fireEvent.click(
      within(
        within(second!).getByRole('group', { name: /The report that it corrects counts again/ }),
      ).getByRole('button', { name: 'Take back' }),
    );
    await waitFor(() => expect(screen.queryByText('Replaced by second.csv')).toBeNull());
    fireEvent.click(screen.getByRole('radio', { name: 'Result' }));
    await waitFor(() => expect(figures()).toMatchObject({ 'present online': 3 }));
  });
});

describe('arrivals', () => {
  it('count as online whom the report shows, and not whom only the roll-call had', async () => {
    const made = held();
    const called = made.add('Called');
    made.drafts.push(made.event(called, 'virtual', 'roll-call'));
    await openWindow({ routes, at: `/m/${made.meeting}/arrivals`, drafts: made.drafts });
    await screen.findByRole('region', { name: 'Arrivals in figures' });
    await waitFor(() =>
      // In the room: Both and Came. Online: Long and Just. Missing: Short, Never and Called.
      expect(figures()).toEqual({ expected: 7, here: 2, online: 2, left: 0, missing: 3 }),
    );
  });
});

describe('the desk', () => {
  it('counts and names as online whom the report shows, and not whom only the roll-call had', async () => {
    const made = held();
    const called = made.add('Called');
    made.drafts.push(made.event(called, 'virtual', 'roll-call'));
    const { store } = await openWindow({
      ...{ routes, at: `/m/${made.meeting}/desk`, drafts: made.drafts },
    });
    const overview = await screen.findByRole('region', { name: 'Arrivals' });
    const count = (figure: string) =>
      within(overview).getByText(figure, { selector: 'dt' }).nextElementSibling?.textContent;
    const counts = () => ['expected', 'here', 'online', 'left', 'missing'].map(count);
    await waitFor(() => expect(counts()).toEqual(['7', '2', '2', '0', '3']));

    const box = screen.getByRole('combobox', { name: 'Find a delegate' });
    const row = async (name: string) => {
      fireEvent.change(box, { target: { value: name } });
      return (await screen.findAllByRole('option', { name: new RegExp(`^${name}`) }))[0]!;
    };
    expect((await row('Long')).textContent).toMatch(/online$/);
    expect((await row('Called')).textContent).not.toMatch(/online$/);

    const correction = made.report(
      'second.csv',
      [login('Called', linked(called), ['10:00', '11:00'])],
      { digest: 'b', replaces: made.reportId },
    );
    await store.commit(correction);
    await waitFor(() => expect(counts()).toEqual(['7', '2', '1', '0', '4']));
    expect((await row('Called')).textContent).toMatch(/online$/);
    expect((await row('Long')).textContent).not.toMatch(/online$/);
  });
});
