import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from '@shared/domain/operator/types';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow, OPERATOR } from './support/window';
import { Frame } from '@renderer/app/frame';
import { SettingsPage } from '@renderer/features/settings';

const own = programme();
const one = meeting(own.id);
const world = [...own.drafts, ...one.drafts];
const routes = [
  {
    element: <Frame />,
    children: [
      { path: '/settings', element: <SettingsPage /> },
      { path: '/m/:meeting/:page', element: <input aria-label="search box" /> },
    ],
  },
];

const draft = (
  type: string,
  id: string,
  set: Draft['body'],
  personal: Draft['personal'],
): Draft => ({
  ...{ id: randomUUID(), type, v: 1, meeting: null, over: [], subjects: [id], blobs: [] },
  body: { id, set },
  personal,
});
const added = (id: string, name: string, set: Draft['body'] = {}) =>
  draft('operator.added', id, set, { set: { name } });
const granted = (id: string, role: Role) =>
  draft('operator.granted', id, { role, since: null }, null);

const ADA = randomUUID();
const BELA = randomUUID();
const people = [added(OPERATOR, 'Zoe Synthetic'), added(ADA, 'Ada Synthetic')];

afterEach(cleanup);

const press = (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key });
};
const type = (label: string | RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const typesIn = (operations: readonly { operation: { type: string } }[]) =>
  operations.map(({ operation }) => operation.type);
const operations = (register: { operations: readonly { operation: Operation }[] }) =>
  register.operations.filter(({ operation }) => operation.type.startsWith('operator.'));
type Operation = { id: string; type: string; over: string[]; body: object; sealed: unknown };

describe('operators on the set-up page', () => {
  it('begin with one who has no name, and take one, sealed', async () => {
    const { register } = await openWindow({ routes, at: '/settings' });
    fireEvent.change(await screen.findByLabelText('Your name'), { target: { value: ' ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('An operator needs a name.')).toBeTruthy();
    type('Your name', 'Zoe Synthetic');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('rowheader', { name: /Zoe Synthetic/ });
    const [operation] = operations(register).map((stamped) => stamped.operation);
    expect(operation).toMatchObject({ type: 'operator.added', body: { id: OPERATOR, set: {} } });
    expect(JSON.stringify(operation?.body)).not.toContain('Zoe');
    expect(JSON.stringify(operation?.sealed)).toContain('Zoe Synthetic');
    expect(screen.queryByLabelText('Your name')).toBeNull();
    expect(await screen.findByText('Test desk · Zoe Synthetic')).toBeTruthy();
  });

  it('are added, with a word about a namesake', async () => {
    const { register } = await openWindow({ routes, at: '/settings', drafts: people });
    fireEvent.click(await screen.findByRole('button', { name: 'Add an operator' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an operator' }));
    fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'ada  synthetic' } });
    expect(await dialog.findByText(/Another operator has the same name/)).toBeTruthy();
    expect(dialog.queryByLabelText('Role')).toBeNull();
    fireEvent.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(3));
    expect(typesIn(operations(register)).at(-1)).toBe('operator.added');
  });

  it('get roles when somebody introduces them, who becomes coordinator', async () => {
    const { register } = await openWindow({ routes, at: '/settings', drafts: people });
    fireEvent.click(await screen.findByRole('button', { name: 'Introduce roles…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Introduce roles' }));
    expect(dialog.getByText(/From now on every act needs a role/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Introduce roles' }));
    expect(await screen.findByText('Test desk · Zoe Synthetic (Coordinator)')).toBeTruthy();
    expect(operations(register).at(-1)?.operation).toMatchObject({
      type: 'operator.granted',
      body: { id: OPERATOR, set: { role: 'coordinator', since: null } },
    });
    expect(within(screen.getByRole('row', { name: /Ada/ })).getByText('No role')).toBeTruthy();

    // Ada, who worked at another desk meanwhile: her work counts from an earlier day on.
    fireEvent.click(screen.getByRole('button', { name: 'Change Ada Synthetic' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Ada Synthetic' }));
    fireEvent.click(panel.getByRole('combobox', { name: 'Role' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Registration' }));
    fireEvent.click(panel.getByLabelText(/Also approve earlier work/));
    fireEvent.change(panel.getByLabelText('From'), { target: { value: '2023-12-11' } });
    fireEvent.click(panel.getByRole('button', { name: 'Save the role' }));
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /Ada.*Registration/ })).toBeTruthy(),
    );
    expect(operations(register).at(-1)?.operation).toMatchObject({
      body: {
        id: ADA,
        set: { role: 'registration', since: new Date('2023-12-11T00:00').toISOString() },
      },
    });
  });

  it('keep their last coordinator', async () => {
    const drafts = [...people, granted(OPERATOR, 'coordinator')];
    const { register } = await openWindow({ routes, at: '/settings', drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Change Zoe Synthetic' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Zoe Synthetic' }));
    expect(panel.queryByRole('button', { name: 'Remove the operator' })).toBeNull();
    fireEvent.click(panel.getByRole('combobox', { name: 'Role' }));
    fireEvent.click(await screen.findByRole('option', { name: 'No role' }));
    fireEvent.click(panel.getByRole('button', { name: 'Save the role' }));
    expect((await screen.findAllByText(/There must be a coordinator/)).length).toBeGreaterThan(0);
    expect(operations(register)).toHaveLength(drafts.length);
  });

  it('have a PIN, typed twice', async () => {
    const { pins } = await openWindow({ routes, at: '/settings', drafts: people });
    fireEvent.click(await screen.findByRole('button', { name: 'Change Zoe Synthetic' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Zoe Synthetic' }));
    const fill = (pin: string, again: string, button: string) => {
      fireEvent.change(panel.getByLabelText('New PIN'), { target: { value: pin } });
      fireEvent.change(panel.getByLabelText('New PIN, again'), { target: { value: again } });
      fireEvent.click(panel.getByRole('button', { name: button }));
    };
    fill('12', '12', 'Set the PIN');
    expect(await panel.findByText('A PIN has 4 to 12 digits.')).toBeTruthy();
    fill('1234', '1243', 'Set the PIN');
    expect(await panel.findByText('The two are not the same.')).toBeTruthy();
    fill('1234', '1234', 'Set the PIN');
    const row = screen.getByRole('row', { name: /Zoe/ });
    expect(await within(row).findByText('Set')).toBeTruthy();
    expect(pins.pins.get(OPERATOR)).toBe('1234');

    // Another one only with the first.
    const current = await panel.findByLabelText('Present PIN');
    fireEvent.change(current, { target: { value: '1111' } });
    fill('5678', '5678', 'Change the PIN');
    expect(await panel.findByText('Wrong PIN.')).toBeTruthy();
    fireEvent.change(current, { target: { value: '1234' } });
    fireEvent.click(panel.getByRole('button', { name: 'Remove the PIN' }));
    await waitFor(() => expect(pins.pins.has(OPERATOR)).toBe(false));
  });

  it('have their PIN set by themselves, or by a coordinator', async () => {
    const { pins, register } = await openWindow({ routes, at: '/settings', drafts: people });
    fireEvent.click(await screen.findByRole('button', { name: 'Change Ada Synthetic' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Ada Synthetic' }));
    expect(panel.queryByLabelText('New PIN')).toBeNull();
    await register.commit([granted(OPERATOR, 'coordinator')]);
    for (const label of ['New PIN', 'New PIN, again']) {
      fireEvent.change(await panel.findByLabelText(label), { target: { value: '4321' } });
    }
    fireEvent.click(panel.getByRole('button', { name: 'Set the PIN' }));
    await waitFor(() => expect(pins.pins.get(ADA)).toBe('4321'));
  });

  it('are removed with their grant', async () => {
    const drafts = [...people, granted(OPERATOR, 'coordinator'), granted(ADA, 'rapporteur')];
    const { register } = await openWindow({ routes, at: '/settings', drafts });
    fireEvent.click(await screen.findByRole('button', { name: 'Change Ada Synthetic' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove the operator' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1));
    expect(typesIn(operations(register)).slice(-2)).toEqual([
      'operator.granted',
      'operator.removed',
    ]);
  });
});

describe('the quick switch', () => {
  const openDesk = async (drafts: Draft[] = []) => {
    const made = await openWindow({
      routes,
      at: `/m/${one.id}/desk`,
      drafts: [...world, ...people, ...drafts],
    });
    (await screen.findByLabelText('search box')).focus();
    await screen.findByText('Test desk · Zoe Synthetic');
    return made;
  };
  const opened = async () => {
    press('F8');
    const dialog = await screen.findByRole('dialog', { name: 'Switch operator' });
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    return within(dialog);
  };
  const backAtWork = () =>
    waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('search box')));

  it('takes two keys, and gives the search box back', async () => {
    const { settings } = await openDesk();
    await opened();
    press('Enter');
    expect(await screen.findByText('Test desk · Ada Synthetic')).toBeTruthy();
    expect(settings().operator.id).toBe(ADA);
    await backAtWork();
    // And back again: whoever was here before is marked.
    await opened();
    press('Enter');
    expect(await screen.findByText('Test desk · Zoe Synthetic')).toBeTruthy();
    await backAtWork();
  });

  it('finds by letters, numbers and arrows', async () => {
    const { settings } = await openDesk([added(BELA, 'Béla Synthetic')]);
    const dialog = await opened();
    expect(dialog.getAllByRole('option').map((option) => option.textContent)).toEqual([
      '1Ada Synthetic',
      '2Béla Synthetic',
      '3Zoe Synthetichere now',
    ]);
    fireEvent.change(document.activeElement!, { target: { value: 'bela' } });
    press('Enter');
    await waitFor(() => expect(settings().operator.id).toBe(BELA));
    await opened();
    press('1');
    await waitFor(() => expect(settings().operator.id).toBe(ADA));
    await opened();
    press('ArrowDown');
    press('ArrowUp');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(settings().operator.id).toBe(ADA);
    await backAtWork();
  });

  it('asks for a PIN, counts down after wrong ones', async () => {
    const secured = draft('operator.secured', ADA, { secured: true }, null);
    const { settings, pins } = await openDesk([secured]);
    pins.pins.set(ADA, '1234');
    pins.waitMs = 1500;
    const dialog = await opened();
    press('1');
    const field = await dialog.findByLabelText('PIN of Ada Synthetic');
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.change(field, { target: { value: '9999' } });
    fireEvent.submit(field);
    expect(await dialog.findByText(/Wrong PIN\. Try again in \d seconds?\./)).toBeTruthy();
    expect(settings().operator.id).toBe(OPERATOR);
    // What is typed too early is not even sent.
    fireEvent.change(field, { target: { value: '1234' } });
    fireEvent.submit(field);
    expect(pins.signedIn).toEqual([]);
    await waitFor(() => expect(dialog.queryByText(/Try again in/)).toBeNull());
    fireEvent.submit(field);
    expect(await screen.findByText('Test desk · Ada Synthetic')).toBeTruthy();
    expect(pins.signedIn).toEqual([ADA]);
    await backAtWork();
  });

  it('adds somebody new, where that is permitted', async () => {
    const { register, settings } = await openDesk();
    const dialog = await opened();
    fireEvent.click(dialog.getByRole('button', { name: 'Add an operator' }));
    fireEvent.change(await dialog.findByLabelText('Name'), { target: { value: 'Cleo Synthetic' } });
    fireEvent.submit(dialog.getByLabelText('Name'));
    expect(await screen.findByText('Test desk · Cleo Synthetic')).toBeTruthy();
    const { operation } = operations(register).at(-1)!;
    expect(operation.body).toMatchObject({ id: settings().operator.id });
  });

  it('opens from the status line as well', async () => {
    await openDesk();
    fireEvent.click(screen.getByRole('button', { name: /^Switch operator: Test desk/ }));
    await screen.findByRole('dialog', { name: 'Switch operator' });
    press('Escape');
    await backAtWork();
  });
});

describe('a role', () => {
  const open = (role: Role, page: string) =>
    openWindow({
      routes,
      at: `/m/${one.id}/${page}`,
      drafts: [...world, ...people, granted(ADA, 'coordinator'), granted(OPERATOR, role)],
    });
  const pages = () =>
    within(screen.getByRole('navigation', { name: 'Pages' }))
      .getAllByRole('link')
      .map((link) => link.textContent);

  it.each([
    [
      'registration',
      'desk',
      [
        ...['Desk', 'Delegates', 'Badges', 'Arrivals', 'Sign-in sheets', 'Virtual'],
        ...['Meetings', 'Set-up'],
      ],
    ],
    ['rapporteur', 'agenda', ['Agenda', 'Recommendations', 'Meetings', 'Set-up']],
  ] as const)('shows %s what the job needs', async (role, page, expected) => {
    await open(role, page);
    await waitFor(() => expect(pages()).toEqual(expected));
    expect(screen.queryByText(/you can look at this page/)).toBeNull();
  });

  it('that only reads sees everything, and is told', async () => {
    await open('read-only', 'desk');
    expect(await screen.findByText(/you can look at this page, but not change it/)).toBeTruthy();
    expect(pages()).toContain('Exports');
    expect(pages()).toContain('Journal');
  });

  it('is the register’s to judge: what it refuses is told in words', async () => {
    const { register } = await openWindow({ routes, at: '/settings', drafts: people });
    fireEvent.click(await screen.findByRole('button', { name: 'Add an operator' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an operator' }));
    // A window makes its desk's name known first.
    await screen.findByText(/^Saved at/);
    register.failure = { ok: false, reason: 'not-permitted', detail: '' };
    fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'Dora Synthetic' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Add' }));
    expect(await dialog.findByText(/You have no role here yet/)).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Dora Synthetic');
    const status = await screen.findByText(/^Not saved/);
    expect(status.textContent).toBe('Not saved: your role does not include it');
  });

  it('that does not include it may not add operators', async () => {
    await openWindow({
      routes,
      at: '/settings',
      drafts: [...people, granted(ADA, 'coordinator'), granted(OPERATOR, 'registration')],
    });
    await screen.findByText(/Zoe Synthetic \(Registration\)/);
    const button = await screen.findByRole('button', { name: 'Add an operator' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    fireEvent.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
