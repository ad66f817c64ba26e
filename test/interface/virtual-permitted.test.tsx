import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '@shared/domain/operator/types';
import type { Draft } from '@shared/operation/operation';
import { byHand, virtualMeeting } from './support/virtual-meeting';
import { openWindow, OPERATOR } from './support/window';
import { VirtualPage } from '@renderer/features/virtual/pages';
import { Toasts } from '@renderer/ui/toasts';

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

const page = (
  <>
    <VirtualPage />
    <Toasts />
  </>
);
const routes = [{ path: '/m/:meeting/virtual', element: page }];

const operator = (id: string, role: Role): Draft[] => {
  const about = { v: 1, meeting: null, over: [], blobs: [], subjects: [id] };
  return [
    {
      ...{ id: randomUUID(), type: 'operator.added', ...about, body: { id, set: {} } },
      personal: { set: { name: `Synthetic ${role}` } },
    },
    {
      ...{ id: randomUUID(), type: 'operator.granted', ...about, personal: null },
      body: { id, set: { role, since: null } },
    },
  ];
};

/** One login of each pile, a remembered name, and one file that was taken over twice. */
async function openAs(role: Role) {
  const made = virtualMeeting();
  const anna = made.person('Tarvel', 'Anna');
  const borys = made.person('Belmor', 'Borys');
  const logins = [
    { name: 'A. Tarvel' },
    { name: 'Anna Tarvel' },
    { name: 'Somebody' },
    { name: 'Borys Belmor', link: byHand(borys) },
    { name: 'Interpreter 1', link: { kind: 'nobody' as const, why: 'interpreter' as const } },
  ];
  made.report(logins, 'a');
  made.report(logins, 'a');
  made.report([{ name: 'Borys Belmor', link: byHand(borys) }], 'b');
  const alias = randomUUID();
  const drafts = [
    ...made.drafts,
    {
      ...{ id: randomUUID(), type: 'alias.confirmed', v: 1, meeting: null, over: [], blobs: [] },
      ...{ subjects: [anna], body: { id: alias, set: { person: anna, revoked: false } } },
      personal: { set: { name: 'Annie' } },
    },
    ...operator(randomUUID(), 'coordinator'),
    ...operator(OPERATOR, role),
  ];
  const opened = await openWindow({ routes, at: `/m/${made.meeting}/virtual`, drafts });
  await screen.findByText('To confirm (2)');
  return { ...opened, count: () => opened.register.operations.length };
}

const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const named = (name: string | RegExp) => screen.findAllByRole('button', { name });
const choosePile = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));

/** Every control that writes, pile by pile; what opens a list or a look at it writes nothing. */
async function controls(): Promise<HTMLElement[]> {
  const found: HTMLElement[] = [];
  const note = async (...names: (string | RegExp)[]) => {
    for (const name of names) found.push(...(await named(name)));
  };
  await note('Take back', / is not /, 'Somebody else…', 'Not a participant', 'Walk-in…');
  await note(/^Tarvel, Anna/, 'Nothing to undo');
  fireEvent.click((await named('Look at them'))[0]!);
  await note(/^Confirm \d/);
  choosePile(/^Linked/);
  await note('Decide again');
  choosePile(/^Not participants/);
  await note('Decide again');
  fireEvent.click((await named(/remembered/i))[0]!);
  await note(/Revoke/);
  return found;
}

describe('what acts on the page of virtual attendance', () => {
  it('is off, with the reason, for whom the role lets look only', async () => {
    await openAs('read-only');
    const all = await controls();
    expect(all.length).toBeGreaterThan(12);
    expect(all.filter((one) => !isOff(one)).map((one) => one.textContent)).toEqual([]);
    const drop = screen.getByRole('group', { name: 'Drop attendance reports here' });
    expect(within(drop).getByRole('button').hasAttribute('disabled')).toBe(true);
  });

  it('does nothing by its keys either, and opens nothing that could', async () => {
    const { count } = await openAs('read-only');
    const before = count();
    const row = await screen.findByRole('listitem', { name: 'A. Tarvel' });
    row.focus();
    for (const key of ['Enter', '1', 'x', 's', 'n', 'w', 'u']) {
      const code = key === 'Enter' ? key : key === '1' ? 'Digit1' : `Key${key.toUpperCase()}`;
      fireEvent.keyDown(row, { key, code });
    }
    for (const button of within(row).getAllByRole('button')) fireEvent.click(button);
    expect(
      (await screen.findAllByText(/Your role \(.+\) does not include this/)).length,
    ).toBeGreaterThan(0);
    expect(within(row).queryByRole('combobox')).toBeNull();
    expect(within(row).queryByRole('form')).toBeNull();
    expect(within(row).queryByRole('group')).toBeNull();
    expect(count()).toBe(before);
  });

  it('is on for whoever registers', async () => {
    const { count } = await openAs('registration');
    const before = count();
    expect((await controls()).filter(isOff)).toEqual([]);
    choosePile(/^To confirm/);
    const row = await screen.findByRole('listitem', { name: 'A. Tarvel' });
    row.focus();
    fireEvent.keyDown(row, { key: 'Enter', code: 'Enter' });
    await waitFor(() => expect(count()).toBeGreaterThan(before));
  });
});
