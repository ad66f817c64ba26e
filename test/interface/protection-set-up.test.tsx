import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UNPROTECTED } from '../support/protection-states';
import { host, progress, RECOVERY, show } from './support/protected-window';
import { SetUpDialog } from '@renderer/features/protection';

const GOOD = 'otter lantern quarry violet';
const GROUPS = RECOVERY.split('-');

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function open(keyStore: (typeof UNPROTECTED)['keyStore'] = 'none') {
  const onClose = vi.fn();
  await show(<SetUpDialog onClose={onClose} />, { status: { ...UNPROTECTED, keyStore } });
  await screen.findByText('How the desk will be opened');
  return onClose;
}

async function toSheet(): Promise<void> {
  type('New passphrase', GOOD);
  type('The same once more', GOOD);
  click('Continue');
  await screen.findByText('Step 2 of 3');
}

/** The two fields in which groups are typed back, each with the group that belongs into it. */
const asked = () =>
  screen.getAllByLabelText<HTMLInputElement>(/^Group \d$/).map((field) => {
    const number = Number(field.labels?.[0]?.textContent.replace(/\D/g, ''));
    return { field, group: GROUPS[number - 1] ?? '' };
  });

function typeBack(): void {
  for (const { field, group } of asked()) {
    fireEvent.change(field, { target: { value: group.toLowerCase() } });
  }
}

describe('setting protection up', () => {
  it('goes from a passphrase over the sheet to a protected desk', async () => {
    const onClose = await open();
    await toSheet();
    const code = screen.getByRole('list', { name: 'Recovery code' });
    expect(
      within(code)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(GROUPS.map((group, at) => `${at + 1}${group}`));
    let finish: (answer: { ok: true }) => void = () => undefined;
    host.setUp.mockReturnValue(new Promise((resolve) => (finish = resolve)));
    typeBack();
    click('Protect now');
    expect(await screen.findByText('Everything is being encrypted')).toBeTruthy();
    // It cannot be stopped, so nothing offers to.
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    progress({ step: 'journal', done: 1200, total: 30_000 });
    expect(screen.getByText('1,200 of 30,000')).toBeTruthy();
    progress({ step: 'backup', done: 0, total: 30_000 });
    expect(screen.getByText('Backup')).toBeTruthy();
    finish({ ok: true });
    expect(await screen.findByText('This desk is protected')).toBeTruthy();
    expect(host.prepare).toHaveBeenCalledTimes(1);
    expect(host.setUp).toHaveBeenCalledExactlyOnceWith({
      passphrase: GOOD,
      keyStore: false,
      recovery: RECOVERY,
    });
    expect(document.body.textContent).not.toContain(GROUPS[0]);
    click('Done');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('does not go on before two groups are typed back', async () => {
    await open();
    await toSheet();
    click('Protect now');
    expect(screen.getAllByText('This is not what stands on the sheet.')).toHaveLength(2);
    const [first, second] = asked();
    expect(first?.field.labels?.[0]?.textContent).not.toBe(second?.field.labels?.[0]?.textContent);
    // While they are typed, they have to be looked up on paper.
    const code = screen.getByRole('list', { name: 'Recovery code' });
    first!.field.focus();
    expect(await within(code).findAllByText('••••')).toHaveLength(2);
    expect(code.textContent).not.toContain(first!.group);
    fireEvent.change(first!.field, { target: { value: first!.group } });
    fireEvent.change(second!.field, { target: { value: 'XXXX' } });
    click('Protect now');
    expect(screen.getAllByText('This is not what stands on the sheet.')).toHaveLength(1);
    expect(host.setUp).not.toHaveBeenCalled();
  });

  it.each([
    ['short', 'short', 'At least 12 characters, please.', 'Too short.'],
    [
      'aaaaaaaaaaaaaaaa',
      'aaaaaaaaaaaaaaaa',
      'Too repetitive. Take words that differ.',
      'Repetitive',
    ],
    [GOOD, `${GOOD}!`, 'The two are not the same.', 'Good.'],
  ])('does not take %s, then %s', async (first, second, problem, word) => {
    await open();
    type('New passphrase', first);
    type('The same once more', second);
    expect(screen.getByText(word, { exact: false })).toBeTruthy();
    click('Continue');
    expect(await screen.findByText(problem)).toBeTruthy();
    expect(host.prepare).not.toHaveBeenCalled();
  });

  it('offers the key store where there is one, alone as well', async () => {
    await open('available');
    fireEvent.click(screen.getByLabelText('Passphrase'));
    expect(screen.queryByLabelText('New passphrase')).toBeNull();
    fireEvent.click(screen.getByLabelText('This computer opens the desk by itself'));
    click('Continue');
    expect(await screen.findByText(/Choose the passphrase or the key store/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('This computer opens the desk by itself'));
    click('Continue');
    await screen.findByText('Step 2 of 3');
    typeBack();
    click('Protect now');
    await screen.findByText('This desk is protected');
    expect(host.setUp).toHaveBeenCalledWith({
      passphrase: null,
      keyStore: true,
      recovery: RECOVERY,
    });
  });

  it('explains a key store that protects nothing, and does not offer it', async () => {
    await open('plain-text');
    expect(screen.getByText(/would keep the key readable for anybody/)).toBeTruthy();
    expect(screen.queryByLabelText('This computer opens the desk by itself')).toBeNull();
  });

  it.each([
    ['too-short', /The passphrase is too short/, 1],
    ['no-way', /Choose the passphrase or the key store/, 1],
    ['key-store-refused', /The key store refused to keep the key/, 1],
    ['disk-full', /The disk is full: protection needs room/, 2],
    ['failed', /It did not work, and nothing was changed/, 2],
  ] as const)('says %s in words and keeps what was typed', async (reason, words, step) => {
    await open();
    await toSheet();
    typeBack();
    host.setUp.mockResolvedValueOnce({ ok: false, reason });
    click('Protect now');
    expect((await screen.findByText(words)).closest('[role=alert]')).toBeTruthy();
    expect(screen.getByText(`Step ${step} of 3`)).toBeTruthy();
    if (step === 1) {
      expect(screen.getByLabelText<HTMLInputElement>('New passphrase').value).toBe(GOOD);
      click('Continue');
      await screen.findByText('Step 2 of 3');
    }
    // The sheet stays good, and what was typed from it stays as well.
    expect(asked().map(({ field }) => field.value)).toEqual(
      asked().map(({ group }) => group.toLowerCase()),
    );
    click('Protect now');
    expect(await screen.findByText('This desk is protected')).toBeTruthy();
    expect(host.prepare).toHaveBeenCalledTimes(1);
  });

  it('makes a new sheet when the host no longer knows the code', async () => {
    await open();
    await toSheet();
    typeBack();
    host.setUp.mockResolvedValueOnce({ ok: false, reason: 'unknown-recovery' });
    const other = RECOVERY.replace('AB12', 'ZZ99');
    host.prepare.mockResolvedValueOnce({ recovery: other });
    click('Protect now');
    expect(await screen.findByText(/Destroy that sheet: here is a new one/)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Recovery code' }).textContent).toContain('ZZ99');
    expect(asked().map(({ field }) => field.value)).toEqual(['', '']);
  });

  it('says so when another window was quicker', async () => {
    await open();
    await toSheet();
    typeBack();
    host.setUp.mockResolvedValueOnce({ ok: false, reason: 'already' });
    click('Protect now');
    expect(await screen.findByText(/Another window has protected this desk already/)).toBeTruthy();
  });

  it('says so when no code can be made, and keeps the passphrase', async () => {
    await open();
    host.prepare.mockRejectedValueOnce(new Error('bridge(lost)'));
    type('New passphrase', GOOD);
    type('The same once more', GOOD);
    click('Continue');
    expect(await screen.findByText(/The program did not answer/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('The same once more').value).toBe(GOOD);
  });

  it('keeps browsers from remembering what is typed', async () => {
    await open();
    for (const label of ['New passphrase', 'The same once more']) {
      const field = screen.getByLabelText<HTMLInputElement>(label);
      expect([field.type, field.autocomplete, field.name]).toEqual(['password', 'off', '']);
      expect(field.getAttribute('spellcheck')).toBe('false');
    }
    const [toggle] = screen.getAllByRole('button', { name: 'Show what is typed' });
    fireEvent.mouseDown(toggle!);
    const both = ['New passphrase', 'The same once more'];
    expect(both.map((label) => screen.getByLabelText<HTMLInputElement>(label).type)).toEqual([
      'text',
      'text',
    ]);
  });
});

describe('the recovery sheet', () => {
  it('goes to a PDF with the code, the desk and what to do', async () => {
    await open();
    await toSheet();
    click('Save as PDF');
    expect(await screen.findByText(/Saved as Rostrum recovery sheet\.pdf/)).toBeTruthy();
    const html = host.pdf.mock.calls[0]?.[0].html ?? '';
    for (const group of GROUPS) expect(html).toContain(group);
    expect(html).toContain('Reception A');
    expect(html).toContain('nobody can ever open the data');
  });

  it.each([
    ['no-browser', /No PDF can be made on this computer/],
    ['timed-out', /took too long/],
    ['failed', /could not be made/],
    ['not-self-contained', /could not be made/],
  ] as const)('that cannot be printed (%s) can still be copied', async (reason, words) => {
    await open();
    await toSheet();
    host.pdf.mockResolvedValueOnce({ ok: false, reason });
    click('Save as PDF');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(host.save).not.toHaveBeenCalled();
  });

  it.each([
    ['disk-full', /The disk is full/],
    ['not-allowed', /Nothing may be written there/],
    ['failed', /could not be made/],
  ] as const)('that cannot be saved (%s) says so', async (reason, words) => {
    await open();
    await toSheet();
    host.save.mockResolvedValueOnce({ ok: false, reason });
    click('Save as PDF');
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('is printed by the system, alone', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await open();
    await toSheet();
    click('Print');
    expect(print).toHaveBeenCalledOnce();
    await waitFor(() => {
      expect(screen.getByText('Rostrum: recovery sheet')).toBeTruthy();
    });
    vi.unstubAllGlobals();
  });
});
