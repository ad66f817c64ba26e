import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { MeetingSetupPage, NewMeetingPage } from '@renderer/features/meetings';

const routes = [
  { path: '/meetings/new', element: <NewMeetingPage /> },
  { path: '/m/:meeting/setup', element: <MeetingSetupPage /> },
];

afterEach(cleanup);

const type = (label: string | RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe('a meeting after an earlier one', () => {
  const HOSTS = [
    { kind: 'institution', name: 'An academy', party: null },
    { kind: 'country', name: 'Austria', party: null },
  ] as const;

  async function openAfter(query: 'copy' | 'reconvene') {
    const own = programme();
    const one = meeting(own.id, {
      state: 'closed',
      hosts: [...HOSTS],
      caps: { inPerson: 3, virtual: 7 },
      rules: {
        thresholdMinutes: 25,
        thresholdShare: 0.5,
        receptionCounts: false,
        dayCountsForSessions: true,
      },
    });
    const drafts = [...own.drafts, ...one.drafts];
    const opened = await openWindow({ routes, at: `/meetings/new?${query}=${one.id}`, drafts });
    await screen.findByLabelText('First day');
    const made = () => {
      const [created, ...sessions] = opened.register.operations.slice(drafts.length);
      return { created: created?.operation.body['set'], sessions };
    };
    return { ...opened, id: one.id, made };
  }

  it('copies everything but the days, and sits at the same hours of its own', async () => {
    const { made } = await openAfter('copy');
    expect(screen.getByLabelText<HTMLInputElement>(/^Title/).value).toBe(
      'Seventeenth test meeting',
    );
    expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('18');
    type(/^Title/, 'Eighteenth test meeting');
    // The night between the two days is the one in which the clocks change.
    type('First day', '2026-10-24');
    await waitFor(() => expect(screen.getAllByLabelText('From')).toHaveLength(4));
    expect(screen.getByLabelText<HTMLInputElement>('Last day').value).toBe('2026-10-25');
    fireEvent.click(screen.getByRole('button', { name: 'Create the meeting' }));
    await waitFor(() => expect(made().sessions).toHaveLength(4));
    expect(made().created).toMatchObject({
      ordinal: 18,
      title: 'Eighteenth test meeting',
      hosts: HOSTS,
      city: 'Vienna',
      planned: { format: 'hybrid', start: '2026-10-24', end: '2026-10-25' },
      state: 'planned',
      reconvenes: null,
      caps: { inPerson: 3, virtual: 7 },
      rules: { thresholdMinutes: 25, thresholdShare: 0.5, receptionCounts: false },
    });
    expect(
      made().sessions.map(({ operation }) => (operation.body['set'] as { start: string }).start),
    ).toEqual([
      '2026-10-24T08:00:00.000Z',
      '2026-10-24T13:00:00.000Z',
      '2026-10-25T09:00:00.000Z',
      '2026-10-25T14:00:00.000Z',
    ]);
  });

  it('reconvenes it: the same number, and a link at either end', async () => {
    const { made, id, view, store, path } = await openAfter('reconvene');
    expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('17');
    type('First day', '2024-03-04');
    fireEvent.click(screen.getByRole('button', { name: 'Create the meeting' }));
    await waitFor(() => expect(made().created).toMatchObject({ ordinal: 17, reconvenes: id }));
    await waitFor(() => expect(path()).toMatch(/setup$/));
    const back = await screen.findByRole('link', { name: /^Seventeenth test meeting · 11/ });
    expect(back.getAttribute('href')).toBe(`/m/${id}/setup`);
    view.unmount();

    await openWindow({ routes, at: `/m/${id}/setup`, store });
    const link = await screen.findByRole('link', { name: /\(reconvened\) · 4/ });
    expect(link.parentElement?.textContent).toContain('Reconvened as:');
  });

  it('never reconvenes itself, not even by way of another', async () => {
    const own = programme();
    const first = meeting(own.id, { title: 'The first' });
    const second = meeting(own.id, { title: 'The second', reconvenes: first.id });
    const drafts = [...own.drafts, ...first.drafts, ...second.drafts];
    const { register } = await openWindow({ routes, at: `/m/${first.id}/setup`, drafts });
    const before = register.operations.length;
    fireEvent.click(await screen.findByRole('combobox', { name: /^Reconvenes/ }));
    const options = await screen.findAllByRole('option', { name: /^The / });
    expect(options.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^The second/) as string,
    ]);
    fireEvent.click(options[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText(/cannot reconvene itself/)).toBeTruthy();
    expect(register.operations).toHaveLength(before);
  });
});

describe('the hosts of a meeting', () => {
  const party = (kind: 'country' | 'organization', code: string, en: string): Draft => ({
    id: newId(),
    type: 'party.added',
    v: 1,
    meeting: null,
    over: [],
    subjects: [],
    blobs: [],
    body: { id: newId(), set: { ...PARTY_DEFAULTS, kind, code, names: { en } } },
    personal: null,
  });

  it('are of any kind, several; one that is a party is linked by its name', async () => {
    const own = programme();
    const academy = { kind: 'institution', name: 'An academy', party: null } as const;
    const country = { kind: 'country', name: 'Aus', party: null } as const;
    const one = meeting(own.id, { hosts: [academy, country] });
    const austria = party('country', 'AUT', 'Austria');
    const drafts = [...own.drafts, ...one.drafts, austria, party('organization', 'OSCE', 'OSCE')];
    const { register, store } = await openWindow({ routes, at: `/m/${one.id}/setup`, drafts });
    const names = await screen.findAllByLabelText('Name of the host', { selector: 'input' });
    expect(names).toHaveLength(2);
    await act(async () => {
      await store.list('parties');
    });
    // No country: its name means nothing here.
    fireEvent.change(names[1]!, { target: { value: 'OSCE' } });
    expect(screen.queryByText(/^Linked with/)).toBeNull();
    fireEvent.change(names[1]!, { target: { value: 'Austria' } });
    expect(await screen.findByText('Linked with the party Austria')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() =>
      expect(register.operations.at(-1)?.operation.body['set']).toEqual({
        hosts: [academy, { kind: 'country', name: 'Austria', party: austria.body['id'] }],
      }),
    );
  });
});
