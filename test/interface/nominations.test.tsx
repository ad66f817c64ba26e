import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import type { PreloadBridge } from '@shared/contract/preload';
import type { MeetingFields } from '@shared/domain/meeting/types';
import { PARTY_DEFAULTS, type FocalPoint, type PartyFields } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Body, Draft } from '@shared/operation/operation';
import { DelegatesPage } from '@renderer/features/nominations/pages';

const routes = [{ path: '/m/:meeting/delegates', element: <DelegatesPage /> }];
const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

/** Files that were saved, and papers that were kept. */
const host = { saved: [] as { name: string; bytes: Uint8Array }[], chosen: [] as Uint8Array[] };
const HASH = 'ab'.repeat(32);

const preload = (window as unknown as { rostrum: PreloadBridge }).rostrum;
Object.assign(preload.files, {
  save: ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
    host.saved.push({ name, bytes });
    return Promise.resolve({ ok: true, saved: true, name, download: null });
  },
  choose: () =>
    Promise.resolve({
      files: [{ token: 'a'.repeat(32), name: 'note-verbale.pdf', size: 3 }],
      pick: false,
    }),
  read: () =>
    Promise.resolve({ ok: true, bytes: Uint8Array.of(1, 2, 3), name: 'note-verbale.pdf' }),
});
Object.assign(preload.blobs, {
  put: ({ bytes }: { bytes: Uint8Array }) => {
    host.chosen.push(bytes);
    return Promise.resolve({ hash: HASH });
  },
  get: () => Promise.resolve({ ok: true, bytes: Uint8Array.of(1, 2, 3) }),
});

afterEach(() => {
  cleanup();
  host.saved = [];
  host.chosen = [];
});

/** A meeting with three partners; helpers name people for it. */
function world(fields: Partial<MeetingFields> = {}) {
  const own = programme();
  const held = meeting(own.id, fields);
  const drafts: Draft[] = [...own.drafts, ...held.drafts];
  const party = (
    code: string,
    name: string,
    change: Partial<PartyFields> = {},
    focalPoints: FocalPoint[] = [],
  ) => {
    const id = newId();
    const statuses = [{ status: 'member' as const, from: null, to: null }];
    const set = { ...PARTY_DEFAULTS, code, names: { en: name }, statuses, ...change };
    drafts.push(
      draft(context, {
        type: 'party.added',
        body: { id, set },
        personal: { set: { focalPoints } },
      }),
    );
    return id;
  };
  const name = (partyId: string, family: string, set: Body = {}) => {
    const [person, nomination] = [newId(), newId()];
    drafts.push(
      draft(context, {
        type: 'person.recorded',
        subjects: [person],
        body: { id: person, set: { synthetic: true } },
        personal: { set: { family, given: 'Ada' } },
      }),
      draft(context, {
        type: 'nomination.received',
        meeting: held.id,
        subjects: [person],
        body: { id: nomination, set: { person, party: partyId, state: 'received', ...set } },
      }),
    );
    return nomination;
  };
  const open = async () => {
    const opened = await openWindow({ routes, at: `/m/${held.id}/delegates`, drafts });
    const before = opened.register.operations.length;
    const since = () => opened.register.operations.slice(before).map(({ operation }) => operation);
    return { ...opened, since };
  };
  return { party, name, open };
}

/** Told in the corner. (Screen readers hear the same words elsewhere.) */
const said = (text: string) =>
  within(screen.getByRole('region', { name: 'Messages' })).findByText(text);
const row = async (text: string) => (await screen.findByText(text)).closest('[role="row"]')!;
const mark = async (text: string) =>
  fireEvent.click(within((await row(text)) as HTMLElement).getByRole('checkbox'));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('many nominations at once', () => {
  it('are accepted as one act with what that exceeds said before, and taken back as one', async () => {
    const here = world({
      caps: { inPerson: 1, virtual: null },
      nominationDeadline: '2023-11-01',
    });
    const land = here.party('TST', 'Testland');
    here.name(land, 'Onova', { receivedOn: '2023-11-02' });
    here.name(land, 'Twova');
    const gone = here.name(land, 'Goneva', { state: 'withdrawn' });
    const { since } = await here.open();
    for (const family of ['Onova, Ada', 'Twova, Ada', 'Goneva, Ada']) await mark(family);

    const bar = await screen.findByRole('group', { name: 'With those marked' });
    expect(bar.textContent).toContain('Testland would have 2 people in person; the cap is 1.');
    expect(bar.textContent).toContain('1 nomination came after the deadline.');
    fireEvent.click(within(bar).getByRole('button', { name: 'Accept 2' }));
    await said('2 nominations accepted');
    const made = since();
    expect(made.map(({ type }) => type)).toEqual(['nomination.accepted', 'nomination.accepted']);
    expect(made.some(({ body }) => body['id'] === gone)).toBe(false);
    // It is said a moment before the marks are taken off.
    await waitFor(() =>
      expect(screen.queryByRole('group', { name: 'With those marked' })).toBeNull(),
    );

    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await said('Taken back; everything is as it was before');
    expect(since().slice(2)).toMatchObject(
      made.map(({ id, body }) => ({
        over: [id],
        body: { id: body['id'], set: { state: 'received' } },
      })),
    );
  });

  it('are replaced with who said so; a chain is shown whole, and its tail is not bitten', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const last = here.name(land, 'Thirdova', { state: 'accepted' });
    const second = here.name(land, 'Secondova', { state: 'replaced', replacedBy: last });
    const first = here.name(land, 'Firstova', { state: 'replaced', replacedBy: second });
    const { since } = await here.open();
    fireEvent.click(await screen.findByText('Thirdova, Ada'));
    const chain = await screen.findByRole('navigation', { name: 'Replacements, first to last' });
    expect(
      within(chain)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Ada Firstova', 'Ada Secondova', 'Ada Thirdova']);
    expect(first).not.toBe(last);

    press('Replace…');
    const dialog = await screen.findByRole('dialog', { name: 'Replace' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Replace' }));
    expect(await within(dialog).findByText(/Say who comes instead of Ada Thirdova/)).toBeTruthy();
    expect(since()).toEqual([]);

    const type = (label: string, value: string) =>
      fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });
    type('Family name', 'Fourthova');
    type('Authorised by', 'Permanent Mission');
    type('Number', 'NV/9');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Replace' }));
    await said('1 nomination replaced');
    const [person, received, replaced] = since();
    expect([person?.type, received?.type]).toEqual(['person.recorded', 'nomination.received']);
    expect(received?.body['set']).toMatchObject({
      party: land,
      state: 'accepted',
      source: { kind: 'other', number: 'NV/9', date: null },
    });
    expect(replaced).toMatchObject({
      type: 'nomination.replaced',
      body: { id: last, set: { state: 'replaced', replacedBy: received?.body['id'] } },
    });
    expect(replaced?.sealed?.text).toContain('Permanent Mission');
    // Whoever was replaced stays in the list.
    expect(await screen.findByText('Thirdova, Ada')).toBeTruthy();
  });
});

describe('the views', () => {
  const filled = () => {
    const here = world({ caps: { inPerson: 1, virtual: null }, nominationDeadline: '2023-11-01' });
    const one = here.party('AAA', 'Aland');
    here.party('BBB', 'Beland');
    const other = here.party('CCC', 'Celand');
    here.party('DDD', 'Deland', { statuses: [] });
    here.name(one, 'Headova', { capacity: 'head', state: 'accepted', receivedOn: '2023-10-01' });
    here.name(one, 'Secondova', { state: 'accepted', receivedOn: '2023-10-01' });
    here.name(other, 'Lateova', { modality: 'virtual', receivedOn: '2023-11-05' });
    return here;
  };
  const show = async (view: string) =>
    fireEvent.click(await screen.findByRole('radio', { name: view }));

  it('by delegation: every partner, the head marked, and what is missing', async () => {
    await filled().open();
    await show('By delegation');
    const grid = await screen.findByRole('grid', { name: 'Delegations to this meeting' });
    const rows = within(grid).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(3);
    const [aland, beland, celand] = rows.map((each) => each.textContent);
    expect(aland).toContain('Headova, Ada');
    expect(aland).toContain('2 of 1');
    expect(aland).toContain('Over the cap');
    expect(beland).toContain('No nomination yet');
    expect(celand).toContain('No head');
    expect(celand).toContain('After the deadline');

    fireEvent.click(rows[0]!);
    const panel = await screen.findByRole('dialog', { name: 'Aland' });
    fireEvent.click(within(panel).getByRole('button', { name: /Ada Secondova/ }));
    const details = await screen.findByRole('dialog', { name: 'Ada Secondova' });
    expect(details.textContent).toContain('The delegation has 2 people in person');
  });

  it('by day received: latest first, with those after the deadline marked', async () => {
    await filled().open();
    await show('By day received');
    const days = await screen.findByRole('list', { name: 'Days on which nominations came' });
    expect(
      within(days)
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['5 Nov 2023Late11 to decide', '1 Oct 20232']);
    fireEvent.click(within(days).getByRole('button', { name: /1 Oct 2023/ }));
    await waitFor(() => expect(screen.queryByText('Lateova, Ada')).toBeNull());
    expect(screen.getByText('Headova, Ada')).toBeTruthy();
  });

  it('saves what is seen after it was said that there are names in it', async () => {
    await filled().open();
    await screen.findByText('Lateova, Ada');
    press(/^Export/);
    const dialog = await screen.findByRole('dialog', { name: 'Save what is seen' });
    expect(dialog.textContent).toContain('This file contains names.');
    fireEvent.click(within(dialog).getByRole('radio', { name: 'CSV' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(host.saved).toHaveLength(1));
    const text = new TextDecoder().decode(host.saved[0]?.bytes);
    expect(text.split('\r\n')[0]).toContain('Name,Delegation');
    expect(text).toContain('"Lateova, Ada"');
    expect(text).toContain('2023-11-05');
  });
});

describe('one nomination', () => {
  it('is corrected with its paper and its person, in one act', async () => {
    const here = world();
    const id = here.name(here.party('TST', 'Testland'), 'Testova');
    const { since } = await here.open();
    fireEvent.click(await screen.findByText('Testova, Ada'));
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    type('Number', 'NV/12');
    type('Dated', '2023-10-09');
    type('E-mail addresses', 'ada.testova@example.org');
    fireEvent.click(screen.getByRole('button', { name: /Choose/ }));
    await screen.findByText('note-verbale.pdf');
    expect(host.chosen).toHaveLength(1);
    press('Save');
    await said('Testova, Ada corrected');
    const [nomination, person, ...rest] = since();
    expect(rest).toEqual([]);
    expect(nomination).toMatchObject({
      type: 'nomination.changed',
      blobs: [HASH],
      body: {
        id,
        set: {
          source: { kind: 'other', number: 'NV/12', date: '2023-10-09' },
          attachment: HASH,
        },
      },
    });
    expect(JSON.stringify(nomination?.body)).not.toContain('note-verbale.pdf');
    expect(person).toMatchObject({ type: 'person.changed', body: { set: {} } });

    fireEvent.click(await screen.findByRole('button', { name: 'Save note-verbale.pdf as a file' }));
    await waitFor(() => expect(host.saved[0]?.name).toBe('note-verbale.pdf'));
  });
});

describe('letters', () => {
  it('go to the focal points in the party’s language, as a file', async () => {
    const here = world({ nominationDeadline: '2023-11-01' });
    const land = here.party(
      'FRT',
      'Testland',
      { language: 'fr', names: { en: 'Testland', fr: 'Testlande' } },
      [{ name: 'Zoé Testová', email: 'zoe@example.org', institution: '' }],
    );
    const mute = here.party('MUT', 'Muteland');
    here.name(land, 'Testova');
    here.name(mute, 'Silentova');
    await here.open();
    for (const family of ['Testova, Ada', 'Silentova, Ada']) await mark(family);
    press('Write to focal points…');
    const dialog = await screen.findByRole('dialog', { name: 'Letters to focal points' });
    expect(dialog.textContent).toContain('1 party cannot be written to and is left out.');
    fireEvent.click(within(dialog).getByRole('button', { name: /^Testland/ }));
    const body = within(dialog).getByLabelText<HTMLTextAreaElement>('Text');
    expect(body.value).toContain('– Ada Testova');
    expect(body.value).toContain('Testlande');
    expect(body.value).toContain('1 novembre 2023');
    fireEvent.change(body, { target: { value: `${body.value}\nP.-S. À bientôt` } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save this letter' }));
    await waitFor(() => expect(host.saved).toHaveLength(1));
    const [file] = host.saved;
    expect(file?.name).toBe('acknowledgement-FRT.eml');
    const [head = '', text = ''] = new TextDecoder().decode(file?.bytes).split('\r\n\r\n');
    expect(head).toContain('<zoe@example.org>');
    expect(Buffer.from(text, 'base64').toString('utf8')).toContain('P.-S. À bientôt');

    fireEvent.click(within(dialog).getByRole('button', { name: 'Save 1 letter' }));
    await waitFor(() => expect(host.saved).toHaveLength(2));
    expect(host.saved[1]?.name).toBe('acknowledgements.zip');
    expect([...(host.saved[1]?.bytes.slice(0, 2) ?? [])]).toEqual([0x50, 0x4b]);
  });

  it('follow a template that is kept for every desk, until the built-in one is put back', async () => {
    const here = world();
    const focal = [{ name: 'Zoé Testová', email: 'zoe@example.org', institution: '' }];
    const land = here.party('FRT', 'Testland', { language: 'fr' }, focal);
    here.name(land, 'Testova');
    const { store } = await here.open();
    await mark('Testova, Ada');
    press('Write to focal points…');
    const dialog = await screen.findByRole('dialog', { name: 'Letters to focal points' });
    const inside = within(dialog);
    const choose = (name: RegExp) => fireEvent.click(inside.getByRole('radio', { name }));
    const body = () => inside.getByLabelText<HTMLTextAreaElement>('Text');
    const write = (value: string) => fireEvent.change(body(), { target: { value } });
    choose(/^Template/);
    expect(inside.getByText('This is the built-in text.')).toBeTruthy();
    expect(inside.queryByRole('button', { name: 'Keep for every desk' })).toBeNull();

    write('Bonjour {partie}');
    expect(inside.getByText(/^Not known: \{partie\}/)).toBeTruthy();
    const keep = () =>
      inside.getByRole<HTMLButtonElement>('button', { name: 'Keep for every desk' });
    expect(keep().disabled).toBe(true);
    write('Bonjour {party}, à bientôt');
    fireEvent.click(keep());
    await inside.findByText('This is the programme’s own text, the same at every desk.');
    const kept = async () => (await store.list('programmes'))[0]?.['acknowledgement-fr'];
    expect((await kept())?.body).toBe('Bonjour {party}, à bientôt');
    choose(/^This letter/);
    expect(body().value).toBe('Bonjour Testland, à bientôt');

    choose(/^Template/);
    for (let press_ = 0; press_ < 2; press_ += 1)
      fireEvent.click(inside.getByRole('button', { name: 'Back to the built-in text' }));
    await inside.findByText('This is the built-in text.');
    expect(await kept()).toBeNull();
    expect(body().value).toContain('{names}');
  });
});

describe('walk-ins among the delegates', () => {
  it('are counted, shown alone, marked, and approved from there', async () => {
    const here = world({ state: 'in-session' });
    const land = here.party('TST', 'Testland');
    here.name(land, 'Onova', { state: 'accepted' });
    here.name(land, 'Twova');
    const walkIn = here.name(land, 'Threva', { walkIn: true, receivedOn: '2023-12-11' });
    here.name(land, 'Fourva', { walkIn: true, state: 'accepted' });
    const { since } = await here.open();
    await row('Threva, Ada');
    press('1Walk-ins to approve');
    await waitFor(() => expect(screen.queryByText('Twova, Ada')).toBeNull());
    expect(screen.queryByText('Fourva, Ada')).toBeNull();
    const shown = within((await row('Threva, Ada')) as HTMLElement);
    expect(shown.getByText('Provisional')).toBeDefined();
    expect(shown.getByText('Approve?')).toBeDefined();

    await mark('Threva, Ada');
    press('Accept 1');
    await said('1 nomination accepted');
    expect(since()).toMatchObject([{ type: 'nomination.accepted', body: { id: walkIn } }]);
    press('0Walk-ins to approve');
    expect(await screen.findByText('Fourva, Ada')).toBeDefined();
    expect(screen.queryByText('Walk-ins to approve')).toBeNull();
  });
});
