import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { VirtualPage } from '@renderer/features/virtual/pages';

/** How often logins were compared in full, whether that fails, and what it waits for. */
const work = vi.hoisted(() => ({
  compared: 0,
  fails: false,
  ended: 0,
  waits: null as Promise<void> | null,
}));

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
      run = async (job: keyof typeof jobs, input: never) => {
        work.compared += 1;
        if (work.fails) throw new Error('out of memory');
        await work.waits;
        return (jobs[job] as (input: never) => Promise<unknown>)(input);
      };
      end = () => {
        work.ended += 1;
      };
    },
  };
});

afterEach(() => {
  cleanup();
  Object.assign(work, { compared: 0, fails: false, ended: 0, waits: null });
});

const context: DecisionContext = { newId, now: '2023-12-12T19:00:00.000Z' };
const routes = [{ path: '/m/:meeting/virtual', element: <VirtualPage /> }];

/** A meeting on 11 December 2023 at which these people are expected: family, given and address. */
async function expecting(people: readonly (readonly [string, string, string])[]) {
  const own = programme();
  const held = meeting(own.id);
  const party = newId();
  const set = { ...PARTY_DEFAULTS, code: 'EXL', names: { en: 'Exampleland' } };
  const drafts: Draft[] = [...own.drafts, ...held.drafts];
  drafts.push(draft(context, { type: 'party.added', body: { id: party, set } }));
  for (const [family, given, email] of people) {
    const id = newId();
    drafts.push(
      draft(context, {
        ...{ type: 'person.recorded', subjects: [id], body: { id, set: { synthetic: true } } },
        personal: { set: { family, given, emails: [email] } },
      }),
      draft(context, {
        ...{ type: 'nomination.received', meeting: held.id, subjects: [id] },
        body: { id: newId(), set: { person: id, party, state: 'accepted' } },
      }),
    );
  }
  const opened = await openWindow({ routes, at: `/m/${held.id}/virtual`, drafts });
  await screen.findByRole('group', { name: 'Drop attendance reports here' });
  return { ...opened, meeting: held.id };
}

function drop(logins: readonly (readonly [name: string, email: string])[]) {
  const head = 'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n';
  const rows = logins.map(
    ([name, email]) => `${name},${email},12/11/2023 10:00:00,12/11/2023 11:00:00,60,Yes\n`,
  );
  const bytes = new TextEncoder().encode(head + rows.join(''));
  const file = { name: 'report.csv', arrayBuffer: () => Promise.resolve(bytes.buffer) };
  const zone = screen.getByRole('group', { name: 'Drop attendance reports here' });
  fireEvent.drop(zone, { dataTransfer: { files: [file], types: ['Files'] } });
}

const EXPECTED = [
  ['Tarvel', 'Anna', 'anna@example.org'],
  ['Drebin', 'Borys', 'borys@example.org'],
] as const;
const REPORT = [
  ['Anna T', 'anna@example.org'],
  ['Borys Drebin', ''],
  ['Somebody Else', ''],
] as const;

const FALLS =
  '1 linked by address or remembered name · 1 to confirm · 1 unmatched (nobody with such a name is expected)';

describe('the review of a report', () => {
  it('says how its logins would fall, and what was compared is not compared again', async () => {
    const window = await expecting(EXPECTED);
    drop(REPORT);
    await screen.findByText(FALLS);
    expect(screen.queryByText(/^Next to nobody/)).toBeNull();
    expect(work.compared).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
    await screen.findByRole('listitem', { name: 'Borys Drebin' });
    expect(screen.getByText('Linked (1)')).toBeTruthy();
    expect(screen.getByText('To confirm (1)')).toBeTruthy();
    expect(screen.getByText('Unmatched (1)')).toBeTruthy();
    expect(work.compared).toBe(1);
    const logins = await window.store.list('logins', window.meeting);
    expect(logins.filter(({ link }) => link !== null).map(({ name }) => name)).toEqual(['Anna T']);
  });

  it('does not wait for it: the report is taken over meanwhile', async () => {
    work.waits = new Promise(() => undefined);
    const window = await expecting(EXPECTED);
    drop(REPORT);
    await screen.findByRole('progressbar', { name: 'Comparing with who is expected' });
    fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
    await waitFor(async () =>
      expect(await window.store.list('reports', window.meeting)).toHaveLength(1),
    );
  });

  it('ends it with the file', async () => {
    work.waits = new Promise(() => undefined);
    await expecting(EXPECTED);
    drop(REPORT);
    await waitFor(() => expect(work.compared).toBe(1));
    expect(work.ended).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(work.ended).toBe(1));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('says that it failed, and does it again when asked', async () => {
    work.fails = true;
    await expecting(EXPECTED);
    drop(REPORT);
    await screen.findByText('Who of them is expected could not be worked out: out of memory');
    work.fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(FALLS);
  });

  it('asks for a second look where next to nobody is expected', async () => {
    await expecting(EXPECTED);
    drop(['Qo Zed', 'Vu Nim', 'Xi Lor', 'Wy Tan', 'Ju Pem'].map((name) => [name, ''] as const));
    await screen.findByText(/^Next to nobody in this file is expected at this meeting/);
    expect(screen.getByRole('button', { name: 'Take over' })).toHaveProperty('disabled', false);
  });

  it('says that nobody is nominated where nobody is', async () => {
    await expecting([]);
    drop(REPORT);
    await screen.findByText(/^Nobody is nominated for this meeting yet/);
    expect(work.compared).toBe(0);
  });
});
