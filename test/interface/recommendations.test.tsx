import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow, type TestWindow } from './support/window';
import { implementationId } from '@shared/domain/implementation/decide';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Body, Draft } from '@shared/operation/operation';
import { PartyPage } from '@renderer/features/parties';
import { RecommendationsPage } from '@renderer/features/recommendations/pages';
import { today } from '@renderer/ui/today';

const routes = [
  { path: '/m/:meeting/recommendations', element: <RecommendationsPage /> },
  { path: '/parties/:party', element: <PartyPage /> },
];
const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };
const AGREED = { state: 'agreed', number: 1, agreedOn: '2023-12-12T15:00:00.000Z' };

afterEach(cleanup);

/** A meeting with one recommendation, and three parties. */
function world(set: Body = {}) {
  const own = programme();
  const held = meeting(own.id);
  const drafts: Draft[] = [...own.drafts, ...held.drafts];
  const party = (code: string, name: string) => {
    const id = newId();
    const body = { id, set: { ...PARTY_DEFAULTS, code, names: { en: name } } };
    drafts.push(draft(context, { type: 'party.added', body }));
    return id;
  };
  const [austria, serbia, ukraine] = [
    party('AUT', 'Austria'),
    party('SRB', 'Serbia'),
    party('UKR', 'Ukraine'),
  ];
  const id = newId();
  drafts.push(
    draft(context, {
      type: 'recommendation.drafted',
      meeting: held.id,
      body: { id, set: { order: 'a0', state: 'draft', ...set } },
    }),
    draft(context, {
      type: 'recommendation.worded',
      meeting: held.id,
      body: { id, set: {} },
      personal: { set: { 'text.en': 'To exchange samples' } },
    }),
  );
  const report = (party_: string, year: number, status: string, evidence = '') => {
    drafts.push(
      draft(context, {
        type: 'implementation.reported',
        body: {
          id: implementationId(id, party_, year),
          set: { recommendation: id, party: party_, year, status, reportedOn: null },
        },
        personal: { set: { evidence } },
      }),
    );
  };
  return { drafts, id, meeting: held.id, austria, serbia, ukraine, report };
}

type World = ReturnType<typeof world>;
const atRecommendations = ({ drafts, meeting: held }: World) =>
  openWindow({ routes, at: `/m/${held}/recommendations`, drafts });
const last = ({ register }: TestWindow) => register.operations.at(-1)?.operation;

/** In the latest message: those of other tests may still stand. */
const undo = () => fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1)!);

/** Chooses in a searchable list with the keyboard alone. */
async function choose(box: HTMLElement, typed: string, option: string) {
  box.focus();
  fireEvent.change(box, { target: { value: typed } });
  await waitFor(() => {
    const parties = screen.getAllByRole('option', { name: /\([A-Z]{3}\)$/ });
    expect(parties.map(({ textContent }) => textContent)).toEqual([option]);
  });
  fireEvent.keyDown(box, { key: 'ArrowDown', code: 'ArrowDown' });
  fireEvent.keyDown(box, { key: 'Enter', code: 'Enter' });
}

describe('whom a recommendation is addressed to', () => {
  it('is all parties, until parties are chosen with the keyboard and taken out again', async () => {
    const own = world();
    const opened = await atRecommendations(own);
    const field = await screen.findByRole('group', { name: 'Addressed to' });
    expect(within(field).getByText('All parties')).toBeTruthy();
    await choose(
      screen.getByRole('combobox', { name: 'Add a country or organization' }),
      'ser',
      'Serbia (SRB)',
    );
    await within(field).findByRole('button', { name: 'Remove Serbia' });
    expect(last(opened)).toMatchObject({
      type: 'recommendation.changed',
      body: { id: own.id, set: { parties: [own.serbia] } },
    });
    expect(within(field).queryByText('All parties')).toBeNull();
    // The next one is typed where the first one was.
    const box = screen.getByRole('combobox', { name: 'Add a country or organization' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await choose(box, 'aut', 'Austria (AUT)');
    await within(field).findByRole('button', { name: 'Remove Austria' });
    expect(screen.getByText('To: Austria, Serbia')).toBeTruthy();

    fireEvent.click(within(field).getByRole('button', { name: 'Remove Serbia' }));
    await waitFor(() =>
      expect(last(opened)?.body).toMatchObject({ set: { parties: [own.austria] } }),
    );
    expect(await screen.findByText('To: Austria')).toBeTruthy();
  });

  it('is settled with the agreement, and counted where the list is short', async () => {
    const own = world();
    own.drafts.push(
      draft(context, {
        type: 'recommendation.agreed',
        meeting: own.meeting,
        body: {
          id: own.id,
          set: { ...AGREED, parties: [own.austria, own.serbia, own.ukraine] },
        },
      }),
    );
    await atRecommendations(own);
    expect(await screen.findByText('Settled with the agreement.')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Add a country or organization' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove Serbia' })).toBeNull();
    expect(screen.getByText('To: Austria, Serbia and 1 other')).toBeTruthy();
  });
});

describe('implementation on the page of a recommendation', () => {
  it('cannot be recorded before there is an agreement', async () => {
    await atRecommendations(world());
    expect(
      await screen.findByText('Status can be recorded once the recommendation is agreed.'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record status' })).toBeNull();
  });

  it('is recorded by party and year, its evidence sealed, and undone', async () => {
    const own = world(AGREED);
    const opened = await atRecommendations(own);
    expect(await screen.findByText('No party has reported yet.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Record status' }));
    const dialog = await screen.findByRole('dialog');
    const before = opened.register.operations.length;
    fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await within(dialog).findByText('Choose a party.')).toBeTruthy();
    await choose(within(dialog).getByPlaceholderText('Name or code'), 'ukr', 'Ukraine (UKR)');
    fireEvent.change(within(dialog).getByLabelText(/^Evidence/), {
      target: { value: 'Letter of Ada Synthetova' },
    });
    const day = within(dialog).getByLabelText(/^Reported on/);
    fireEvent.change(day, { target: { value: '2023-01-01' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await within(dialog).findByText(/cannot have been reported before/)).toBeTruthy();
    expect(opened.register.operations).toHaveLength(before);
    fireEvent.change(day, { target: { value: today() } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    expect(await screen.findByText('2 parties have not reported')).toBeTruthy();
    const year = Number(today().slice(0, 4));
    expect(last(opened)).toMatchObject({
      type: 'implementation.reported',
      body: {
        id: implementationId(own.id, own.ukraine, year),
        set: { party: own.ukraine, year, status: 'in-progress', reportedOn: today() },
      },
    });
    expect(JSON.stringify(last(opened)?.body)).not.toContain('Synthetova');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('Letter of Ada Synthetova')).toBeTruthy();

    undo();
    expect(await screen.findByText('No party has reported yet.')).toBeTruthy();
    expect(last(opened)).toMatchObject({
      type: 'implementation.changed',
      body: { set: { removed: true } },
    });
  });

  it('is changed, not recorded twice; the change is undone, the report taken back', async () => {
    const own = world(AGREED);
    own.report(own.austria, 2024, 'not-started', 'Nothing yet');
    own.report(own.austria, 2025, 'in-progress');
    const opened = await atRecommendations(own);
    fireEvent.click(await screen.findByRole('button', { name: 'Change: Austria, 2024' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText('On record for 2024: Not started. Saving changes that report.'),
    ).toBeTruthy();
    const evidence = within(dialog).getByLabelText(/^Evidence/);
    expect((evidence as HTMLTextAreaElement).value).toBe('Nothing yet');
    fireEvent.change(evidence, { target: { value: 'A law is being drafted' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('A law is being drafted')).toBeTruthy();
    expect(last(opened)).toMatchObject({
      type: 'implementation.changed',
      body: { id: implementationId(own.id, own.austria, 2024), set: {} },
    });
    await screen.findAllByText('Austria, 2024: Not started');
    undo();
    expect(await screen.findByText('Nothing yet')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Take back: Austria, 2024' }));
    await screen.findAllByText('Austria, 2024: report taken back');
    expect(screen.queryByText('Nothing yet')).toBeNull();
    expect(screen.getByText('In progress 2025')).toBeTruthy();
    undo();
    expect(await screen.findByText('Nothing yet')).toBeTruthy();
  });
});

describe('the page of a party', () => {
  it('has what is addressed to it or to all, what it reported, and where to record more', async () => {
    const own = world(AGREED);
    own.report(own.serbia, 2024, 'no-longer-relevant');
    const opened = await openWindow({ routes, at: `/parties/${own.serbia}`, drafts: own.drafts });
    expect(
      await screen.findByText('1 recommendation concerns it; 1 with a status reported.'),
    ).toBeTruthy();
    expect(screen.getByText('No longer relevant 2024')).toBeTruthy();
    expect(screen.getByText('To exchange samples')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Record status…/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Party').value).toBe('Serbia');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Record it' }));
    const year = today().slice(0, 4);
    expect(await screen.findByText(`In progress ${year}`)).toBeTruthy();
    expect(last(opened)).toMatchObject({ body: { set: { party: own.serbia } } });
    expect(screen.getByRole('link', { name: 'Recommendation 1' }).getAttribute('href')).toBe(
      `/m/${own.meeting}/recommendations?recommendation=${own.id}`,
    );
  });

  it('says so when nothing concerns it', async () => {
    const own = world();
    await openWindow({ routes, at: `/parties/${own.serbia}`, drafts: own.drafts });
    expect(await screen.findByText('No recommendation concerns it yet.')).toBeTruthy();
  });
});
