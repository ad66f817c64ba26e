import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { byHand, virtualMeeting } from './support/virtual-meeting';
import { openWindow } from './support/window';
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

const routes = [{ path: '/m/:meeting/virtual', element: <VirtualPage /> }];

describe('one file that two desks took over apart', () => {
  /** Anna was linked at one desk, Borys at the other; they say different things of Carla. */
  async function openPage() {
    const made = virtualMeeting();
    const anna = made.person('Tarvel', 'Anna');
    const borys = made.person('Belmor', 'Borys');
    const carla = made.person('Murat', 'Carla');
    const logins = (...links: (string | null)[]) =>
      ['Anna Tarvel', 'Borys Belmor', 'C. M.'].map((name, at) => {
        const person = links[at] ?? null;
        return { name, link: person === null ? null : byHand(person) };
      });
    made.report(logins(anna, null, carla), 'a');
    made.report(logins(null, borys, anna), 'a', 'Asia/Tashkent');
    const opened = await openWindow({
      ...{ routes, at: `/m/${made.meeting}/virtual`, drafts: made.drafts },
    });
    await screen.findByText('Linked (2)');
    const reports = screen.getByRole('list', { name: 'Reports' });
    return { ...made, ...opened, anna, borys, carla, reports };
  }

  it('is one report, with a word on who took it over, and each login counts once', async () => {
    const { reports } = await openPage();
    expect(screen.getByText('3 logins, 1 to decide')).toBeTruthy();
    const [only, ...others] = within(reports).getAllByText('a.csv');
    expect([only?.textContent, others.length]).toEqual(['a.csv', 0]);
    expect(
      within(reports).getByText(/This file was taken over 2 times\. It counts once/),
    ).toBeTruthy();
    await waitFor(() =>
      expect(within(reports).getAllByText(/^Taken over by .+, .+ · times in /)).toHaveLength(2),
    );
    expect(within(reports).getByText(/the times in UTC count/)).toBeTruthy();
  });

  it('asks what holds where they decided differently, and writes the answer to both', async () => {
    const { store, meeting, carla } = await openPage();
    const row = await screen.findByRole('listitem', { name: 'C. M.' });
    expect(within(row).getByText('Two desks decided differently')).toBeTruthy();
    expect(within(row).getByText('MURAT, Carla', { exact: false })).toBeTruthy();
    fireEvent.click(within(row).getByRole('button', { name: 'Somebody else…' }));
    const box = await screen.findByRole('combobox', { name: /C\. M\./ });
    fireEvent.change(box, { target: { value: 'murat' } });
    fireEvent.click(await screen.findByRole('option', { name: /Carla/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Link 1 person' }));
    await screen.findByText('Linked (3)');
    const both = (await store.list('logins', meeting)).filter(({ name }) => name === 'C. M.');
    expect(both.map(({ link }) => link)).toEqual([byHand(carla), byHand(carla)]);
  });

  it('stays as the other desk has it when one is taken back', async () => {
    const { reports } = await openPage();
    const [first] = within(reports).getAllByRole('button', { name: 'Take back' });
    fireEvent.click(first!);
    const question = 'Take back this one, and what was decided on it alone? The other stays.';
    const group = await within(reports).findByRole('group', { name: question });
    fireEvent.click(within(group).getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(within(reports).queryByText(/taken over 2 times/)).toBeNull());
    // Of the other desk: Borys, and what it had said of the third.
    expect(await screen.findByText('Linked (2)')).toBeTruthy();
    expect(screen.getByText('3 logins, 1 to decide')).toBeTruthy();
    expect(within(reports).getByText(/times in Asia\/Tashkent/)).toBeTruthy();
  });
});
