import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProtectionStatus } from '@shared/contract/protection';
import { UNPROTECTED } from '../support/protection-states';
import { host, OPEN, RECOVERY, show, turn } from './support/protected-window';
import {
  ProtectionMark,
  ProtectionSection,
  useIdleLock,
  useLockCommand,
} from '@renderer/features/protection';
import { useCommandKeys } from '@renderer/ui/keys';

const GROUPS = RECOVERY.split('-');
const OLD = 'marble canoe thirty owl';
const NEXT = 'otter lantern quarry violet';

afterEach(cleanup);

const section = (status: Partial<ProtectionStatus> = {}) =>
  show(<ProtectionSection />, { status: { ...OPEN, ...status } });
const button = (name: string) => screen.findByRole('button', { name });
const click = async (name: string) => fireEvent.click(await button(name));
const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

describe('an unprotected desk', () => {
  it('says what protection does, and begins it', async () => {
    await section(UNPROTECTED);
    expect(await screen.findByText('Not protected')).toBeTruthy();
    expect(screen.getByText(/backup included/)).toBeTruthy();
    await click('Protect this desk');
    expect(await screen.findByText('How the desk will be opened')).toBeTruthy();
  });

  it('explains a switch-on that was cut short', async () => {
    await section({ ...UNPROTECTED, interrupted: true });
    expect(await screen.findByText('Protection was not switched on')).toBeTruthy();
    expect(screen.getByText(/Nothing is lost, and nothing is protected/)).toBeTruthy();
  });

  it('wears a mark that leads to set-up; a protected one wears none', async () => {
    await show(<ProtectionMark />, { status: UNPROTECTED });
    await click('Not protected: Protect this desk');
    expect(await screen.findByText('How the desk will be opened')).toBeTruthy();
    await turn(OPEN);
    expect(screen.queryByRole('button', { name: /^Not protected/ })).toBeNull();
    // The dialog stays, to say that it is done.
    expect(screen.getByRole('dialog', { name: 'Protect this desk' })).toBeTruthy();
  });
});

describe('the passphrase', () => {
  const change = async () => {
    await click('Change the passphrase');
    await type('Passphrase until now', OLD);
    await type('New passphrase', NEXT);
    await type('The same once more', NEXT);
    await click('Use this passphrase');
  };

  it('is changed by whoever knows it', async () => {
    await section();
    await change();
    expect(await screen.findAllByText('The new passphrase holds from now on')).toBeTruthy();
    expect(host.changePassphrase).toHaveBeenCalledExactlyOnceWith({
      proof: { kind: 'passphrase', passphrase: OLD },
      next: NEXT,
    });
    expect(screen.queryByLabelText('New passphrase')).toBeNull();
  });

  it.each([
    [{ ok: false, reason: 'wrong', waitMs: 0 }, 'This is not the passphrase.'],
    [{ ok: false, reason: 'wait', waitMs: 5000 }, /Too many wrong tries\. Next try in 0:05/],
    [{ ok: false, reason: 'no-such-way', waitMs: 0 }, /cannot be opened this way/],
    [{ ok: false, reason: 'damaged', waitMs: 0 }, /keys\.json\) is damaged/],
    [{ ok: false, reason: 'too-short' }, /The passphrase is too short/],
    [{ ok: false, reason: 'last-way' }, /the only way left/],
  ] as const)('is kept when the host answers %o', async (answer, words) => {
    await section();
    host.changePassphrase.mockResolvedValueOnce(answer);
    await change();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('New passphrase').value).toBe(NEXT);
  });

  it('can be set with the recovery sheet where there is none', async () => {
    await section({ ways: { passphrase: false, keyStore: true, recovery: true } });
    await click('Set a new passphrase');
    expect(await screen.findByLabelText('Code of the sheet until now')).toBeTruthy();
    await click('Use this passphrase');
    expect(screen.getByText('Type the recovery code.')).toBeTruthy();
    expect(host.changePassphrase).not.toHaveBeenCalled();
  });
});

describe('a key store', () => {
  it('proves as well that the desk is theirs who lost everything else', async () => {
    await section({ keyStore: 'available', ways: { ...OPEN.ways, keyStore: true } });
    await click('Change the passphrase');
    fireEvent.click(await screen.findByLabelText('With the key store'));
    await type('New passphrase', NEXT);
    await type('The same once more', NEXT);
    host.changePassphrase.mockResolvedValueOnce({ ok: false, reason: 'refused', waitMs: 0 });
    await click('Use this passphrase');
    expect(await screen.findByText(/key store did not open the desk\. Use/)).toBeTruthy();
    expect(host.changePassphrase).toHaveBeenCalledWith({
      proof: { kind: 'key-store' },
      next: NEXT,
    });
  });
});

describe('a new recovery sheet', () => {
  it('takes the place of the old one when it was typed back', async () => {
    await section();
    await click('New recovery sheet');
    await click('Continue');
    for (const field of await screen.findAllByLabelText(/^Group \d$/)) {
      const label = (field as HTMLInputElement).labels?.[0]?.textContent ?? '';
      fireEvent.change(field, { target: { value: GROUPS[Number(label.replace(/\D/g, '')) - 1] } });
    }
    await click('Use the new sheet');
    expect(screen.getByText('Type the passphrase.')).toBeTruthy();
    await type('Passphrase until now', OLD);
    host.renewRecovery.mockResolvedValueOnce({ ok: false, reason: 'wrong', waitMs: 0 });
    await click('Use the new sheet');
    expect(await screen.findByText('This is not the passphrase.')).toBeTruthy();
    await click('Use the new sheet');
    expect(await screen.findAllByText(/The new sheet is good/)).toBeTruthy();
    expect(host.renewRecovery).toHaveBeenLastCalledWith({
      proof: { kind: 'passphrase', passphrase: OLD },
      recovery: RECOVERY,
    });
  });
});

describe('the key store', () => {
  it('is switched on, and says why it could not be switched off', async () => {
    await section({ keyStore: 'available' });
    const toggle = await screen.findByRole('switch', { name: /opens the desk by itself/ });
    fireEvent.click(toggle);
    await waitFor(() => expect(host.useKeyStore).toHaveBeenCalledWith({ use: true }));
    expect(await screen.findAllByText('This computer opens the desk from now on')).toBeTruthy();

    await turn({ ...OPEN, keyStore: 'available', ways: { ...OPEN.ways, keyStore: true } });
    host.useKeyStore.mockResolvedValueOnce({ ok: false, reason: 'last-way' });
    fireEvent.click(screen.getByRole('switch', { name: /opens the desk by itself/ }));
    expect(await screen.findAllByText(/Set a passphrase first/)).toBeTruthy();
  });

  it.each([
    ['none', /has no key store that Rostrum can use/],
    ['plain-text', /keep the key readable for anybody/],
    ['refused', /does not answer at the moment/],
  ] as const)('is explained when it is %s', async (keyStore, words) => {
    await section({ keyStore });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('that refused can be used again', async () => {
    await section({ keyStore: 'refused', ways: { ...OPEN.ways, keyStore: true } });
    await click('Use it again');
    await waitFor(() => expect(host.useKeyStore).toHaveBeenCalledWith({ use: true }));
  });
});

function Idle() {
  useIdleLock();
  useLockCommand();
  useCommandKeys();
  return <ProtectionSection />;
}

describe('locking', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const desk = (minutes: number, status = OPEN) =>
    show(<Idle />, { status, settings: { lockAfterMinutes: minutes } });
  const movePointer = (screenX: number) =>
    fireEvent(document.body, new MouseEvent('pointermove', { bubbles: true, screenX }));
  const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

  it('comes once after the time without a touch', async () => {
    await desk(5);
    await button('Lock this desk');
    await minutes(4);
    fireEvent.pointerDown(document.body);
    await minutes(4);
    fireEvent.keyDown(document.body, { key: 'a' });
    await minutes(4.9);
    expect(host.lock).not.toHaveBeenCalled();
    await minutes(20);
    movePointer(3);
    await minutes(20);
    expect(host.lock).toHaveBeenCalledTimes(1);
  });

  it('is put off by a touch in another window', async () => {
    await desk(1);
    await button('Lock this desk');
    await minutes(0.9);
    const other = new BroadcastChannel('rostrum-activity');
    const told = new Promise((resolve) => {
      const heard = new BroadcastChannel('rostrum-activity');
      heard.onmessage = () => {
        heard.close();
        resolve(null);
      };
    });
    other.postMessage(null);
    await told;
    other.close();
    await minutes(0.9);
    expect(host.lock).not.toHaveBeenCalled();
    await minutes(0.2);
    expect(host.lock).toHaveBeenCalledTimes(1);
  });

  it('comes before the touch that wakes a computer up', async () => {
    await desk(1);
    await button('Lock this desk');
    vi.setSystemTime(Date.now() + 3_600_000);
    movePointer(7);
    expect(host.lock).toHaveBeenCalledTimes(1);
  });

  it('is put off by a mouse that moves, not by a page that moves under it', async () => {
    await desk(1);
    await button('Lock this desk');
    movePointer(1);
    await minutes(0.6);
    movePointer(2);
    await minutes(0.6);
    expect(host.lock).not.toHaveBeenCalled();
    movePointer(2);
    await minutes(0.6);
    expect(host.lock).toHaveBeenCalledTimes(1);
  });

  it('is asked for again when the host could not', async () => {
    await desk(1);
    await button('Lock this desk');
    host.lock.mockRejectedValueOnce(new Error('bridge(lost)'));
    await minutes(1.1);
    expect(host.lock).toHaveBeenCalledTimes(1);
    await minutes(1);
    expect(host.lock).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['never was chosen', 0, OPEN],
    ['there is nothing to lock with', 5, UNPROTECTED],
  ])('does not come when %s', async (_, after, status) => {
    await desk(after, status);
    await screen.findByRole('heading', { name: 'Protection' });
    await minutes(300);
    expect(host.lock).not.toHaveBeenCalled();
  });

  it('comes by the key and by the button, and says when it did not', async () => {
    await desk(0);
    await button('Lock this desk');
    fireEvent.keyDown(document.body, { code: 'KeyL', key: 'Д', ctrlKey: true, shiftKey: true });
    expect(host.lock).toHaveBeenCalledTimes(1);
    host.lock.mockResolvedValueOnce({ ok: false, reason: 'no-way' });
    await click('Lock this desk');
    expect(await screen.findAllByText(/The desk could not be locked/)).toBeTruthy();
  });

  it('after other minutes is kept in the settings', async () => {
    await desk(7);
    const field = await screen.findByRole('combobox', { name: /Lock the screen/ });
    expect((field as HTMLInputElement).value).toBe('7 minutes');
    fireEvent.click(field);
    fireEvent.click(await screen.findByRole('option', { name: '15 minutes' }));
    await waitFor(() => expect(host.settings.lockAfterMinutes).toBe(15));
  });
});
