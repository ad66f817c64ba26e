import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { MeetingSetupPage, MeetingsPage, NewMeetingPage } from '@renderer/features/meetings';

const routes = [
  { path: '/meetings', element: <MeetingsPage /> },
  { path: '/meetings/new', element: <NewMeetingPage /> },
  { path: '/m/:meeting/setup', element: <MeetingSetupPage /> },
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
    fireEvent.change(within(dialog).getByLabelText(/New first day/), {
      target: { value: '2024-02-05' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Postpone' }));
    await waitFor(() => expect(register.operations).toHaveLength(before + 5));
    expect(register.operations[before]?.operation.body['set']).toEqual({
      state: 'postponed',
      changeReason: 'Earthquake',
      announced: { format: 'hybrid', start: '2024-02-05', end: '2024-02-05' },
    });
    expect(await screen.findByText('Reason for the change', { selector: 'dt' })).toBeTruthy();
    expect(screen.getByText(/11–12 December 2023/, { selector: 'dd' })).toBeTruthy();
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
