import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { Keyboard } from './support/keyboard';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import type { MeetingFields } from '@shared/domain/meeting/types';
import { PARTY_DEFAULTS, type PartyFields } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Body, Draft, Operation } from '@shared/operation/operation';
import { useDeskModel, type DeskModel } from '@renderer/features/desk/use-desk';
import { ProvisionalList } from '@renderer/features/desk/walk-in/provisional-list';
import { SubstituteForm } from '@renderer/features/desk/walk-in/substitute-form';
import { WalkInForm } from '@renderer/features/desk/walk-in/walk-in-form';

const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

/** What the form told the desk. */
const told = { done: [] as string[], picked: [] as string[], cancelled: 0 };
afterEach(() => {
  cleanup();
  Object.assign(told, { done: [], picked: [], cancelled: 0 });
});

/** The desk's box, and the form in its place once a name was typed and Enter pressed. */
function Stage({ model }: { readonly model: DeskModel }) {
  const [name, setName] = useState('');
  const [open, setOpen] = useState<'walk-in' | 'substitute' | null>(null);
  const close = () => setOpen(null);
  const done = (person: string) => {
    told.done.push(person);
    close();
  };
  const [seat] = model.nominations.filter(({ state }) => state === 'accepted');
  return (
    <>
      {open === null && (
        <input
          aria-label="Box"
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') setOpen('walk-in');
            if (event.key === 'F8') setOpen('substitute');
          }}
        />
      )}
      {open === 'walk-in' && (
        <WalkInForm
          model={model}
          session={null}
          name={name}
          onDone={done}
          onPick={(person) => {
            told.picked.push(person);
            close();
          }}
          onCancel={() => {
            told.cancelled += 1;
            close();
          }}
        />
      )}
      {open === 'substitute' && seat !== undefined && (
        <SubstituteForm
          model={model}
          session={null}
          nomination={seat}
          onDone={done}
          onCancel={close}
        />
      )}
      <ProvisionalList model={model} onDone={() => undefined} />
    </>
  );
}

function Page() {
  const { meeting: id = '' } = useParams();
  const model = useDeskModel(id);
  if (model.state !== 'ready' || model.value === null || model.value.answers === 0) return null;
  return <Stage model={{ ...model.value, online: null }} />;
}

/** A meeting in session with two delegations and who is asked for. */
function world(fields: Partial<MeetingFields> = {}) {
  const own = programme();
  const held = meeting(own.id, { state: 'in-session', ...fields });
  const earlier = meeting(own.id, { ordinal: 16, title: 'Sixteenth test meeting' });
  const drafts: Draft[] = [...own.drafts, ...held.drafts, ...earlier.drafts];
  const party = (code: string, names: PartyFields['names']) => {
    const id = newId();
    const statuses = [{ status: 'member' as const, from: null, to: null }];
    const set = { ...PARTY_DEFAULTS, code, names, statuses };
    drafts.push(draft(context, { type: 'party.added', body: { id, set } }));
    return id;
  };
  const person = (family: string, given: string) => {
    const id = newId();
    drafts.push(
      draft(context, {
        type: 'person.recorded',
        subjects: [id],
        body: { id, set: { synthetic: true } },
        personal: { set: { family, given } },
      }),
    );
    return id;
  };
  const nominate = (who: string, partyId: string, set: Body = {}, at = held.id) => {
    const id = newId();
    drafts.push(
      draft(context, {
        type: 'nomination.received',
        meeting: at,
        subjects: [who],
        body: { id, set: { person: who, party: partyId, state: 'accepted', ...set } },
      }),
    );
    return id;
  };
  const badge = (who: string) => {
    const id = newId();
    drafts.push(
      draft(context, {
        type: 'badge.issued',
        meeting: held.id,
        subjects: [who],
        body: { id, set: { code: '0123456789ABC', kind: 'personal', person: who, party: null } },
      }),
    );
    return id;
  };
  const open = async () => {
    const routes = [{ path: '/m/:meeting/desk', element: <Page /> }];
    const opened = await openWindow({ routes, at: `/m/${held.id}/desk`, drafts });
    const before = opened.register.operations.length;
    await screen.findByLabelText('Box');
    const since = () => opened.register.operations.slice(before).map(({ operation }) => operation);
    return { since };
  };
  return { ...{ party, person, nominate, badge, open }, earlier: earlier.id };
}

/** The personal values that an operation set. */
function sealedIn(operation: Operation | undefined): unknown {
  const text = operation?.sealed?.text ?? null;
  return text === null ? null : (JSON.parse(text) as { set: unknown }).set;
}

const focused = () => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent;
const options = () =>
  within(screen.getByRole('form'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

/** Ada Onova of Testland, who was named for an earlier meeting or for this one; the desk is open. */
async function someoneKnown(when: 'earlier' | 'now') {
  const here = world();
  const land = here.party('TST', { en: 'Testland' });
  const known = here.person('Onova', 'Ada');
  here.nominate(known, land, {}, when === 'earlier' ? here.earlier : undefined);
  const { since } = await here.open();
  return { known, land, since, keys: new Keyboard() };
}

/** Writes somebody down for Testland, from the box to the last Enter. */
async function walkIn(keys: Keyboard, name: string): Promise<void> {
  await keys.type(name);
  await keys.press('Enter');
  await keys.type('tst');
  await keys.press('Enter', 'Enter');
}

describe('a walk-in', () => {
  it('of a known delegation takes fewer than sixty keys with a name of twenty letters', async () => {
    const here = world();
    const land = here.party('TST', { en: 'Testland', ru: 'Тестландия', fr: 'Terre d’essai' });
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.type('Aurelia Maria Onova-X');
    await keys.press('Enter');
    await waitFor(() => expect(focused()).toMatch(/^Delegation/));
    await keys.type('testl');
    await keys.press('Enter', 'Enter');
    await waitFor(() => expect(told.done).toHaveLength(1));
    expect(keys.strokes).toBeLessThan(30);
    const [person, nomination, arrival, ...rest] = since();
    expect(rest).toEqual([]);
    expect(person?.type).toBe('person.recorded');
    expect(sealedIn(person)).toEqual({ full: 'Aurelia Maria Onova-X', family: '', given: '' });
    expect(nomination?.body['set']).toMatchObject({
      ...{ party: land, walkIn: true, state: 'received', capacity: 'representative' },
      ...{ source: null, modality: 'in-person' },
    });
    expect(arrival).toMatchObject({
      type: 'attendance.arrived',
      body: { person: told.done[0], scope: 'reception', source: 'search' },
    });
  });

  it.each([
    ['in another language', 'тестл'],
    ['by its code', 'tst'],
    ['without accents, in French', 'terre d'],
  ])('finds the delegation %s', async (_how, typed) => {
    const here = world();
    here.party('OTH', { en: 'Tstandia' });
    const land = here.party('TST', { en: 'Testland', ru: 'Тестландия', fr: 'Terre d’essai' });
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.type('Ada Onova');
    await keys.press('Enter');
    await keys.type(typed);
    await keys.press('Enter', 'Enter');
    await waitFor(() => expect(told.done).toHaveLength(1));
    expect(since()[1]?.body['set']).toMatchObject({ party: land });
  });

  it('who may be known is asked about before anything is saved; Enter records somebody new', async () => {
    const { known, since, keys } = await someoneKnown('earlier');
    await walkIn(keys, 'Onova Ada');
    await screen.findByText(/^One of these\?/);
    expect(since()).toEqual([]);
    expect(options()).toEqual(['Somebody new', expect.stringContaining('Ada Onova')]);
    await keys.press('Enter');
    await waitFor(() => expect(told.done).toHaveLength(1));
    expect(told.done[0]).not.toBe(known);
    expect(since().map(({ type }) => type)).toContain('person.recorded');
  });

  it('who is known is taken with the arrow and Enter: no second record is made', async () => {
    const { known, since, keys } = await someoneKnown('earlier');
    await walkIn(keys, 'Ada B. Onova');
    await screen.findByText(/^One of these\?/);
    await keys.press('ArrowDown', 'Enter');
    await waitFor(() => expect(told.done).toEqual([known]));
    expect(since().map(({ type }) => type)).toEqual(['nomination.received', 'attendance.arrived']);
  });

  it('who is taken while the name is typed brings the delegation of the last time', async () => {
    const { known, land, since, keys } = await someoneKnown('earlier');
    await keys.press('Enter');
    expect(focused()).toMatch(/^Full name/);
    await keys.type('onova');
    await within(screen.getByRole('form')).findByText('Ada Onova');
    await keys.press('ArrowDown', 'Enter');
    await screen.findByDisplayValue('Testland (TST)');
    await keys.press('Enter');
    await waitFor(() => expect(told.done).toEqual([known]));
    expect(since()[0]?.body['set']).toMatchObject({ person: known, party: land, walkIn: true });
  });

  it('who is nominated already is handed to the desk, and nothing is written', async () => {
    const { known, since, keys } = await someoneKnown('now');
    await keys.press('Enter');
    await keys.type('onova');
    await within(screen.getByRole('form')).findByText('Ada Onova');
    await keys.press('ArrowDown', 'Enter');
    expect(told.picked).toEqual([known]);
    expect(since()).toEqual([]);
  });

  it('without a name or a delegation is refused where it is missing; Esc closes', async () => {
    const here = world();
    here.party('TST', { en: 'Testland' });
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.press('Enter');
    fireEvent.submit(screen.getByRole('form'));
    expect(screen.getByText('Write the name.')).toBeDefined();
    expect(focused()).toMatch(/^Full name/);
    await keys.type('Ada Onova');
    await keys.press('Enter');
    expect(focused()).toMatch(/^Delegation/);
    await keys.press('Enter');
    expect(screen.getByText(/^Choose the delegation/)).toBeDefined();
    await keys.press('Escape');
    expect(told.cancelled).toBe(1);
    expect(since()).toEqual([]);
  });

  it('the family name is what is marked as such, and never guessed', async () => {
    const here = world();
    here.party('TST', { en: 'Testland' });
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.type('Ada van Onova');
    await keys.press('Enter');
    for (const word of ['van', 'Onova']) {
      fireEvent.click(screen.getByRole('button', { name: word }));
    }
    await keys.type('tst');
    await keys.press('Enter', 'Enter');
    await waitFor(() => expect(told.done).toHaveLength(1));
    expect(sealedIn(since()[0])).toEqual({ family: 'van Onova', given: 'Ada', full: '' });
  });

  it('over the cap of the delegation is said and not blocked', async () => {
    const here = world({ caps: { inPerson: 1, virtual: null } });
    const land = here.party('TST', { en: 'Testland' });
    here.nominate(here.person('Twova', 'Bea'), land);
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.type('Ada Onova');
    await keys.press('Enter');
    await keys.type('tst');
    await keys.press('Enter');
    expect(
      screen.getByText(/^With this one Testland has 2 people in the room; the cap is 1\./),
    ).toBeDefined();
    await keys.press('Enter');
    await waitFor(() => expect(told.done).toHaveLength(1));
    expect(since()).toHaveLength(3);
  });
});

describe('walk-ins who wait', () => {
  it('are approved or declined from the desk', async () => {
    const here = world();
    const land = here.party('TST', { en: 'Testland' });
    const walkIn = { walkIn: true, state: 'received' };
    const one = here.nominate(here.person('Onova', 'Ada'), land, walkIn);
    const two = here.nominate(here.person('Twova', 'Bea'), land, walkIn);
    const { since } = await here.open();
    expect(screen.getByRole('heading', { name: '2 walk-ins to approve' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Approve Ada Onova' }));
    await screen.findByRole('heading', { name: '1 walk-in to approve' });
    fireEvent.click(screen.getByRole('button', { name: 'Decline' }));
    const sure = screen.getByRole('group', { name: 'Decline Bea Twova?' });
    fireEvent.click(within(sure).getByRole('button', { name: 'Decline' }));
    await waitFor(() => expect(screen.queryByText(/to approve$/)).toBeNull());
    expect(since().map(({ type, body }) => [type, body['id']])).toEqual([
      ['nomination.accepted', one],
      ['nomination.declined', two],
    ]);
  });
});

describe('a substitute', () => {
  it('takes over the seat from the keyboard: replaced, arrived, badge revoked, one commit', async () => {
    const here = world();
    const land = here.party('TST', { en: 'Testland' });
    const gone = here.person('Onova', 'Ada');
    const seat = here.nominate(gone, land, { capacity: 'head', modality: 'virtual' });
    const badge = here.badge(gone);
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.press('F8');
    expect(screen.getByRole('heading', { name: 'Substitute for Ada Onova' })).toBeDefined();
    await keys.type('Bea Twova');
    await keys.press('Enter');
    expect(focused()).toMatch(/^Authorised by/);
    await keys.press('Enter');
    await waitFor(() => expect(told.done).toHaveLength(1));
    const [, received, replaced, arrived, revoked, ...rest] = since();
    expect(rest).toEqual([]);
    expect(received?.body['set']).toMatchObject({
      ...{ capacity: 'head', modality: 'virtual', state: 'accepted', party: land },
      person: told.done[0],
    });
    expect(replaced).toMatchObject({
      type: 'nomination.replaced',
      body: { id: seat, set: { replacedBy: received?.body['id'] } },
    });
    expect(sealedIn(replaced)).toEqual({ authorisedBy: null });
    expect(arrived).toMatchObject({ type: 'attendance.arrived', body: { person: told.done[0] } });
    expect(revoked).toMatchObject({
      type: 'badge.revoked',
      body: { id: badge, set: { revokedFor: 'replaced' } },
    });
  });

  it('needs a name, and cannot be the same person', async () => {
    const here = world();
    const land = here.party('TST', { en: 'Testland' });
    here.nominate(here.person('Onova', 'Ada'), land);
    const { since } = await here.open();
    const keys = new Keyboard();
    await keys.press('F8', 'Enter', 'Enter');
    expect(screen.getByText(/^Say who comes instead of Ada Onova/)).toBeDefined();
    await keys.type('Ada Onova');
    await within(screen.getByRole('form')).findByRole('listbox');
    await keys.press('ArrowDown', 'Enter', 'Enter');
    await screen.findByText(/^Ada Onova cannot be replaced by the same person/);
    expect(since()).toEqual([]);
  });
});
