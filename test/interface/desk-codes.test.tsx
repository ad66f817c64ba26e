import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatBadgeCode, newBadgeCode } from '@shared/domain/badge/code';
import { draft } from '@shared/operation/draft';
import { answer, command, context, press, says, type, world } from './support/desk';

afterEach(cleanup);
beforeAll(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
});

describe('undo of a substitution', () => {
  it('gives the seat back, and the badge opens the door again', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const { person, nomination } = here.name(land, 'Onova');
    const code = here.badge({ person });
    const { box, since, store } = await here.open();
    type(box, 'onova');
    command('KeyS');
    const form = await screen.findByRole('form', { name: 'Substitute for Ada Onova' });
    fireEvent.change(document.activeElement as HTMLElement, { target: { value: 'Bea Twova' } });
    fireEvent.submit(form);
    await waitFor(() => expect(since().map(({ type: of }) => of)).toContain('badge.revoked'));
    await says('Welcome');
    press(box, 'z', { ctrlKey: true });
    await waitFor(() => expect(since().at(-1)?.type).toBe('badge.changed'));
    const badges = await store.list('badges');
    expect(badges.find((one) => one.code === code)?.revokedFor).toBeNull();
    const nominations = await store.list('nominations', here.meeting);
    expect(nominations.map(({ id, state }) => [id, state])).toEqual([[nomination, 'accepted']]);
    type(box, formatBadgeCode(code));
    press(box, 'Enter');
    await says('Welcome');
    expect(document.activeElement).toBe(box);
  });
});

describe('codes at the desk', () => {
  it('of somebody forgotten are refused, and nothing is recorded', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const { person } = here.name(land, 'Onova');
    const code = here.badge({ person });
    here.drafts.push(
      draft(context, {
        type: 'person.forgotten',
        subjects: [person],
        body: {
          id: person,
          set: { forgotten: true, forgottenFor: 'request', gender: 'not-declared' },
        },
      }),
    );
    const { box, since } = await here.open();
    type(box, formatBadgeCode(code));
    press(box, 'Enter');
    await says('Everything about this person was deleted: nobody can be checked in with it.');
    expect(since()).toEqual([]);
  });

  it('are answered one by one: valid, revoked, floating, unknown', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const { person } = here.name(land, 'Onova');
    const valid = here.badge({ person });
    const revoked = here.badge({ person, revokedFor: 'lost' });
    const floating = here.badge({ kind: 'floating', party: land });
    const unknown = newBadgeCode((count) => crypto.getRandomValues(new Uint8Array(count)));
    const { box, since } = await here.open();
    const enter = (code: string) => {
      type(box, formatBadgeCode(code));
      press(box, 'Enter');
    };
    enter(revoked);
    await says('Badge revoked');
    expect(answer().textContent).toContain('It was reported lost.');
    enter(floating);
    await says('Badge not lent to anybody');
    press(box, 'Enter');
    await screen.findByRole('region', { name: 'Testland' });
    press(box, 'Enter');
    await waitFor(() => expect(since().map(({ type: of }) => of)).toContain('badge.lent'));
    await says('Welcome');
    enter(unknown);
    await says('Badge not known yet');
    await waitFor(() => expect(since().at(-1)?.type).toBe('scan.kept'));
    enter(valid);
    await says('Already here');
    expect(document.activeElement).toBe(box);
  });

  it('leads a coordinator to the correction when the meeting is closed', async () => {
    const here = world({ state: 'closed' });
    here.name(here.party('TST', 'Testland'), 'Onova');
    const { box, since } = await here.open();
    type(box, 'onova');
    press(box, 'Enter');
    await says(
      'This meeting is not open: it is closed, postponed or cancelled. Nobody is checked in any more.',
    );
    press(box, 'Enter');
    await screen.findByRole('region', { name: 'Attendance of Ada Onova' });
    expect(since()).toEqual([]);
  });
});
