import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { writeXlsx } from 'hucre/xlsx';
import { useParams } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { writeNominationSheet } from '@shared/codecs/nomination-sheet/write';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { draft } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { ImportList } from '@renderer/features/nominations/import/import-list';
import { useNominationsModel } from '@renderer/features/nominations/use-nominations';
import { useCommandKeys } from '@renderer/ui/keys';
import { useTakeBack } from '@renderer/features/nominations/use-take-back';
import { v7 as newId } from 'uuid';

// There are no workers here: a job runs where it is asked for.
vi.mock('@renderer/workers/run-job', async () => {
  const { jobs } = await import('@renderer/workers/jobs');
  return {
    runJob: (job: keyof typeof jobs, input: never, _signal: unknown, report?: () => void) =>
      (jobs[job] as (input: never, report: () => void) => Promise<unknown>)(
        input,
        report ?? (() => undefined),
      ),
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

function Importing() {
  useCommandKeys();
  const { meeting: id = '' } = useParams();
  const model = useNominationsModel(id);
  const takeBack = useTakeBack(id);
  if (model.state !== 'ready' || model.value === null) return null;
  return <ImportList model={model.value} takeBack={takeBack} onClose={() => undefined} />;
}

const routes = [{ path: '/m/:meeting/import', element: <Importing /> }];
const context = { newId, now: '2026-11-21T08:00:00.000Z' };

function party(code: string, iso2: string, en: string, ru: string): Draft {
  const statuses = [{ status: 'member' as const, from: null, to: null }];
  const set = { ...PARTY_DEFAULTS, code, iso2, names: { en, ru }, statuses };
  return draft(context, { type: 'party.added', body: { id: newId(), set } });
}

async function importing(settings = {}) {
  const own = programme();
  const one = meeting(own.id);
  const parties = [
    party('BGR', 'BG', 'Bulgaria', 'Болгария'),
    party('AUT', 'AT', 'Austria', 'Австрия'),
  ];
  const drafts = [...own.drafts, ...parties, ...one.drafts];
  const window = await openWindow({ routes, at: `/m/${one.id}/import`, drafts, settings });
  await screen.findByRole('group', { name: 'Drop a nomination list here' });
  return { ...window, meeting: one.id };
}

function drop(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { name, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) };
  const zone = screen.getByRole('group', { name: 'Drop a nomination list here' });
  fireEvent.drop(zone, { dataTransfer: { files: [file], types: ['Files'] } });
}

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const verdict = async (label: string, count: number) =>
  screen.findByRole('button', { name: new RegExp(`^${count} ?${label}$`) });
const grid = () => screen.getByRole('grid', { name: 'Rows of the list' });
const openRow = (text: string | RegExp) => fireEvent.click(within(grid()).getAllByText(text)[0]!);
const typesOf = (window: Awaited<ReturnType<typeof importing>>, from: number) =>
  window.register.operations.slice(from).map(({ operation }) => operation.type);

const LIST = [
  'Country,Family name,Given name,E-mail',
  'Bulgaria,Testova,Ana,ana@example.org',
  'Zurbagania,Testov,Borys,borys@example.org',
  'Austria,Probe,Maria,not an address',
].join('\n');

describe('a row that stands in the way', () => {
  it('is corrected in place and checked again at once; a delegation is asked once and kept', async () => {
    const window = await importing();
    drop('list.csv', LIST);
    await press('Check the rows');
    await verdict('Errors', 2);
    openRow('Maria Probe');
    const detail = screen.getByRole('complementary', { name: 'Row 4' });
    const cell = within(detail).getByLabelText('E-mail');
    fireEvent.change(cell, { target: { value: 'maria@example.org' } });
    fireEvent.blur(cell);
    await verdict('Errors', 1);
    expect(within(detail).getByText('In the file: not an address')).toBeTruthy();

    fireEvent.click(screen.getByRole('combobox', { name: 'Delegation for “Zurbagania”' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Bulgaria (BGR)' }));
    await verdict('Errors', 0);
    const before = window.register.operations.length;
    await press('Take over 3 rows');
    await waitFor(() => expect(window.register.operations.length).toBeGreaterThan(before));
    expect(typesOf(window, before).sort()).toEqual([
      'import.made',
      ...Array<string>(3).fill('nomination.received'),
      'party.changed',
      ...Array<string>(3).fill('person.recorded'),
    ]);
    await waitFor(async () => {
      const [party] = (await window.store.list('parties')).filter(({ code }) => code === 'BGR');
      expect(party?.aliases).toEqual(['Zurbagania']);
    });
  });

  it('of a conflict is decided on: which value wins', async () => {
    const window = await importing();
    drop('list.csv', LIST.split('\n').slice(0, 2).join('\n'));
    await press('Check the rows');
    await press('Take over 1 row');
    await waitFor(async () => expect(await window.store.list('people')).toHaveLength(1));
    cleanup();

    const again = await openWindow({
      ...{ routes, at: `/m/${window.meeting}/import`, store: window.store },
    });
    await screen.findByRole('group', { name: 'Drop a nomination list here' });
    drop('b.csv', 'Country,Family name,Given name,E-mail\nBulgaria,Novak,Nora,ana@example.org\n');
    await press('Check the rows');
    await verdict('Conflicts', 1);
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: 'Nothing to take over' }).disabled,
    ).toBe(true);
    openRow('Nora Novak');
    const detail = screen.getByRole('complementary', { name: 'Row 2' });
    expect(within(detail).getByText('Testova')).toBeTruthy();
    fireEvent.click(within(detail).getByLabelText('Replace: what the list says wins'));
    await press('Take over 1 row');
    await waitFor(async () => {
      expect((await again.store.list('people')).map(({ family }) => family)).toEqual(['Novak']);
    });
  });

  it('is left out by itself, and the rest taken', async () => {
    const window = await importing();
    drop('list.csv', LIST);
    await press('Check the rows');
    await verdict('Errors', 2);
    for (const name of ['Borys Testov', 'Maria Probe']) {
      openRow(name);
      fireEvent.click(screen.getByLabelText('Leave the row out'));
    }
    await press('Take over 1 row');
    await waitFor(async () => expect(await window.store.list('people')).toHaveLength(1));
  });
});

describe('many rows at once', () => {
  const MANY = [
    'Country,Family name,Given name,E-mail',
    'Bulgaria,Testova,Ana,ana@example.org',
    'Austria,Testov,Borys,borys@example.org',
    'Austria,Probe,Maria,maria@example.org',
    'Bulgaria,Novak,Nora,not an address',
  ].join('\n');
  const bulk = () => screen.getByRole('group', { name: /rows? (shown|marked)$/ });

  it('are left out when they are shown, or marked, by the keyboard too, and decided anew', async () => {
    const window = await importing();
    drop('many.csv', MANY);
    await press('Check the rows');
    await verdict('Errors', 1);
    fireEvent.click(await verdict('All', 4));
    const filter = screen.getByRole('textbox', { name: /^Filter by name/ });
    fireEvent.change(filter, { target: { value: 'austria' } });
    fireEvent.click(await screen.findByRole('button', { name: /^Leave out 2/ }));
    await screen.findByText('2 rows are left out');
    expect(within(grid()).getAllByText('Left out')).toHaveLength(2);
    await press('Decide anew 2');
    await waitFor(() => expect(within(grid()).queryAllByText('Left out')).toEqual([]));

    fireEvent.change(filter, { target: { value: '' } });
    await within(grid()).findByText('Nora Novak');
    const rows = grid();
    rows.focus();
    fireEvent.keyDown(rows, { key: 'End' });
    fireEvent.keyDown(rows, { key: ' ' });
    await screen.findByRole('group', { name: '1 row marked' });
    expect(within(bulk()).getAllByRole('button')).toHaveLength(1);
    fireEvent.keyDown(document.body, { key: 'l', code: 'KeyL', altKey: true });
    await waitFor(() => expect(within(grid()).getAllByText('Left out')).toHaveLength(1));
    await press('Take over 3 rows');
    await waitFor(async () => expect(await window.store.list('people')).toHaveLength(3));
  });
});

describe('a source', () => {
  const OWN = 'Who,Country,Mail\nAna Testova,Bulgaria,ana@example.org\n';

  it('is remembered, recognised without a mapping step, said so, and forgotten', async () => {
    const window = await importing();
    drop('a.csv', OWN);
    const meaning = await screen.findByRole('combobox', { name: 'Meaning of column A, Who' });
    fireEvent.click(meaning);
    await waitFor(() => expect(meaning.getAttribute('aria-controls')).not.toBeNull());
    const choices = document.getElementById(meaning.getAttribute('aria-controls') ?? '');
    fireEvent.click(within(choices!).getByRole('option', { name: 'Full name' }));
    fireEvent.change(screen.getByLabelText('Remember this source as'), {
      target: { value: 'The ministry' },
    });
    await press('Remember');
    await screen.findByText('Remembered: The ministry.');
    const { importProfiles } = window.settings();
    expect(Object.values(importProfiles)).toMatchObject([
      { name: 'The ministry', columns: { fullName: 'who', party: 'country', email: 'mail' } },
    ]);
    cleanup();

    const later = await importing({ importProfiles });
    drop('b.csv', OWN);
    await verdict('New', 1);
    expect(screen.getByText(/Recognised by its headings: The ministry/)).toBeTruthy();
    await press('Forget this source');
    await waitFor(() => expect(later.settings().importProfiles).toEqual({}));
    expect(screen.getByText(/^Forgotten: The ministry/)).toBeTruthy();
  });
});

describe('a nomination sheet', () => {
  it('that came back goes straight to the preview, and says when it is for another meeting', async () => {
    await importing();
    const bytes = await writeNominationSheet({
      ...{ language: 'ru', until: null, madeAt: context.now },
      party: { code: 'BGR', name: 'Болгария' },
      meeting: { id: newId(), title: 'Another meeting' },
    });
    drop('sheet.xlsx', bytes);
    expect(await screen.findByText(/Recognised as a nomination sheet/)).toBeTruthy();
    expect(screen.getByText(/made for another meeting/)).toBeTruthy();
  });

  it('is made for all partners, each in its language', async () => {
    await importing();
    const saved: { name: string; bytes: Uint8Array }[] = [];
    const { rostrum } = globalThis.window as unknown as {
      rostrum: { files: { save: (file: { name: string; bytes: Uint8Array }) => unknown } };
    };
    rostrum.files.save = (file) => {
      saved.push(file);
      return Promise.resolve({ ok: true, saved: true, name: file.name });
    };
    await press('Make the sheet');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['nomination-sheets.zip']));
    expect(saved[0]?.bytes.length).toBeGreaterThan(5000);
  });
});

describe('a workbook of several worksheets', () => {
  it('is taken over from those that are chosen', async () => {
    const window = await importing();
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'First',
          rows: [
            ['Country', 'Name'],
            ['Bulgaria', 'Ana Testova'],
            ['Austria', 'B Testov'],
          ],
        },
        {
          name: 'Second',
          rows: [
            ['Name', 'Country'],
            ['Maria Probe', 'Austria'],
          ],
        },
      ],
    });
    drop('list.xlsx', bytes);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Second (2 rows)' }));
    await screen.findByRole('combobox', { name: 'Meaning of column B, Country' });
    await screen.findByRole('heading', { name: 'What the columns mean: Second' });
    await press('Check the rows');
    await verdict('New', 3);
    expect(within(grid()).getByText('Second')).toBeTruthy();
    await press('Take over 3 rows');
    await waitFor(async () => expect(await window.store.list('people')).toHaveLength(3));
    await act(async () => undefined);
  });
});

describe('bad input', () => {
  const people = ['Country', 'Name', 'E-mail'];
  const one = ['Bulgaria', 'Ana Testova', 'ana@example.org'];

  it.each([
    [
      'a workbook under a password',
      'locked.xlsx',
      () =>
        writeXlsx({
          sheets: [{ name: 'Secret', rows: [people, one] }],
          encryption: { password: 'test', spinCount: 10 },
        }),
      'The workbook is protected by a password. Save it without one and choose it again.',
    ],
    [
      '200,000 rows',
      'long.csv',
      () => Promise.resolve(`${people.join()}\n${`${one.join()}\n`.repeat(200_000)}`),
      /The file has more than [\d,]+ rows\. Split it and import the parts\./,
    ],
  ])(
    '%s: said by its name, and another file can be chosen',
    async (_, name, make, answer) => {
      const window = await importing();
      const before = window.register.operations.length;
      drop(name, await make());
      const alert = await screen.findByText(answer, {}, { timeout: 20_000 });
      expect(alert.closest('[role="alert"]')?.textContent).toContain(name);
      expect(window.register.operations).toHaveLength(before);
      await press('Choose another file');
      await screen.findByRole('group', { name: 'Drop a nomination list here' });
      drop('list.csv', [people, one].map((row) => row.join()).join('\n'));
      await press('Check the rows');
      await verdict('New', 1);
    },
    30_000,
  );

  it('formulas and merged cells: said what was taken of them', async () => {
    await importing();
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'List',
          rows: [people, ['Bulgaria', 'Ana Testova', null], [null, 'Borys Testov', null]],
          cells: new Map([['1,2', { formula: 'A1', formulaResult: 'ana@example.org' }]]),
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        },
      ],
    });
    drop('list.xlsx', bytes);
    await press('Check the rows');
    await verdict('New', 2);
    const notes = screen.getByRole('region', { name: 'About the file' });
    expect(notes.textContent).toContain('Formulas: their last calculated values were taken.');
    expect(notes.textContent).toContain('Merged cells were filled with their value.');
  });

  it('one person by two delegations, and two people with one e-mail: each said where it stands', async () => {
    const window = await importing();
    const before = window.register.operations.length;
    drop(
      'list.csv',
      [
        people.join(),
        one.join(),
        'Austria,Ana Testova,ana@example.org',
        'Bulgaria,Borys Testov,ana@example.org',
      ].join('\n'),
    );
    await press('Check the rows');
    await verdict('Errors', 2);
    fireEvent.click(screen.getByRole('button', { name: /^2 ?Errors$/ }));
    openRow('Ana Testova');
    const twice = screen.getByRole('complementary', { name: 'Row 3' });
    expect(twice.textContent).toContain('names the same person for Bulgaria');
    openRow('Borys Testov');
    const shared = screen.getByRole('complementary', { name: 'Row 4' });
    expect(shared.textContent).toContain('row 2 has the same e-mail for Ana Testova');
    expect(window.register.operations).toHaveLength(before);
  });
});
