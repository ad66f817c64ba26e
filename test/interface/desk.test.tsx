import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { command, options, press, says, type, world } from './support/desk';

afterEach(cleanup);
beforeAll(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the desk, by keyboard alone', () => {
  it('checks in, says when it was, takes back, and has the focus after everything', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const { person } = here.name(land, 'Onova');
    const { box, since } = await here.open();
    expect(document.activeElement).toBe(box);
    type(box, 'on');
    press(box, 'Enter');
    await says('Welcome');
    await waitFor(() => expect(since()).toHaveLength(2));
    expect(since().map(({ type: of, subjects, body }) => [of, subjects, body['source']])).toEqual([
      ['attendance.arrived', [person], 'search'],
      ['attendance.arrived', [person], 'search'],
    ]);
    expect(box.value).toBe('');

    type(box, 'onova');
    press(box, 'Enter');
    await says('Already here');
    expect(since()).toHaveLength(2);
    press(box, 'z', { ctrlKey: true });
    await screen.findByText('taken back');
    expect(since().at(-1)).toMatchObject({ type: 'attendance.retracted', body: { person } });
    expect(document.activeElement).toBe(box);
  });

  it('never shows a delegation without its name, also before the people have been read', async () => {
    const here = world();
    here.name(here.party('TST', 'Testland'), 'Onova');
    const shown: string[] = [];
    const watcher = new MutationObserver(() => {
      for (const head of document.querySelectorAll('tbody th')) shown.push(head.textContent);
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    await here.open();
    await screen.findByRole('rowheader', { name: 'Testland' });
    watcher.disconnect();
    expect(new Set(shown)).toEqual(new Set(['Testland']));
  });

  it('notes that somebody left, and welcomes them back', async () => {
    const here = world();
    here.name(here.party('TST', 'Testland'), 'Onova');
    const { box, since } = await here.open();
    type(box, 'onova');
    press(box, 'Enter');
    await says('Welcome');
    await screen.findByRole('button', { name: 'Ada Onova has left' });
    command('KeyL');
    await waitFor(() => expect(since().at(-1)?.type).toBe('attendance.left'));
    await says('Left');
    type(box, 'onova');
    press(box, 'Enter');
    await says('Welcome back');
    expect(since().map(({ type: of }) => of)).toEqual([
      ...['attendance.arrived', 'attendance.arrived', 'attendance.left', 'attendance.arrived'],
    ]);
  });

  it('offers what helps: accept, who came instead, walk-in for somebody known', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const waiting = here.name(land, 'Waitova', { state: 'received' });
    const instead = here.name(land, 'Insteadova');
    here.name(land, 'Goneva', { state: 'replaced', replacedBy: instead.nomination });
    here.known('Earlierova');
    const { box, since } = await here.open();

    type(box, 'waitova');
    press(box, 'Enter');
    await screen.findByText('The nomination has been received but not accepted yet.');
    press(box, 'Enter');
    await says('Welcome');
    await waitFor(() => expect(since()).toHaveLength(3));
    expect(since().map(({ type: of }) => of)).toEqual([
      ...['nomination.accepted', 'attendance.arrived', 'attendance.arrived'],
    ]);
    press(box, 'z', { ctrlKey: true });
    await screen.findByText('taken back');
    expect(
      since()
        .slice(3)
        .map(({ type: of, body }) => [of, body['set'] ?? null]),
    ).toEqual([
      ['attendance.retracted', null],
      ['nomination.changed', { state: 'received' }],
    ]);
    expect(since().at(-1)?.body['id']).toBe(waiting.nomination);

    type(box, 'goneva');
    press(box, 'Enter');
    await screen.findByText('Replaced by Ada Insteadova.');
    press(box, 'Enter');
    await says('Welcome');
    expect(since().at(-1)?.subjects).toEqual([instead.person]);

    type(box, 'earlierova');
    expect(options()[0]).toContain('known from earlier meetings');
    press(box, 'Enter');
    await screen.findByText('Nobody has nominated this person for this meeting.');
    press(box, 'Enter');
    const form = await screen.findByRole('form', { name: /walk-in/i });
    expect(form.textContent).toContain('Earlierova');
  });

  it('always leads to walk-in, with what was typed', async () => {
    const here = world();
    here.name(here.party('TST', 'Testland'), 'Onova');
    const { box } = await here.open();
    type(box, 'Nemo Nobody');
    await screen.findByText(/Nobody found for/);
    expect(options()).toEqual(['Walk-inNemo Nobody']);
    press(box, 'Enter');
    const form = await screen.findByRole('form', { name: /walk-in/i });
    expect(within(form).getByDisplayValue('Nemo Nobody')).toBeTruthy();
    fireEvent.keyDown(within(form).getByDisplayValue('Nemo Nobody'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(box));
  });

  it('checks a delegation in as one act, without whoever was taken out of it', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const people = ['Aova', 'Bova', 'Cova'].map((family) => here.name(land, family).person);
    here.name(land, 'Dova', { modality: 'virtual' });
    const { box, since } = await here.open();
    type(box, 'testland');
    press(box, 'ArrowUp');
    press(box, 'ArrowUp');
    press(box, 'Enter');
    const list = await screen.findByRole('region', { name: 'Testland' });
    press(box, 'ArrowDown');
    press(box, ' ');
    within(list).getByRole('button', { name: /Check in 2 people/ });
    press(box, 'Enter');
    await says('2 checked in');
    await waitFor(() => expect(since()).toHaveLength(4));
    expect(new Set(since().flatMap(({ subjects }) => subjects))).toEqual(
      new Set([people[0], people[2]]),
    );
    press(box, 'z', { ctrlKey: true });
    await screen.findByText('taken back');
    expect(
      since()
        .slice(4)
        .map(({ type: of }) => of),
    ).toEqual([...['attendance.retracted', 'attendance.retracted']]);
    expect(document.activeElement).toBe(box);
  });

  it('closes out a session that has ended, after a look at the count', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    for (const family of ['Aova', 'Bova']) here.name(land, family);
    const { box, since } = await here.open();
    for (const family of ['aova', 'bova']) {
      type(box, family);
      press(box, 'Enter');
      await says('Welcome');
    }
    await screen.findByRole('button', { name: /has ended: 2 inside/ });
    command('KeyO');
    await screen.findByText('2 people are still inside');
    press(box, 'Enter');
    await says('2 closed out');
    const left = since().slice(4);
    expect(left.map(({ type: of, body }) => [of, body['source']])).toEqual([
      ['attendance.left', 'close-out'],
      ['attendance.left', 'close-out'],
    ]);
    await waitFor(() => expect(screen.queryByRole('button', { name: /has ended/ })).toBeNull());
  });

  it('calls the roll of those who are online', async () => {
    const here = world();
    const land = here.party('TST', 'Testland');
    const { person } = here.name(land, 'Farova', { modality: 'virtual' });
    here.name(land, 'Otherova', { modality: 'virtual' });
    here.name(land, 'Onova');
    const { box, since } = await here.open();
    command('KeyR');
    const list = await screen.findByRole('list', { name: 'Expected online' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    type(box, 'faro');
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    press(box, 'Enter');
    await within(list).findByText(/in since/);
    expect(since()).toMatchObject([
      { subjects: [person], body: { source: 'roll-call', modality: 'virtual' } },
    ]);
    expect(box.value).toBe('');
  });

  it('marks that identity was seen, where the meeting wants it, and takes the mark back', async () => {
    const here = world({ identityCheck: true });
    const { nomination } = here.name(here.party('TST', 'Testland'), 'Onova');
    const { box, since } = await here.open();
    type(box, 'onova');
    press(box, 'Enter');
    await screen.findByText('identity not seen yet');
    await waitFor(() => expect(since()).toHaveLength(2));
    press(box, 'Enter');
    await screen.findByText(/identity seen at/);
    expect(since().at(-1)).toMatchObject({
      type: 'nomination.identity-seen',
      body: { id: nomination },
    });
    press(box, 'z', { ctrlKey: true });
    await screen.findByText('identity not seen yet');
  });

  it('says which session is recorded, pins it and follows the clock again', async () => {
    const here = world();
    here.name(here.party('TST', 'Testland'), 'Onova');
    const { box, since } = await here.open();
    const bar = screen.getByRole('group', { name: 'What is recorded' });
    expect(bar.textContent).toContain('by the clock');
    command('KeyT');
    await within(bar).findByText('Follow the clock');
    fireEvent.click(within(bar).getByRole('button', { name: /Recording/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Reception only' }));
    type(box, 'onova');
    press(box, 'Enter');
    await says('Welcome');
    await waitFor(() => expect(since().map(({ body }) => body['scope'])).toEqual(['reception']));
    command('KeyT');
    await within(bar).findByText('by the clock');
  });

  it('corrects an entry with a reason, and keeps the original', async () => {
    const here = world();
    const { person } = here.name(here.party('TST', 'Testland'), 'Onova');
    const { box, since } = await here.open();
    type(box, 'onova');
    press(box, 'Enter');
    await says('Welcome');
    await waitFor(() => expect(since()).toHaveLength(2));
    command('KeyC');
    const record = await screen.findByRole('region', { name: 'Attendance of Ada Onova' });
    const [first] = await within(record).findAllByRole('button', { name: 'Correct' });
    fireEvent.click(first!);
    const form = within(record).getByRole('form', { name: 'Correct this entry' });
    fireEvent.change(within(form).getByRole('textbox', { name: 'Time' }), {
      target: { value: '0005' },
    });
    fireEvent.submit(form);
    await within(form).findByText('Give the reason.');
    fireEvent.change(within(form).getByRole('textbox', { name: /Reason/ }), {
      target: { value: 'came earlier' },
    });
    fireEvent.change(within(form).getByLabelText('Day'), { target: { value: '2023-12-11' } });
    fireEvent.submit(form);
    const struck = () =>
      within(record)
        .getAllByRole('listitem')
        .filter((one) => one.dataset['retracted'] === 'true');
    await waitFor(() => expect(struck()).toHaveLength(1));
    expect(struck()[0]?.textContent).toContain('came earlier');
    expect(since().slice(2)).toMatchObject([
      { type: 'attendance.retracted', body: { person } },
      { type: 'attendance.arrived', body: { person, source: 'correction' } },
    ]);
  });
});
