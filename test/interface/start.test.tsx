import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { programme } from './support/programme';
import { openWindow } from './support/window';
import { SettingsPage } from '@renderer/features/settings';
import { StartPage } from '@renderer/features/start';

const routes = [
  { path: '/start', element: <StartPage /> },
  { path: '/settings', element: <SettingsPage /> },
  { path: '/meetings', element: <p>the list</p> },
];
const fresh = { started: false, deskName: '' };

afterEach(cleanup);

const nameDesk = async (name: string) => {
  fireEvent.change(await screen.findByLabelText('Name this desk'), { target: { value: name } });
};

describe('the first start', () => {
  it('wants a name for the desk before anything else', async () => {
    const { register } = await openWindow({ routes, at: '/start', settings: fresh });
    fireEvent.click(await screen.findByRole('button', { name: /Open the sample programme/ }));
    expect(screen.getByText('Give this desk a name first.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name this desk'));
    expect(register.operations).toHaveLength(0);
  });

  it('makes an empty programme with both kinds of body, in one act', async () => {
    const { register, settings, path } = await openWindow({
      routes,
      at: '/start',
      settings: fresh,
    });
    await nameDesk(' Reception B ');
    fireEvent.click(screen.getByRole('button', { name: /^New programme/ }));
    fireEvent.click(screen.getByLabelText('An empty programme'));
    fireEvent.click(screen.getByRole('button', { name: 'Create the programme' }));
    expect(screen.getByText('Give the programme a name.')).toBeTruthy();

    fireEvent.change(screen.getByLabelText(/^Name of the programme/), {
      target: { value: 'Black Sea initiative' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Create the programme' }));
    expect(await screen.findByText('the list')).toBeTruthy();
    const [made, desk] = register.operations.map(({ operation }) => operation);
    expect(register.operations).toHaveLength(2);
    expect(made).toMatchObject({
      type: 'programme.created',
      body: {
        set: {
          names: { en: 'Black Sea initiative' },
          synthetic: false,
          bodies: [{ kind: 'expert' }, { kind: 'policy' }],
        },
      },
    });
    expect(desk).toMatchObject({
      type: 'desk.named',
      body: { id: register.life, set: { name: 'Reception B' } },
    });
    expect(settings()).toMatchObject({ started: true, deskName: 'Reception B' });
    expect(path()).toBe('/meetings');
  });

  it('keeps what was typed when the journal cannot be written, and starts nothing', async () => {
    const { register, settings } = await openWindow({ routes, at: '/start', settings: fresh });
    register.failure = { ok: false, reason: 'disk-full', detail: '' };
    await nameDesk('Reception C');
    fireEvent.click(screen.getByRole('button', { name: /^New programme/ }));
    fireEvent.click(screen.getByLabelText('An empty programme'));
    fireEvent.change(screen.getByLabelText(/^Name of the programme/), { target: { value: 'X' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create the programme' }));
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name this desk').value).toBe('Reception C');
    expect(settings().started).toBe(false);
  });

  it('says so when the sample cannot be made (here: a machine without workers)', async () => {
    const { register } = await openWindow({ routes, at: '/start', settings: fresh });
    await nameDesk('Reception D');
    fireEvent.click(screen.getByRole('button', { name: /Open the sample programme/ }));
    expect(await screen.findByText(/The programme could not be made/)).toBeTruthy();
    expect(register.operations).toHaveLength(0);
  });

  it('goes on with what an interrupted start left behind', async () => {
    const { drafts } = programme();
    const { register, settings } = await openWindow({
      routes,
      at: '/start',
      settings: fresh,
      drafts,
    });
    await nameDesk('Reception E');
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with it' }));
    expect(await screen.findByText('the list')).toBeTruthy();
    expect(register.operations).toHaveLength(drafts.length);
    expect(settings()).toMatchObject({ started: true, deskName: 'Reception E' });
  });

  it('speaks the language as soon as it is chosen', async () => {
    const { settings } = await openWindow({ routes, at: '/start', settings: fresh });
    fireEvent.click(await screen.findByLabelText('Русский'));
    expect(await screen.findByText('Добро пожаловать в Rostrum')).toBeTruthy();
    expect(document.documentElement.lang).toBe('ru');
    expect(settings().language).toBe('ru');
  });
});

describe('the set-up page', () => {
  it('keeps theme and sound', async () => {
    const { settings } = await openWindow({ routes, at: '/settings' });
    fireEvent.click(await screen.findByLabelText('Dark'));
    await waitFor(() => expect(settings().theme).toBe('dark'));
    await waitFor(() => {
      expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark');
    });
    fireEvent.click(screen.getByRole('switch', { name: /Sounds at the desk/ }));
    await waitFor(() => expect(settings().sound).toBe(false));
  });
});
