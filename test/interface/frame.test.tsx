import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { CrashedPage } from '@renderer/app/crashed-page';
import { Frame } from '@renderer/app/frame';
import { NotFoundPage } from '@renderer/app/not-found-page';

function Broken(): never {
  throw new Error('synthetic fault');
}

const routes = [
  {
    element: <Frame />,
    children: [
      { path: '/meetings', element: <p>the list</p> },
      { path: '/settings', element: <input aria-label="typed into" /> },
      { path: '/broken', element: <Broken />, errorElement: <CrashedPage /> },
      { path: '/m/:meeting/desk', element: <p>the desk</p> },
      { path: '/m/:meeting/agenda', element: <p>the agenda</p> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

const own = programme();
const one = meeting(own.id);
const drafts = [...own.drafts, ...one.drafts];

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A key as a Russian layout sends it: the place on the keyboard is what counts. */
const press = (code: string, key: string, held: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { code, key, ...held });

describe('the frame', () => {
  it('has landmarks, the meeting, the session and the state of things', async () => {
    await openWindow({ routes, at: `/m/${one.id}/desk`, drafts });
    expect(await screen.findByText('the desk')).toBeTruthy();
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeTruthy();
    const top = screen.getByRole('banner');
    expect(await within(top).findByText('Seventeenth test meeting')).toBeTruthy();
    expect(within(top).getByText('11–12 Dec 2023 · Vienna')).toBeTruthy();
    // It is long over: the last session is meant.
    expect(await within(top).findByText('Day 2, sitting 2')).toBeTruthy();
    expect(within(top).getByText('12 Dec 2023 · 15:00–18:00')).toBeTruthy();
    const status = screen.getByRole('contentinfo');
    expect(await within(status).findByText(/^(Everything is saved|Saved at)/)).toBeTruthy();
    expect(await within(status).findByText('Backup up to date')).toBeTruthy();
    expect(within(status).getByText(/^\d+ operations$/)).toBeTruthy();
    expect(within(status).getByText('Test desk · Operator')).toBeTruthy();
  });

  it('marks the page, and remembers the meeting', async () => {
    const { settings } = await openWindow({ routes, at: `/m/${one.id}/desk`, drafts });
    const current = await screen.findByRole('link', { current: 'page' });
    expect(current.textContent).toContain('Desk');
    await waitFor(() => expect(settings().lastMeeting).toBe(one.id));
  });

  it('says when invented people are on screen', async () => {
    const synthetic = own.drafts.map((draft) => ({
      ...draft,
      body: { ...draft.body, set: { ...(draft.body['set'] as object), synthetic: true } },
    }));
    await openWindow({ routes, at: '/meetings', drafts: synthetic });
    expect(await screen.findByText('Sample data: synthetic people')).toBeTruthy();
  });

  it('goes to pages by keys, whatever the layout', async () => {
    const { path } = await openWindow({ routes, at: '/meetings', drafts });
    await screen.findByText('the list');
    await waitFor(() => {
      press('Digit4', '4', { altKey: true });
      expect(path()).toBe(`/m/${one.id}/agenda`);
    });
    press('Digit8', '8', { altKey: true });
    expect(await screen.findByText('the list')).toBeTruthy();
  });

  it('has a palette with pages and meetings', async () => {
    await openWindow({ routes, at: '/meetings', drafts });
    await screen.findByText('the list');
    press('KeyK', 'л', { ctrlKey: true });
    const search = await screen.findByPlaceholderText(/Go to a page/);
    fireEvent.change(search, { target: { value: 'seventeenth' } });
    const found = await screen.findByRole('button', { name: /Seventeenth test meeting/ });
    fireEvent.click(found);
    expect(await screen.findByText('the desk')).toBeTruthy();
  });

  it('has a sheet of shortcuts, but not while one is typing', async () => {
    await openWindow({ routes, at: '/settings', drafts });
    const field = await screen.findByLabelText('typed into');
    field.focus();
    press('Slash', '?', { shiftKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    field.blur();
    press('Slash', '?', { shiftKey: true });
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Search and commands')).toBeTruthy();
  });

  it('narrows its rail and keeps the words for those who hear them', async () => {
    await openWindow({ routes, at: '/meetings', drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Narrow the rail' }));
    expect(screen.getByRole('button', { name: 'Widen the rail' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Agenda' })).toBeTruthy();
  });
});

describe('a page that fails', () => {
  it('says what is safe, and the frame stays', async () => {
    // React and the router report the fault as well; it is meant.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await openWindow({ routes, at: '/broken', drafts });
    expect(await screen.findByText('This page has stopped working')).toBeTruthy();
    expect(screen.getByText(/acknowledged is safe/)).toBeTruthy();
    expect(screen.getByText('synthetic fault')).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeTruthy();
  });

  it('or does not exist leads back', async () => {
    await openWindow({ routes, at: '/nowhere', drafts });
    expect(await screen.findByText('There is nothing at this address')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the meetings' })).toBeTruthy();
  });

  it('to save says so in the status line', async () => {
    const { register, store } = await openWindow({ routes, at: '/meetings', drafts });
    // A window makes its desk's name known to a register that has not heard it.
    await waitFor(() => expect(register.operations).toHaveLength(drafts.length + 1));
    await screen.findByText(/^Saved at/);
    register.failure = { ok: false, reason: 'disk-full', detail: 'no space' };
    await store.commit(drafts.slice(0, 1));
    expect(await screen.findByText('Not saved: the disk is full')).toBeTruthy();
  });
});
