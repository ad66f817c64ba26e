import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useParams } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { BeforeProvider, useBeforeOf } from '@renderer/features/virtual/before';
import { ImportReport } from '@renderer/features/virtual/parts/import-report';
import { useVirtualModel } from '@renderer/features/virtual/use-virtual';

/** How many more times logins can be compared before that ends. */
const comparing = vi.hoisted(() => ({ left: Infinity }));

// There are no workers here: a job runs where it is asked for.
vi.mock('@renderer/workers/run-job', async () => {
  const { jobs } = await import('@renderer/workers/jobs');
  return {
    runJob: (job: keyof typeof jobs, input: never) =>
      job === 'linkLogins' && --comparing.left < 0
        ? Promise.reject(new Error('ended'))
        : (jobs[job] as (input: never) => Promise<unknown>)(input),
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

afterEach(() => {
  cleanup();
  comparing.left = Infinity;
});

function Importing() {
  const { meeting: id = '' } = useParams();
  const model = useVirtualModel(id);
  const before = useBeforeOf(id);
  if (model.state !== 'ready' || model.value.meeting === null) return null;
  return (
    <BeforeProvider value={before}>
      <ImportReport model={{ ...model.value, meeting: model.value.meeting }} />
    </BeforeProvider>
  );
}

const routes = [{ path: '/m/:meeting', element: <Importing /> }];
type Opened = Awaited<ReturnType<typeof importing>>;

/** A meeting in Vienna on 11 and 12 December 2023, from ten o'clock on. */
async function importing(settings = {}) {
  const own = programme();
  const one = meeting(own.id);
  const drafts = [...own.drafts, ...one.drafts];
  const window = await openWindow({ routes, at: `/m/${one.id}`, drafts, settings });
  await screen.findByRole('group', { name: 'Drop attendance reports here' });
  return { ...window, meeting: one.id };
}

function drop(...files: readonly (readonly [name: string, content: string])[]) {
  const zone = screen.getByRole('group', { name: 'Drop attendance reports here' });
  const given = files.map(([name, content]) => ({
    name,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(content).buffer),
  }));
  fireEvent.drop(zone, { dataTransfer: { files: given, types: ['Files'] } });
}

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
/** What was taken over has left the list. */
const gone = () =>
  waitFor(() => expect(screen.queryByRole('button', { name: /^Take over/ })).toBeNull());
const reports = (window: Opened) => window.store.list('reports', window.meeting);
const logins = (window: Opened) => window.store.list('logins', window.meeting);

const HEAD = 'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n';
const row = (name: string, from: string, to: string, day = '12/11/2023', minutes = '') =>
  `${name},${name.toLowerCase()}@example.org,${day} ${from},${day} ${to},${minutes},Yes\n`;
const DAY1 = `${HEAD}${row('Anna', '09:50:00', '11:00:00')}${row('Borys', '10:05:00', '11:00:00', '12/11/2023', '300')}Cut,,12/11/2023 10:00:00,12/11/2023 09:00:00,-60,Yes\n`;
const DAY2 = `${HEAD}${row('Anna', '09:55:00', '11:00:00', '12/12/2023')}`;

describe('a report that is known', () => {
  it('is shown with its first join beside the start, and taken over with what was left out', async () => {
    const window = await importing();
    drop(['day-1.csv', DAY1]);
    await screen.findByText('The first join is 10 min before the scheduled start.');
    fireEvent.click(screen.getByText('Rows left out: 1, repaired: 1'));
    expect(screen.getByText('ends before it begins; left out')).toBeTruthy();
    expect(screen.getByText(/^states 300 minutes but the times say 55/)).toBeTruthy();
    await press('Take over');
    await waitFor(async () => expect(await reports(window)).toHaveLength(1));
    expect((await reports(window))[0]).toMatchObject({
      ...{ platform: 'zoom', generation: 'meeting-2021', timeZone: 'Europe/Vienna' },
      ...{ file: 'day-1.csv', rows: 2, dropped: 1, repaired: 1, replaces: null, attachment: null },
    });
    expect(await logins(window)).toHaveLength(2);
  });

  it('is kept as a file only where somebody asks for it', async () => {
    const window = await importing();
    const kept = new Map<string, Uint8Array>();
    const hash = 'a'.repeat(64);
    Object.assign(globalThis.window.rostrum!.blobs, {
      put: ({ bytes }: { bytes: Uint8Array }) => {
        kept.set(hash, bytes);
        return Promise.resolve({ hash });
      },
    });
    drop(['day-1.csv', DAY1]);
    fireEvent.click(await screen.findByLabelText('Keep the file itself with the report'));
    await press('Take over');
    await gone();
    expect((await reports(window))[0]?.attachment).toBe(hash);
    expect(new TextDecoder().decode(kept.get(hash))).toBe(DAY1);
    // Forgetting any of them erases the file: nothing but an operation about all of them names it.
    const naming = window.register.operations.filter(({ operation }) =>
      operation.blobs.includes(hash),
    );
    expect(naming.map(({ operation }) => operation.subjects.toSorted())).toEqual([
      (await logins(window)).map(({ id }) => id).toSorted(),
    ]);
  });

  it('leaves no file behind when taking over ends before it is written', async () => {
    const window = await importing();
    const put = vi.fn(() => Promise.resolve({ hash: 'a'.repeat(64) }));
    Object.assign(globalThis.window.rostrum!.blobs, { put });
    drop(['day-1.csv', DAY1], ['day-2.csv', DAY2]);
    await screen.findByRole('button', { name: 'Take over 2 reports' });
    fireEvent.click(screen.getByRole('button', { name: 'Show day-1.csv' }));
    fireEvent.click(await screen.findByLabelText('Keep the file itself with the report'));
    comparing.left = 1;
    await press('Take over 2 reports');
    await waitFor(() => expect(comparing.left).toBe(-1));
    await screen.findByRole('button', { name: 'Take over 2 reports' });
    expect(put).not.toHaveBeenCalled();
    expect(await reports(window)).toEqual([]);
  });

  it('keeps what the platform showed beside a name, and shortens what nobody is called', async () => {
    const window = await importing();
    const at = '12/11/2023 10:00:00,12/11/2023 11:00:00,60,Yes';
    const long = `${'A'.repeat(399)}😀 Long`;
    drop([
      'day-1.csv',
      `${HEAD}iPhone (Anna Tarvel),,${at}
iPhone,,${at}
iPhone,,${at}
Zora,z@example.org,${at}
ZORA,z@example.org,${at}
Borys,z@example.org,${at}
${long},,${at}
`,
    ]);
    await press('Take over');
    await gone();
    expect((await logins(window)).map(({ name }) => name).toSorted()).toEqual([
      'A'.repeat(399),
      'Zora (Borys)',
      ...['iPhone', 'iPhone', 'iPhone (Anna Tarvel)'],
    ]);
    // The same people with a correction: whoever is renamed is recognised.
    drop([
      'day-1-corrected.csv',
      `${HEAD}iPhone (Anna Tarvel),,${at}
Carla,,${at}
`,
    ]);
    await screen.findByLabelText(/^Takes the place of day-1.csv/);
  });

  it('of another date says both dates and wants a word', async () => {
    const window = await importing();
    drop(['may.csv', `${HEAD}${row('Anna', '10:00:00', '11:00:00', '05/30/2023')}`]);
    await screen.findByText('The report: 30 May 2023. The meeting: 11–12 December 2023.');
    const take = screen.getByRole<HTMLButtonElement>('button', { name: 'Take over' });
    expect(take.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('It belongs to this meeting all the same'));
    expect(take.disabled).toBe(false);
    fireEvent.click(take);
    await waitFor(async () => expect(await reports(window)).toHaveLength(1));
  });

  it('whose day and month cannot be told apart is asked about with its own dates', async () => {
    const window = await importing();
    drop(['march.csv', `${HEAD}${row('Anna', '10:00:00', '11:00:00', '04/03/2023')}`]);
    await press('Month first: 3 April 2023');
    await screen.findByText(/^The report: 3 April 2023/);
    expect(await reports(window)).toEqual([]);
  });

  it('with clock times only is asked which day it was', async () => {
    const window = await importing();
    drop([
      'meet.csv',
      'First name,Last name,Email,Duration,Time joined,Time exited\nAnna,Testova,,60 min,10:00 AM,11:00 AM\n',
    ]);
    await press('12 December 2023');
    await press('Take over');
    await waitFor(async () => expect(await logins(window)).toHaveLength(1));
    expect((await logins(window))[0]?.intervals).toEqual([
      [Date.parse('2023-12-12T09:00:00Z'), Date.parse('2023-12-12T10:00:00Z')],
    ]);
  });
});

describe('several files', () => {
  it('are taken over as one act', async () => {
    const window = await importing();
    const before = window.register.operations.length;
    drop(['day-1.csv', DAY1], ['day-2.csv', DAY2]);
    await press('Take over 2 reports');
    await waitFor(async () => expect(await reports(window)).toHaveLength(2));
    const made = window.register.operations.slice(before).map(({ operation }) => operation.type);
    expect(made.toSorted()).toEqual([
      ...Array<string>(2).fill('import.made'),
      ...Array<string>(3).fill('login.recorded'),
      ...Array<string>(2).fill('report.imported'),
    ]);
    await waitFor(() => expect(screen.queryByText('day-1.csv')).toBeNull());
  });

  it('the same one twice changes nothing, and that is said where it was dropped', async () => {
    await importing();
    drop(['day-1.csv', DAY1], ['copy.csv', DAY1]);
    await screen.findByText(/stands in this list already/);
    await press('Take over 1 report');
    await gone();
    await press('Close');
    drop(['again.csv', DAY1]);
    const said = await screen.findByText(/has been taken over before, as day-1.csv/);
    expect(within(said).getByText('again.csv')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
  });

  it('what is not a report stands beside what is', async () => {
    const window = await importing();
    drop(['page.csv', '<!doctype html><html><body>Sign in</body></html>'], ['day-1.csv', DAY1]);
    await screen.findByText('page.csv was not imported');
    await press('Take over 1 report');
    await waitFor(async () => expect(await reports(window)).toHaveLength(1));
  });
});

describe('a corrected report', () => {
  const CORRECTED = `${DAY1}${row('Carla', '10:30:00', '11:00:00')}`;

  it('takes the place of the earlier one, and decisions stay', async () => {
    const window = await importing();
    drop(['day-1.csv', DAY1]);
    await press('Take over');
    await gone();
    const [first] = await reports(window);
    const borys = (await logins(window)).find(({ name }) => name === 'Borys')!;
    const link = { kind: 'nobody', why: 'interpreter' } as const;
    await window.store.commit([
      {
        ...{ id: crypto.randomUUID(), type: 'login.linked', v: 1, meeting: window.meeting },
        ...{ over: [], subjects: [borys.id], blobs: [], personal: null },
        body: { id: borys.id, set: { link } },
      },
    ]);
    drop(['day-1-corrected.csv', CORRECTED]);
    const takes = await screen.findByLabelText<HTMLInputElement>(/^Takes the place of day-1.csv/);
    expect(takes.checked).toBe(true);
    await press('Take over');
    await waitFor(async () => expect(await reports(window)).toHaveLength(2));
    const second = (await reports(window)).find(({ id }) => id !== first!.id)!;
    expect(second.replaces).toBe(first!.id);
    const now = (await logins(window)).filter(({ report }) => report === second.id);
    expect(Object.fromEntries(now.map((login) => [login.name, login.link]))).toEqual({
      ...{ Anna: null, Borys: link, Carla: null },
    });
  });

  it('of a breakout room at the same time is a further one unless somebody says so', async () => {
    const window = await importing();
    drop(['day-1.csv', DAY1]);
    await press('Take over');
    await gone();
    await waitFor(async () => expect(await reports(window)).toHaveLength(1));
    drop(['room.csv', `${HEAD}${row('Anna', '10:20:00', '10:40:00')}`]);
    const further = await screen.findByLabelText<HTMLInputElement>(/^A further report/);
    expect(further.checked).toBe(true);
    await press('Take over');
    await waitFor(async () => expect(await reports(window)).toHaveLength(2));
    expect((await reports(window)).map(({ replaces }) => replaces)).toEqual([null, null]);
  });
});

describe('a list that no table knows', () => {
  const LIST =
    'Viewer,Account,Entered,Gone\nAnna Testova,anna_x#EXT#@tenant.example.net,11/12/2023 10:00,11/12/2023 11:00\n';

  it('is explained once, and read by itself the next time', async () => {
    const window = await importing();
    drop(['stream.csv', LIST]);
    await screen.findByRole('form', { name: 'What do the columns of stream.csv mean?' });
    const field = (name: string) =>
      screen.getByRole<HTMLInputElement>('combobox', { name: `Meaning of column ${name}` });
    expect(
      [field('A Viewer'), field('B Account'), field('D Gone')].map((one) => one.value),
    ).toEqual(['Name', 'Not used', 'Left']);
    fireEvent.change(screen.getByLabelText('Remember as'), { target: { value: 'Stream' } });
    await press('Read with these columns');
    await press('Take over');
    await gone();
    expect((await reports(window))[0]).toMatchObject({ platform: 'other', generation: 'mapped' });
    expect(JSON.stringify(window.register.operations)).not.toContain('#EXT#');

    drop(['next.csv', LIST.replace('Anna Testova', 'Borys Probe')]);
    await screen.findByText('Read as you explained it under “Stream”.');
    await press('Forget this explanation');
    await waitFor(() => expect(window.settings().importProfiles).toEqual({}));
  });

  it('says what is missing before it can be read', async () => {
    await importing();
    drop(['stream.csv', LIST]);
    await screen.findByRole('form');
    fireEvent.click(screen.getByRole('combobox', { name: 'Meaning of column D Gone' }));
    const choices = screen.getByRole('listbox', { name: 'Meaning of column D Gone' });
    fireEvent.click(within(choices).getByRole('option', { name: 'Not used' }));
    const read = screen.getByRole<HTMLButtonElement>('button', { name: 'Read with these columns' });
    expect(read.disabled).toBe(true);
    expect(
      screen.getByText('A column with the time of leaving or the duration is missing.'),
    ).toBeTruthy();
  });
});
