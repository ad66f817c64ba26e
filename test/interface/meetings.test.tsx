import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { MeetingSetupPage, MeetingsPage, NewMeetingPage } from '@renderer/features/meetings';

const routes = [
  { path: '/meetings', element: <MeetingsPage /> },
  { path: '/meetings/new', element: <NewMeetingPage /> },
  { path: '/m/:meeting/setup', element: <MeetingSetupPage /> },
  { path: '/m/:meeting/desk', element: <p>The desk</p> },
];

afterEach(cleanup);

/** Types into a field as a whole: what happens on every key is the browser's business. */
const type = (label: string | RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe('the list of meetings', () => {
  it('says what to do when there is none', async () => {
    await openWindow({ routes, at: '/meetings', drafts: programme().drafts });
    expect(await screen.findByText('No meetings yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New meeting' }).getAttribute('href')).toContain('new');
  });

  it('groups by year, latest first, with state and counts', async () => {
    const own = programme();
    const old = meeting(own.id, {
      title: 'An older meeting',
      planned: { format: 'in-person', start: '2022-05-04', end: '2022-05-05' },
    });
    const drafts = [...own.drafts, ...old.drafts, ...meeting(own.id).drafts];
    await openWindow({ routes, at: '/meetings', drafts });
    await screen.findByText('Seventeenth test meeting');
    const years = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(years).toEqual(['2023', '2022']);
    const card = screen.getByText('An older meeting').closest('li')!;
    expect(within(card).getByText('Planned')).toBeTruthy();
    expect(within(card).getByText('In person')).toBeTruthy();
    expect(card.textContent).toContain('4–5 May 2022');
    await waitFor(() => expect(card.textContent).toContain('Sessions4'));
  });
});

describe('the table of meetings', () => {
  async function openTable() {
    const own = programme();
    const old = meeting(own.id, {
      title: 'An older meeting',
      planned: { format: 'in-person', start: '2022-05-04', end: '2022-05-05' },
    });
    const drafts = [...own.drafts, ...old.drafts, ...meeting(own.id).drafts];
    const window = await openWindow({ routes, at: '/meetings', drafts });
    fireEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    const grid = await screen.findByRole('grid', { name: 'Meetings' });
    const titles = () =>
      within(grid)
        .getAllByRole('row')
        .slice(1)
        .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
    return { ...window, grid, titles };
  }

  it('is sorted, filtered as one types, and opens a meeting by Enter', async () => {
    const { grid, titles, path } = await openTable();
    expect(titles()).toEqual(['Seventeenth test meeting', 'An older meeting']);
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
    fireEvent.click(within(grid).getByRole('button', { name: /^Dates/ }));
    await waitFor(() => expect(titles()[0]).toBe('An older meeting'));
    type('Title, body, place or host', 'older');
    await waitFor(() => expect(titles()).toEqual(['An older meeting']));
    const list = screen.getByRole('grid', { name: 'Meetings' });
    fireEvent.keyDown(list, { key: 'Home' });
    fireEvent.keyDown(list, { key: 'Enter' });
    await screen.findByText('The desk');
    expect(path()).toMatch(/\/m\/[0-9a-f-]+\/desk/);
  });

  it('lets columns be chosen, rows be marked and copied, and what is seen be saved', async () => {
    const { grid } = await openTable();
    fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Format' }));
    await waitFor(() => expect(within(grid).queryByText('Format')).toBeNull());
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
    await screen.findByText('2 marked');
    const copied = new Map<string, string>();
    const clipboardData = { setData: (kind: string, text: string) => copied.set(kind, text) };
    fireEvent.copy(grid, { clipboardData });
    const lines = copied.get('text/plain')?.split('\n') ?? [];
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Title\tBody\tDates\tPlace/);
    expect(lines[0]).not.toContain('Format');
    expect(lines[2]).toContain('An older meeting\t');
    expect(lines[2]).toContain('4–5 May 2022');
    fireEvent.click(screen.getByRole('button', { name: 'Export list…' }));
    await screen.findByRole('dialog', { name: 'Save what is seen' });
  });
});

describe('a new meeting', () => {
  it('proposes number, title and sessions, and is created with them', async () => {
    const own = programme();
    const drafts = [...own.drafts, ...meeting(own.id).drafts];
    const { register, path } = await openWindow({ routes, at: '/meetings/new', drafts });
    fireEvent.click(await screen.findByRole('combobox', { name: /^Body/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Policy Consultative Group' }));
    await waitFor(() => {
      expect(screen.getByLabelText<HTMLInputElement>(/^Title/).value).toBe(
        'Policy Consultative Group, 18th meeting',
      );
    });
    expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('18');

    type('City', 'Vienna');
    type('First day', '2026-12-10');
    type('Last day', '2026-12-11');
    await waitFor(() => expect(screen.getAllByLabelText('From')).toHaveLength(4));
    const before = register.operations.length;
    fireEvent.click(screen.getByRole('button', { name: 'Create the meeting' }));

    await waitFor(() => expect(register.operations).toHaveLength(before + 5));
    const made = register.operations.slice(before).map(({ operation }) => operation);
    expect(made.map((operation) => operation.type)).toEqual([
      'meeting.created',
      ...Array<string>(4).fill('session.created'),
    ]);
    expect(made[0]?.body['set']).toMatchObject({
      ordinal: 18,
      city: 'Vienna',
      planned: { format: 'hybrid', start: '2026-12-10', end: '2026-12-11' },
    });
    await waitFor(() => expect(path()).toBe(`/m/${made[0]?.body['id'] as string}/setup`));
  });

  it('says in words what is wrong, keeps what was typed, and writes nothing', async () => {
    const { register } = await openWindow({
      routes,
      at: '/meetings/new',
      drafts: programme().drafts,
    });
    await screen.findByRole('combobox', { name: /^Body/ });
    type('City', 'Vienna');
    const before = register.operations.length;
    fireEvent.click(screen.getByRole('button', { name: 'Create the meeting' }));
    expect(await screen.findByText('Choose the body that meets.')).toBeTruthy();
    expect(screen.getByText('Give the meeting a title.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('City').value).toBe('Vienna');
    expect(register.operations).toHaveLength(before);
  });
});

describe('what is typed', () => {
  it('is found again until it is saved or given up', async () => {
    const { drafts } = programme();
    const { store, view } = await openWindow({ routes, at: '/meetings/new', drafts });
    await screen.findByRole('combobox', { name: /^Body/ });
    type('City', 'Tashkent');
    await waitFor(async () => expect(await store.db.texts.count()).toBe(1));
    view.unmount();

    await openWindow({ routes, at: '/meetings/new', store });
    expect(await screen.findByText('What you had typed is back')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('City').value).toBe('Tashkent');
    fireEvent.click(screen.getByRole('button', { name: 'Discard what was typed' }));
    await waitFor(async () => expect(await store.db.texts.count()).toBe(0));
    expect(screen.getByLabelText<HTMLInputElement>('City').value).toBe('');
  });
});

describe('a meeting that exists', () => {
  it('is moved on by one press', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Open nominations' }));
    await screen.findByRole('button', { name: 'Close nominations' });
    const last = register.operations.at(-1)?.operation;
    expect(last).toMatchObject({
      type: 'meeting.moved',
      over: [register.operations[1]?.operation.id],
      body: { id: one.id, set: { state: 'nominations-open' } },
    });
  });

  it('is postponed only with a reason, and keeps its planned days', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Postpone…' }));
    const dialog = await screen.findByRole('dialog');
    const before = register.operations.length;
    fireEvent.click(within(dialog).getByRole('button', { name: 'Postpone' }));
    expect(await within(dialog).findByText(/Say why/)).toBeTruthy();
    expect(register.operations).toHaveLength(before);

    fireEvent.change(within(dialog).getByLabelText(/^Reason/), { target: { value: 'Earthquake' } });
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Day' }));
    fireEvent.change(within(dialog).getByLabelText(/New first day/), {
      target: { value: '2024-02-05' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Postpone' }));
    await waitFor(() => expect(register.operations).toHaveLength(before + 5));
    expect(register.operations[before]?.operation.body['set']).toEqual({
      state: 'postponed',
      changeReason: 'Earthquake',
      announced: { format: 'hybrid', start: '2024-02-05', end: '2024-02-05' },
      postponedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    expect(await screen.findByText('Reason for the change', { selector: 'dt' })).toBeTruthy();
    expect(screen.getByText(/11–12 December 2023/, { selector: 'dd' })).toBeTruthy();
    // The form shows what holds now, not what it was opened with.
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('First day').value).toBe('2024-02-05'),
    );
  });

  it('is announced as it was planned, and each step is told with its consequence', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    const announce = await screen.findByRole('button', { name: 'Announce dates and format' });
    expect(announce.closest('li')?.textContent).toContain('11–12 December 2023');
    const open = screen.getByRole('button', { name: 'Open nominations' });
    expect(open.closest('li')?.textContent).toContain('Parties may name their people');
    fireEvent.click(announce);
    await waitFor(() =>
      expect(register.operations.at(-1)?.operation.body['set']).toEqual({
        announced: { format: 'hybrid', start: '2023-12-11', end: '2023-12-12' },
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Announce dates and format' })).toBeNull(),
    );
  });

  it('shows every step that its dates and state took, with the reasons', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    await screen.findByText('History (1 step)');
    type('First day', '2024-02-05');
    type('Last day', '2024-02-06');
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    // Days that were known are only given up with a reason.
    expect(await screen.findByText(/Say why/)).toBeTruthy();
    type(/^Reason for the change/, 'The building is closed in December');
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await screen.findByText('History (2 steps)');
    const steps = within(screen.getByRole('list', { name: /How dates, format and state changed/ }))
      .getAllByRole('listitem')
      .map((step) => step.textContent);
    expect(steps[0]).toContain('Planned: 11–12 December 2023 · Hybrid');
    expect(steps[1]).toContain('Planned: 5–6 February 2024 · Hybrid');
    expect(steps[1]).toContain('Reason: The building is closed in December');
    // The next change has a reason of its own.
    expect(screen.getByLabelText<HTMLInputElement>(/^Reason for the change/).value).toBe('');
  });

  it('offers to take its sessions along to other days, at their hours', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    await screen.findByRole('button', { name: 'Save changes' });
    expect(screen.queryByRole('button', { name: /Move the sessions/ })).toBeNull();
    type('First day', '2026-03-28');
    type('Last day', '2026-03-29');
    type(/^Reason for the change/, 'Another year');
    fireEvent.click(await screen.findByRole('button', { name: /Move the sessions/ }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /Move the sessions/ })).toBeNull(),
    );
    const before = register.operations.length;
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(register.operations).toHaveLength(before + 5));
    const sets = register.operations
      .slice(before + 1)
      .map(({ operation }) => operation.body['set']);
    // 10:00 in Vienna before and after the clocks change.
    expect(sets[0]).toMatchObject({ date: '2026-03-28', start: '2026-03-28T09:00:00.000Z' });
    expect(sets[2]).toMatchObject({ date: '2026-03-29', start: '2026-03-29T08:00:00.000Z' });
  });

  it('may be known by its month, its year, or not yet', async () => {
    const own = programme();
    const planned = { format: null, start: '2013-05', end: '2013-05' };
    const one = meeting(own.id, { planned });
    const drafts = [...own.drafts, one.drafts[0]!];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    expect((await screen.findAllByText(/May 2013/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText<HTMLInputElement>('First month').value).toBe('2013-05');

    fireEvent.click(screen.getByRole('radio', { name: 'Year' }));
    expect(screen.getByLabelText<HTMLInputElement>('First year').value).toBe('2013');
    type(/^Reason for the change/, 'The source does not say the month');
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    const last = () => register.operations.at(-1)?.operation.body['set'];
    await waitFor(() =>
      expect(last()).toMatchObject({ planned: { format: null, start: '2013', end: '2013' } }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(/^Reason for the change/).value).toBe(''),
    );

    // In the form, not in a dialog.
    fireEvent.click(screen.getByRole('radio', { name: 'Not yet' }));
    type(/^Reason for the change/, 'It never was held');
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() =>
      expect(last()).toMatchObject({ planned: { format: null, start: null, end: null } }),
    );
    expect((await screen.findAllByText(/Dates to be fixed/)).length).toBeGreaterThan(0);
  });

  it('has a deadline, caps and rules of attendance, each with its meaning in words', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    await screen.findByRole('button', { name: 'Save changes' });
    expect(screen.getByText(/In a session of 180 minutes: 10 minutes/)).toBeTruthy();
    type('Nominations are received until', '2023-11-20');
    type('Each delegation in person, at most', '3');
    type('Each delegation online, at most', '7');
    type('Online: minutes in a session', '60');
    type('or this share of the session', '20');
    expect(await screen.findByText(/In a session of 180 minutes: 36 minutes/)).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: /A day counts for its sessions/ }));
    expect(await screen.findByText(/counts in every session of that day/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() =>
      expect(register.operations.at(-1)?.operation.body['set']).toEqual({
        nominationDeadline: '2023-11-20',
        caps: { inPerson: 3, virtual: 7 },
        rules: {
          thresholdMinutes: 60,
          thresholdShare: 0.2,
          receptionCounts: true,
          dayCountsForSessions: true,
        },
      }),
    );
  });

  it.each([
    ['a session that ends before it starts', 0, 'To', '09:00', 'It ends before it begins.'],
    ['sessions that overlap', 1, 'From', '12:30', 'It begins before the one before it has ended.'],
  ])('is not saved with %s', async (_, session, label, time, words) => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    await screen.findByRole('button', { name: 'Save changes' });
    const before = register.operations.length;
    fireEvent.change(screen.getAllByLabelText(label)[session]!, { target: { value: time } });
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(register.operations).toHaveLength(before);
  });

  it('keeps the form when the disk is full', async () => {
    const own = programme();
    const one = meeting(own.id);
    const drafts = [...own.drafts, ...one.drafts];
    const { register } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    await screen.findByRole('button', { name: 'Save changes' });
    register.failure = { ok: false, reason: 'disk-full', detail: '' };
    type('City', 'Samarkand');
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect((await screen.findAllByText(/The disk is full/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText<HTMLInputElement>('City').value).toBe('Samarkand');
  });
});
