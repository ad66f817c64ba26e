import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProtectionStatus } from '@shared/contract/protection';
import { host, LOCKED, OPEN, RECOVERY, show, turn } from './support/protected-window';
import { LockScreen, ProtectionSection } from '@renderer/features/protection';

const OPERATORS = ['Synthetic One', 'Synthetic Two', 'Synthetic Three'].map((name, at) => ({
  id: `01935a3e-0000-7000-8000-00000000000${at + 1}`,
  name,
}));
const SCREEN: ProtectionStatus = { ...LOCKED, lock: 'screen', operators: OPERATORS };

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const lockScreen = (status: Partial<ProtectionStatus> = {}) =>
  show(<LockScreen />, { status: { ...LOCKED, ...status } });
const field = (label: string | RegExp) => screen.findByLabelText<HTMLInputElement>(label);
const enter = (input: HTMLInputElement, value: string) => {
  fireEvent.change(input, { target: { value } });
  fireEvent.submit(input);
};
/** What the screen itself says to those who listen. */
const heard = () => within(screen.getByRole('main')).getByRole('status');
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

describe('the lock screen at start', () => {
  it('has one field with the focus, and opens with the passphrase', async () => {
    await lockScreen();
    const input = await field('Passphrase');
    expect(screen.getByText('Reception A')).toBeTruthy();
    expect(document.title).toBe('This desk is locked · Rostrum');
    expect(document.activeElement).toBe(input);
    enter(input, 'otter lantern quarry ');
    await waitFor(() => expect(input.value).toBe(''));
    // A blank at the end belongs to the passphrase.
    expect(host.unlock).toHaveBeenCalledExactlyOnceWith({
      way: { kind: 'passphrase', passphrase: 'otter lantern quarry ' },
    });
    expect(heard().textContent).toBe('Opening…');
  });

  it('asks for something to be typed', async () => {
    await lockScreen();
    fireEvent.submit(await field('Passphrase'));
    expect(screen.getByText('Type the passphrase.')).toBeTruthy();
    expect(host.unlock).not.toHaveBeenCalled();
  });

  it('counts down after a wrong one, with the field closed, and gives it the focus again', async () => {
    await lockScreen();
    const input = await field('Passphrase');
    vi.useFakeTimers();
    host.unlock.mockResolvedValueOnce({ ok: false, reason: 'wrong', waitMs: 65_000 });
    await act(async () => {
      enter(input, 'wrong');
      await vi.advanceTimersByTimeAsync(0);
    });
    expect(screen.getByText('This is not the passphrase. Next try in 1:05.')).toBeTruthy();
    // The ear hears full minutes.
    expect(heard().textContent).toBe('This is not the passphrase. Next try in 2:00.');
    expect([input.disabled, input.value]).toEqual([true, 'wrong']);
    await act(() => vi.advanceTimersByTimeAsync(6000));
    expect(screen.getByText(/Next try in 0:59\.$/)).toBeTruthy();
    expect(heard().textContent).toBe('This is not the passphrase. Next try in 1:00.');
    fireEvent.submit(input);
    expect(host.unlock).toHaveBeenCalledTimes(1);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.queryByText(/Next try/)).toBeNull();
    expect([input.disabled, document.activeElement === input]).toEqual([false, true]);
    expect(input.selectionEnd).toBe('wrong'.length);
  });

  it('waits from the beginning when the host says so', async () => {
    await lockScreen({ waitMs: 5000 });
    expect((await field('Passphrase')).disabled).toBe(true);
    expect(screen.getByText(/Next try in 0:0[45]/)).toBeTruthy();
  });

  it('does not make the sheet wait for the passphrase', async () => {
    await lockScreen({ waitMs: 900_000 });
    expect((await field('Passphrase')).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Use the recovery sheet' }));
    expect((await field('Recovery code')).disabled).toBe(false);
    expect(screen.queryByText(/Next try/)).toBeNull();
  });

  it('explains a key file that cannot be read at once, and asks for nothing', async () => {
    await lockScreen({ ways: { passphrase: false, keyStore: false, recovery: false } });
    expect(await screen.findByText(/keys\.json\) is damaged/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says when one can try again', async () => {
    await lockScreen();
    const input = await field('Passphrase');
    vi.useFakeTimers();
    host.unlock.mockResolvedValueOnce({ ok: false, reason: 'wait', waitMs: 5000 });
    await act(async () => {
      enter(input, 'wrong');
      await vi.advanceTimersByTimeAsync(0);
    });
    expect(screen.getByText('Too many wrong tries. Next try in 0:05.')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(5000));
    expect(heard().textContent).toBe('You can try again now.');
  });

  it.each([
    ['wrong', /This is not the passphrase\./],
    ['no-such-way', /cannot be opened this way/],
    ['refused', /The key store did not open the desk/],
    ['damaged', /keys\.json\) is damaged.*put the file back/],
  ] as const)('says %s in words', async (reason, words) => {
    await lockScreen();
    host.unlock.mockResolvedValueOnce({ ok: false, reason, waitMs: 0 });
    enter(await field('Passphrase'), 'something');
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    expect(heard().textContent).toMatch(words);
  });

  it('says so when the host does not answer, and asks it again', async () => {
    await lockScreen();
    host.unlock.mockRejectedValueOnce(new Error('bridge(lost)'));
    const input = await field('Passphrase');
    enter(input, 'something');
    expect((await screen.findAllByText(/The program did not answer/)).length).toBeGreaterThan(0);
    enter(input, 'something');
    await waitFor(() => expect(host.unlock).toHaveBeenCalledTimes(2));
  });

  it('explains a key store that refuses, and tries it again', async () => {
    const ways = { passphrase: true, keyStore: true, recovery: true };
    await lockScreen({ ways, keyStore: 'refused' });
    expect(await screen.findByText(/after an update of the system.*another computer/)).toBeTruthy();
    host.unlock.mockResolvedValueOnce({ ok: false, reason: 'refused', waitMs: 0 });
    fireEvent.click(screen.getByRole('button', { name: 'Use this computer’s key store' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open with this computer’s key store' }));
    expect((await screen.findAllByText(/key store did not open the desk\. Use/)).length).toBe(2);
    expect(host.unlock).toHaveBeenCalledWith({ way: { kind: 'key-store' } });
  });

  it('explains a key store that is not there', async () => {
    const ways = { passphrase: false, keyStore: true, recovery: true };
    await lockScreen({ ways, keyStore: 'none' });
    expect(await screen.findByText(/is not on this computer/)).toBeTruthy();
    expect(await field('Recovery code')).toBe(document.activeElement);
  });

  it('opens with the recovery sheet, and wants a new passphrase afterwards', async () => {
    await show(
      <>
        <LockScreen />
        <ProtectionSection />
      </>,
      { status: LOCKED },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Use the recovery sheet' }));
    const input = await field('Recovery code');
    expect(input.type).toBe('text');
    enter(input, `${RECOVERY} `);
    await waitFor(() => expect(input.value).toBe(''));
    expect(host.unlock).toHaveBeenCalledWith({ way: { kind: 'recovery', code: RECOVERY } });
    await turn(OPEN);
    expect(await screen.findByText(/opened with the recovery sheet\. Set a new/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Change the passphrase' }));
    enter(await field('Code of the sheet until now'), RECOVERY);
    fireEvent.change(await field('New passphrase'), {
      target: { value: 'marble canoe thirty owl' },
    });
    const again = await field('The same once more');
    enter(again, 'marble canoe thirty owl');
    await waitFor(() => {
      expect(screen.queryByText(/opened with the recovery sheet\. Set a new/)).toBeNull();
    });
    expect(host.changePassphrase).toHaveBeenCalledExactlyOnceWith({
      proof: { kind: 'recovery', code: RECOVERY },
      next: 'marble canoe thirty owl',
    });
  });

  it('says so when the state cannot be read, and asks again', async () => {
    await show(<LockScreen />, { status: LOCKED, fault: new Error('bridge(lost)') });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    host.fault = null;
    fireEvent.click(retry);
    expect(await field('Passphrase')).toBeTruthy();
    // What is known does not go away because of news that do not come through.
    host.fault = new Error('bridge(lost)');
    await turn(LOCKED);
    expect(await field('Passphrase')).toBeTruthy();
  });
});

describe('a locked screen', () => {
  it('lets an operator be chosen with the arrows, and takes the PIN', async () => {
    await show(<LockScreen />, { status: SCREEN });
    const [first, second, third] = await screen.findAllByRole('button', { name: /^Synthetic/ });
    expect(document.activeElement).toBe(first);
    press('ArrowDown');
    expect(document.activeElement).toBe(second);
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(third);
    fireEvent.click(third!);
    const input = await field('PIN of Synthetic Three');
    expect(document.activeElement).toBe(input);
    expect([input.inputMode, input.maxLength]).toEqual(['numeric', 12]);
    host.unlock.mockResolvedValueOnce({ ok: false, reason: 'wrong', waitMs: 0 });
    enter(input, '1111');
    expect((await screen.findAllByText('This is not the PIN.')).length).toBe(2);
    enter(input, '4711');
    await waitFor(() => {
      expect(host.unlock).toHaveBeenLastCalledWith({
        way: { kind: 'pin', operator: OPERATORS[2]!.id, pin: '4711' },
      });
    });
  });

  it('goes back to the operators, and to the passphrase', async () => {
    await show(<LockScreen />, { status: SCREEN });
    fireEvent.click(await screen.findByRole('button', { name: 'Synthetic Two' }));
    await field('PIN of Synthetic Two');
    press('Escape');
    expect(await screen.findByRole('button', { name: 'Synthetic One' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use the passphrase' }));
    expect(await field('Passphrase')).toBe(document.activeElement);
  });

  it('asks a single operator at once', async () => {
    await show(<LockScreen />, { status: { ...SCREEN, operators: OPERATORS.slice(0, 1) } });
    expect(await field('PIN of Synthetic One')).toBe(document.activeElement);
  });

  it('speaks Russian', async () => {
    await show(<LockScreen />, { status: SCREEN, settings: { language: 'ru' } });
    expect(await screen.findByText('Стойка заблокирована')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Synthetic Two' }));
    expect(await field('ПИН-код: Synthetic Two')).toBeTruthy();
  });
});
