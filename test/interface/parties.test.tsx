import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registryCsv } from '@shared/codecs/parties/write';
import { addParty } from '@shared/domain/party/decide';
import { PARTY_DEFAULTS, type Party } from '@shared/domain/party/types';
import { programmeFileText } from '@shared/domain/programme/exchange';
import { builtInParty, partyId, sample } from '../unit/domain/party/parties';
import { counting } from '../support/deciding';
import { programme } from './support/programme';
import { openWindow } from './support/window';
import { EditPartyPage, NewPartyPage, PartiesPage, PartyPage } from '@renderer/features/parties';
import { StartPage } from '@renderer/features/start';

const routes = [
  { path: '/parties', element: <PartiesPage /> },
  { path: '/parties/new', element: <NewPartyPage /> },
  { path: '/parties/:party', element: <PartyPage /> },
  { path: '/parties/:party/edit', element: <EditPartyPage /> },
  { path: '/start', element: <StartPage /> },
  { path: '/meetings', element: <p>the list</p> },
];
const austria = { ...builtInParty('AUT'), id: partyId(1) };
const organization = { ...sample, id: partyId(2) };

afterEach(cleanup);

function drafts(...parties: Party[]) {
  const context = counting(5000);
  return [
    ...programme().drafts,
    ...parties.flatMap(({ id, focalPoints, ...fields }) => {
      const made = addParty(context, { id, fields, focalPoints, parties: [] });
      if (!made.ok) throw new Error(made.reason);
      return made.drafts;
    }),
  ];
}

const type = (label: string | RegExp, value: string, within_: HTMLElement = document.body) => {
  fireEvent.change(within(within_).getByLabelText(label), { target: { value } });
};

/** What the user chooses when a dialog for files opens. */
function willChoose(name: string, text: string) {
  // Of the page, as the bridge wants it, and not of the encoder.
  const bytes = Uint8Array.from(new TextEncoder().encode(text));
  const { rostrum } = window as unknown as { rostrum: { files: object } };
  const token = 't'.repeat(32);
  Object.assign(rostrum.files, {
    choose: () => Promise.resolve({ files: [{ token, name, size: bytes.length }], pick: false }),
    read: () => Promise.resolve({ ok: true, bytes, name }),
  });
}

describe('the registry', () => {
  it('says what to do when there is no party', async () => {
    await openWindow({ routes, at: '/parties', drafts: programme().drafts });
    expect(await screen.findByText('No parties yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Add a party' })).toBeTruthy();
  });

  it('marks parties by keyboard, to be copied into a spreadsheet', async () => {
    await openWindow({ routes, at: '/parties', drafts: drafts(austria, organization) });
    const grid = await screen.findByRole('grid');
    await within(grid).findByText('Austria');
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
    const setData = vi.fn();
    fireEvent.copy(grid, { clipboardData: { setData } });
    const [, text] = setData.mock.calls[0] as [string, string];
    const names = text.split('\n').map((line) => line.split('\t')[0]);
    expect(names.slice(0, 2)).toEqual(['Name', 'Austria']);
    expect(names).toHaveLength(3);
  });

  it('adds one, with its words where something is missing', async () => {
    const { register, path } = await openWindow({
      routes,
      at: '/parties/new',
      drafts: drafts(austria),
    });
    await screen.findByRole('button', { name: 'Add the party' });
    const before = register.operations.length;
    type(/^Three-letter code/, 'aut');
    type('English', 'Austria once more');
    fireEvent.click(screen.getByRole('button', { name: 'Add the party' }));
    expect(
      (await screen.findAllByText('The code AUT belongs to another party.')).length,
    ).toBeGreaterThan(0);
    expect(register.operations).toHaveLength(before);

    type(/^Three-letter code/, 'XSY');
    fireEvent.click(screen.getByRole('button', { name: 'Add the party' }));
    await waitFor(() => expect(register.operations).toHaveLength(before + 1));
    const made = register.operations.at(-1)?.operation;
    expect(made).toMatchObject({
      type: 'party.added',
      body: { set: { code: 'XSY', names: { en: 'Austria once more' } } },
    });
    await waitFor(() => expect(path()).toBe(`/parties/${made?.body['id'] as string}`));
  });

  it('shows what a file would change, writes nothing before, and takes it over as one act', async () => {
    const { register } = await openWindow({
      routes,
      at: '/parties',
      drafts: drafts(austria, organization),
    });
    const before = register.operations.length;
    const changed = { ...austria, footnote: 'A new footnote' };
    const added = { ...PARTY_DEFAULTS, id: partyId(3), focalPoints: [], code: 'XSY' };
    const text = registryCsv([changed, organization, { ...added, names: { en: 'Synthetia' } }], {
      focalPoints: false,
    });
    willChoose('registry.csv', text);
    fireEvent.click(await screen.findByRole('button', { name: 'Import…' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: /Choose/ }));
    await within(dialog).findByText('New 1');
    expect(within(dialog).getByText('Changed 1')).toBeTruthy();
    expect(within(dialog).getByText('Same 1')).toBeTruthy();
    expect(register.operations).toHaveLength(before);

    fireEvent.click(within(dialog).getByRole('button', { name: 'Take over 2 parties' }));
    await waitFor(() => expect(register.operations).toHaveLength(before + 3));
    expect(register.operations.slice(before).map(({ operation }) => operation.type)).toEqual([
      'import.made',
      'party.changed',
      'party.added',
    ]);
  });
});

describe('dated footnotes', () => {
  const footnotes = [
    { text: 'Under resolution 1', from: '2005-01-01', to: '2010-12-31' },
    { text: 'Under resolution 2', from: '2010-01-01', to: null },
  ];

  it('are edited with their days, and a wrong one is refused at its place', async () => {
    const { register, path } = await openWindow({
      routes,
      at: `/parties/${organization.id}/edit`,
      drafts: drafts(organization),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Add a footnote' }));
    const set = screen.getByRole('group', { name: 'Footnote 1' });
    const before = register.operations.length;
    type(/^From/, '2010-01-02', set);
    type(/^Last day/, '2010-01-01', set);
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await within(set).findByText('Give the text of the footnote.')).toBeTruthy();
    type(/^Text/, 'In accordance with a resolution', set);
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await within(set).findByText('It ends before it begins.')).toBeTruthy();
    expect(register.operations).toHaveLength(before);
    type(/^Last day/, '', set);
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(path()).toBe(`/parties/${organization.id}`));
    const footnote = { text: 'In accordance with a resolution', from: '2010-01-02', to: null };
    expect(register.operations.at(-1)?.operation.body['set']).toEqual({ footnotes: [footnote] });
    // Under the name today, and with its dates among the facts.
    expect(await screen.findAllByText('In accordance with a resolution')).toHaveLength(2);
  });

  it('stand with the name on the day that is asked for, in the list as it is saved too', async () => {
    await openWindow({
      routes,
      at: '/parties',
      drafts: drafts({ ...organization, footnotes }),
    });
    const row = await screen.findByRole('row', { name: /Synthetic Organization/ });
    expect(row.textContent).toContain('Under resolution 2');
    expect(row.textContent).not.toContain('Under resolution 1');
    type('As on', '2010-06-01');
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /SYN/ }).textContent).toContain('1'),
    );
    const now = screen.getByRole('row', { name: /Synthetic Organization/ }).textContent;
    expect(now).toContain('Under resolution 1');
    expect(now).toContain('Under resolution 2');
    type('As on', '2004-12-31');
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /SYN/ }).textContent).not.toContain('resolution'),
    );
    expect(screen.getByText('Not a partner')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Export list…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByText(/This file contains names/)).toBeNull();
    expect(within(dialog).getByLabelText('XLSX')).toBeTruthy();
  });
});

describe('the page of a party', () => {
  it('renames from a day on and keeps the former name', async () => {
    const { register } = await openWindow({
      routes,
      at: `/parties/${organization.id}`,
      drafts: drafts(organization),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Rename…' }));
    const dialog = await screen.findByRole('dialog');
    type('English', 'Renamed Organization', dialog);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Rename' }));
    expect(await within(dialog).findByText('Give the day.')).toBeTruthy();
    type(/^From which day/, '2024-07-02', dialog);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Rename' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Renamed Organization' }),
    ).toBeTruthy();
    expect(screen.getByText(/until 1 Jul/)).toBeTruthy();
    expect(register.operations.at(-1)?.operation.type).toBe('party.changed');
  });

  it('keeps focal points under seal, and refuses a wrong address in words', async () => {
    const { register } = await openWindow({
      routes,
      at: `/parties/${organization.id}`,
      drafts: drafts(organization),
    });
    await screen.findByText('None on record.');
    fireEvent.click(screen.getAllByRole('button', { name: 'Edit' }).at(-1)!);
    const before = register.operations.length;
    type('Name', 'Ada Synthetova');
    type('E-mail', 'ada@');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This is not an e-mail address.')).toBeTruthy();
    expect(register.operations).toHaveLength(before);
    type('E-mail', 'ada@example.org');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Ada Synthetova', { selector: 'bdi' })).toBeTruthy();
    const last = register.operations.at(-1)?.operation;
    expect(JSON.stringify(last?.body)).not.toContain('Synthetova');
    expect(last?.sealed?.text).toContain('Synthetova');
  });

  it('ends the status with its last day', async () => {
    await openWindow({
      routes,
      at: `/parties/${organization.id}`,
      drafts: drafts(organization),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Status…' }));
    const dialog = await screen.findByRole('dialog');
    type(/^Last day/, '2020-06-30', dialog);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText('Not a partner')).toBeTruthy();
    expect(screen.getByText(/1 Jan 2010 – 30 Jun/)).toBeTruthy();
  });
});

describe('a new programme from a file', () => {
  const begin = async () => {
    const window_ = await openWindow({
      routes,
      at: '/start',
      settings: { started: false, deskName: 'Desk' },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^New programme/ }));
    fireEvent.click(screen.getByLabelText('A programme file'));
    return window_;
  };

  it('refuses a wrong file in words', async () => {
    const { register } = await begin();
    fireEvent.click(screen.getByRole('button', { name: 'Create the programme' }));
    expect(screen.getByText('Choose the programme file.')).toBeTruthy();
    willChoose('holiday.json', '{"format":"photos"}');
    fireEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
    expect(await screen.findByText('holiday.json is not a programme file.')).toBeTruthy();
    expect(register.operations).toHaveLength(0);
  });

  it('begins with its bodies, pillars and parties, in one act', async () => {
    const { register, path } = await begin();
    const pillars = [{ id: 'p', number: 'I', names: { en: 'Pillar' } }];
    const text = programmeFileText({ names: { en: 'Other initiative' }, pillars, bodies: [] }, [
      austria,
      organization,
    ]);
    willChoose('other.json', text);
    fireEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
    expect(await screen.findByText('Other initiative: 2 parties')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Create the programme' }));
    await waitFor(() => expect(path()).toBe('/meetings'));
    expect(register.operations.map(({ operation }) => operation.type)).toEqual([
      'programme.created',
      'party.added',
      'party.added',
      'desk.named',
    ]);
    expect(register.operations[0]?.operation.body['set']).toMatchObject({
      names: { en: 'Other initiative' },
      pillars,
      synthetic: false,
    });
  });
});
