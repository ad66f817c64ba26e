import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PreloadBridge } from '@shared/contract/preload';
import { answer, command, press, says, type, world } from './support/desk';

// There are no fonts here: what a badge looks like is tested elsewhere.
vi.mock('@renderer/features/badges/compose', () => ({
  compose: () => Promise.resolve({ html: '<p>', shortened: [], missing: [] }),
}));

const shell = window.rostrum as { -readonly [C in keyof PreloadBridge]: PreloadBridge[C] };
const save = vi.fn<PreloadBridge['files']['save']>();
const pdf = vi.fn<PreloadBridge['print']['pdf']>();

beforeEach(() => {
  save.mockReset();
  pdf.mockReset();
  pdf.mockResolvedValue({ ok: true, bytes: new Uint8Array([1]) });
  shell.print.pdf = pdf;
  shell.files.save = save;
});
afterEach(cleanup);

/** Somebody is here, and the box has the focus. */
async function checkedIn() {
  const made = world({ state: 'in-session' });
  const { person } = made.name(made.party('AAA', 'Aaland'), 'Testova');
  const opened = await made.open();
  opened.box.focus();
  type(opened.box, 'testova');
  press(opened.box, 'Enter');
  await says('Welcome');
  const printed = () =>
    opened
      .since()
      .filter(({ type: what }) => what.startsWith('badge.'))
      .map(({ type: what }) => what);
  return { ...opened, person, printed };
}

/** The system's dialog has the keyboard for as long as it is open; then nothing on the page has. */
const dialog = (saved: boolean) => {
  save.mockImplementation(({ name }) => {
    (document.activeElement as HTMLElement).blur();
    return Promise.resolve({ ok: true, saved, name: saved ? name : '', download: null });
  });
};

describe('the desk’s key for a badge', () => {
  it('writes it into the log when the file was saved, and the box has the focus again', async () => {
    dialog(true);
    const { box, since, person, printed } = await checkedIn();
    command('KeyB');
    await screen.findByText(/Badge of .*Testova/);
    expect(printed()).toEqual(['badge.issued', 'badge.printed']);
    const line = since().find(({ type: what }) => what === 'badge.printed');
    expect(line?.body['set']).toMatchObject({ person, kind: 'badge' });
    expect(document.activeElement).toBe(box);
    expect(answer()).toBeTruthy();
  });

  it('records nothing when somebody thinks better of saving it', async () => {
    dialog(false);
    const { box, printed } = await checkedIn();
    command('KeyB');
    await waitFor(() => expect(save).toHaveBeenCalled());
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(printed()).toEqual([]);
    // It was not printed: nobody is asked for a reason the next time.
    dialog(true);
    command('KeyB');
    await waitFor(() => expect(printed()).toEqual(['badge.issued', 'badge.printed']));
  });

  it('takes nobody out of a form that was opened meanwhile', async () => {
    let finish: () => void = () => undefined;
    save.mockImplementation(
      ({ name }) =>
        new Promise((resolve) => {
          finish = () => resolve({ ok: true, saved: true, name, download: null });
        }),
    );
    await checkedIn();
    command('KeyB');
    await waitFor(() => expect(save).toHaveBeenCalled());
    command('KeyW');
    const field = await screen.findByLabelText(/^Full name/);
    field.focus();
    finish();
    await screen.findByText(/Badge of .*Testova/);
    expect(document.activeElement).toBe(field);
  });
});
