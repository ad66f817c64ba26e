import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PreloadBridge } from '@shared/contract/preload';
import { addNomination } from '@shared/domain/nomination/decide';
import type { NominationFields } from '@shared/domain/nomination/types';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { ArrivalsPage } from '@renderer/features/arrivals/pages';

const routes = [{ path: '/m/:meeting/arrivals', element: <ArrivalsPage /> }];
const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

afterEach(cleanup);

function party(code: string, name: string, email: string): { id: string; drafts: Draft[] } {
  const id = newId();
  const set = { ...PARTY_DEFAULTS, code, names: { en: name } };
  const focalPoints = [{ name: `Focal of ${name}`, email, institution: '' }];
  return {
    id,
    drafts: [
      draft(context, {
        type: 'party.added',
        body: { id, set },
        personal: { set: { focalPoints } },
      }),
    ],
  };
}

function story() {
  const own = programme();
  const one = meeting(own.id, { state: 'in-session' });
  const [aa, bb] = [party('AAA', 'Aaland', 'aa@example.org'), party('BBB', 'Bbland', '')];
  const drafts = [...own.drafts, ...one.drafts, ...aa.drafts, ...bb.drafts];
  const add = (family: string, of: string, nomination: Partial<NominationFields> = {}): string => {
    const made = addNomination(context, {
      meeting: one.id,
      person: { id: null, set: { family, emails: [`${family.toLowerCase()}@example.org`] } },
      nomination: { party: of, state: 'accepted', ...nomination },
    });
    if (!made.ok) throw new Error(made.reason);
    drafts.push(...made.drafts);
    return made.drafts.at(-1)?.subjects[0] ?? '';
  };
  const arrive = (person: string, modality: 'in-person' | 'virtual' = 'in-person'): Draft =>
    draft(context, {
      ...{ type: 'attendance.arrived', meeting: one.id, subjects: [person] },
      body: {
        ...{ person, scope: 'reception', modality, source: 'search' },
        when: '2023-12-11T08:52:00.000Z',
      },
    });
  const present = add('Present', aa.id);
  const absent = add('Absent', aa.id);
  const remote = add('Remote', bb.id, { modality: 'virtual' });
  add('Other', bb.id);
  drafts.push(arrive(present), arrive(remote, 'virtual'));
  return { drafts, meeting: one.id, absent, add, arrive, aa: aa.id };
}

async function openArrivals(made = story()) {
  const at = `/m/${made.meeting}/arrivals`;
  const opened = await openWindow({ routes, at, drafts: made.drafts });
  await screen.findByRole('region', { name: 'Arrivals in figures' });
  return { ...opened, ...made };
}

const figures = () =>
  Object.fromEntries(
    [...document.querySelectorAll('[data-figure]')].map((one): [string, number] => [
      one.querySelector('span')?.textContent ?? '',
      Number(one.querySelector('strong')?.textContent),
    ]),
  );

const listed = (name: string) =>
  within(screen.getByRole('grid', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent);

describe('the overview of arrivals', () => {
  it('counts, and follows what happens at the desks', async () => {
    const { store, arrive, absent } = await openArrivals();
    expect(figures()).toEqual({ Expected: 4, Here: 1, Online: 1, Left: 0, Missing: 2 });
    await store.commit([arrive(absent)]);
    await waitFor(() =>
      expect(figures()).toEqual({ Expected: 4, Here: 2, Online: 1, Left: 0, Missing: 1 }),
    );
  });

  it('lists who is missing with whom to write to, and narrows it to a delegation', async () => {
    await openArrivals();
    expect(listed('Missing delegates')).toEqual(['Absent', 'Other']);
    const list = screen.getByRole('grid', { name: 'Missing delegates' });
    expect(within(list).getByText('Focal of Aaland <aa@example.org>')).toBeDefined();
    expect(
      within(list).getByRole('link', { name: 'absent@example.org' }).getAttribute('href'),
    ).toBe('mailto:absent%40example.org');
    const delegations = screen.getByRole('grid', { name: 'By delegation' });
    fireEvent.click(within(delegations).getByText('Bbland'));
    await waitFor(() => expect(listed('Missing delegates')).toEqual(['Other']));
    fireEvent.click(screen.getByRole('button', { name: /^Only Bbland/ }));
    await waitFor(() => expect(listed('Missing delegates')).toEqual(['Absent', 'Other']));
  });

  it('copies the delegations that are marked by keyboard, and saves what is seen', async () => {
    await openArrivals();
    const delegations = screen.getByRole('grid', { name: 'By delegation' });
    const copied = () => {
      const setData = vi.fn();
      fireEvent.copy(delegations, { clipboardData: { setData } });
      return String(setData.mock.calls[0]?.[1]).split('\n');
    };
    fireEvent.keyDown(delegations, { key: 'ArrowDown' });
    fireEvent.keyDown(delegations, { key: ' ' });
    expect(copied()).toEqual(['Aaland\t2\t1\t0\t0\t1']);
    fireEvent.keyDown(delegations, { key: 'a', ctrlKey: true });
    expect(copied()).toEqual([
      'Delegation\tExpected\tHere\tOnline\tLeft\tMissing',
      'Aaland\t2\t1\t0\t0\t1',
      'Bbland\t2\t0\t1\t0\t1',
    ]);

    const saved = vi.fn<PreloadBridge['files']['save']>(({ name }) =>
      Promise.resolve({ ok: true, saved: true, name, download: null }),
    );
    vi.spyOn(window.rostrum!.files, 'save').mockImplementation(saved);
    const table = delegations.parentElement!;
    fireEvent.change(within(table).getByRole('textbox'), { target: { value: 'bbl' } });
    await waitFor(() => expect(listed('By delegation')).toEqual(['']));
    fireEvent.click(within(table).getByRole('button', { name: 'Export list…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByText(/contains names/)).toBeNull();
    fireEvent.click(within(dialog).getByRole('radio', { name: 'CSV' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    const text = new TextDecoder().decode(saved.mock.calls[0]?.[0].bytes);
    expect(text).toContain('Bbland');
    expect(text).not.toContain('Aaland');
  });

  it('shows the people behind every figure', async () => {
    await openArrivals();
    fireEvent.click(screen.getByRole('button', { name: '1 Online' }));
    await waitFor(() => expect(listed('Delegates online')).toEqual(['Remote']));
  });

  it('names walk-ins apart from those expected', async () => {
    const made = story();
    const walked = made.add('Walker', made.aa, { state: 'received', walkIn: true });
    made.drafts.push(made.arrive(walked));
    await openArrivals(made);
    expect(figures()).toMatchObject({ Expected: 4, 'Walk-ins to approve': 1 });
    fireEvent.click(screen.getByRole('button', { name: /walk-ins to approve/i }));
    await waitFor(() => expect(listed('Walk-ins to approve')).toEqual(['Walker']));
  });

  it('tells arrivals by ten minutes on the meeting’s clock', async () => {
    await openArrivals();
    fireEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('region', { name: 'Arrivals per ten minutes' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(within(table).getByRole('row', { name: '09:50–10:00 1' })).toBeDefined();
  });
});
