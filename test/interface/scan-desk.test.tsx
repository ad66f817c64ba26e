import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { issueBadge } from '@shared/domain/badge/decide';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './support/programme';
import { openWindow } from './support/window';
import { MemoryRegister } from '../support/memory-register';
import { seededCodes } from '../unit/domain/badge/support';
import { useRecord } from '@renderer/db/hooks';
import { CameraPanel, KeptScans, useCodePaste, useScanDesk } from '@renderer/features/desk/scan';
import { pastedCode } from '@renderer/features/desk/scan/use-code-paste';

const [CODE = '', OTHER = ''] = seededCodes(51, 2);
const own = programme();
const one = meeting(own.id, { state: 'in-session' });
const PERSON = randomUUID();

const draft = (type: string, id: string, set: Draft['body'], more: Partial<Draft> = {}): Draft => ({
  ...{ id: randomUUID(), type, v: 1, meeting: one.id, over: [], subjects: [PERSON], blobs: [] },
  ...{ body: { id, set }, personal: null, ...more },
});
const world = [
  ...own.drafts,
  ...one.drafts,
  draft(
    'person.recorded',
    PERSON,
    { synthetic: true },
    {
      meeting: null,
      personal: { set: { family: 'Testova', given: 'Anna', full: 'Anna Testova' } },
    },
  ),
  draft('nomination.received', randomUUID(), { person: PERSON, state: 'accepted' }),
];

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

describe('kept scans', () => {
  function Page() {
    const desk = useScanDesk(one.id);
    const now = useRecord('meetings', one.id);
    if (desk.state !== 'ready' || now.state !== 'ready' || now.value === null) return null;
    const { keep, answer } = desk.value;
    return (
      <>
        <button onClick={() => void keep(CODE, ['reception'])}>Scan</button>
        <output>{answer(CODE).kind}</output>
        <KeptScans desk={desk.value} meeting={now.value} />
      </>
    );
  }
  const open = () =>
    openWindow({ routes: [{ path: '/', element: <Page /> }], at: '/', drafts: world });
  const list = () => screen.findByRole('region', { name: 'Kept scans' });
  const issue = (): Draft[] => {
    const person = { id: PERSON, forgotten: false };
    const context = { newId: () => randomUUID(), now: new Date().toISOString() };
    const decision = issueBadge(context, { meeting: one.id, person, code: CODE }, []);
    return decision.ok ? decision.drafts : [];
  };

  it('are listed once for twenty scans, and settle themselves when the badge comes', async () => {
    const { register } = await open();
    const scan = await screen.findByRole('button', { name: 'Scan' });
    expect(screen.queryByRole('region', { name: 'Kept scans' })).toBeNull();
    for (let time = 0; time < 20; time++) fireEvent.click(scan);
    const kept = await list();
    await within(kept).findByText('No desk has sent this badge yet.');
    await act(() => register.commit(issue()));
    await within(kept).findByText('Anna Testova');
    expect(within(kept).getByText('settled: arrival recorded at this time')).toBeDefined();
    expect(within(kept).queryByText('No desk has sent this badge yet.')).toBeNull();
    await screen.findByText('Anna Testova: kept scan settled, arrival recorded');
    const types = register.operations.map(({ operation }) => operation.type);
    expect(types.filter((type) => type.startsWith('scan.'))).toEqual(['scan.kept', 'scan.settled']);
    const arrived = register.operations.find(
      ({ operation }) => operation.type === 'attendance.arrived',
    );
    const scanned = register.operations.find(({ operation }) => operation.type === 'scan.kept');
    const set = scanned?.operation.body['set'] as { when: string };
    expect(arrived?.operation.body).toMatchObject({
      person: PERSON,
      when: set.when,
      source: 'scan',
    });
  });

  it('settle themselves when the badge comes from another desk, whatever comes first', async () => {
    const { register } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Scan' }));
    const kept = await list();
    await within(kept).findByText('No desk has sent this badge yet.');
    const elsewhere = new MemoryRegister(randomUUID(), Date.now);
    await elsewhere.commit(issue());
    const sent = elsewhere.operations.map(({ operation }) => operation);
    act(() => register.receive(sent));
    await within(kept).findByText('settled: arrival recorded at this time');
    // The same once more, as when a link repeats itself: nothing is recorded twice.
    act(() => register.receive(sent));
    await screen.findByText('Anna Testova: kept scan settled, arrival recorded');
    const types = register.operations.map(({ operation }) => operation.type);
    expect(types.filter((type) => type === 'badge.issued')).toHaveLength(1);
    expect(types.filter((type) => type === 'scan.settled')).toHaveLength(1);
    expect(types.filter((type) => type === 'attendance.arrived')).toHaveLength(1);
  });

  it('of a desk that was restored are recorded here when somebody says so', async () => {
    const { register } = await open();
    await screen.findByRole('button', { name: 'Scan' });
    const set = { code: CODE, when: '2026-11-22T08:52:00.000Z', scopes: ['reception'] };
    const kept = { ...set, modality: 'in-person', desk: randomUUID(), state: 'waiting' };
    await act(() =>
      register.commit([draft('scan.kept', randomUUID(), kept, { subjects: [] }), ...issue()]),
    );
    fireEvent.click(await within(await list()).findByRole('button', { name: /^Record here/ }));
    await within(await list()).findByText('Anna Testova');
    const arrived = register.operations.find(({ operation: of }) => of.type.startsWith('att'));
    expect(arrived?.operation.body).toMatchObject({ person: PERSON, when: set.when });
  });

  it('are dismissed, and kept again as they were when that was a mistake', async () => {
    const { register } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Scan' }));
    const kept = await list();
    fireEvent.click(await within(kept).findByRole('button', { name: /Dismiss the scan/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
    await waitFor(() => {
      const scans = register.operations.filter(({ operation }) => operation.type === 'scan.kept');
      const sets = scans.map(({ operation }) => operation.body['set']);
      expect(sets).toHaveLength(2);
      expect(sets[1]).toEqual(sets[0]);
    });
    await within(await list()).findByText('No desk has sent this badge yet.');
  });
});

describe('what is pasted into the box', () => {
  const onCode = vi.fn();
  function Box() {
    const [value, setValue] = useState('');
    const onPaste = useCodePaste(onCode);
    return (
      <>
        <input
          aria-label="Box"
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onPaste={onPaste}
        />
      </>
    );
  }
  const paste = async (text: string) => {
    onCode.mockClear();
    await openWindow({ routes: [{ path: '/', element: <Box /> }], at: '/' });
    const box = await screen.findByLabelText<HTMLInputElement>('Box');
    const isLeftToTheBrowser = fireEvent.paste(box, { clipboardData: { getData: () => text } });
    return { box, isLeftToTheBrowser };
  };

  it('is a scan when it is a code', async () => {
    const { box, isLeftToTheBrowser } = await paste(` ${CODE.toLowerCase()}\n`);
    expect(onCode).toHaveBeenCalledExactlyOnceWith(CODE);
    expect([box.value, isLeftToTheBrowser]).toEqual(['', false]);
  });

  it('is cut when it is 4 kB, and that is said', async () => {
    const { box } = await paste('ab \n'.repeat(1024));
    expect(box.value).toBe('ab '.repeat(100).slice(0, 200));
    expect(onCode).not.toHaveBeenCalled();
    const words = 'The pasted text was long: only its first 200 characters were taken.';
    expect(await screen.findAllByText(words)).not.toHaveLength(0);
  });

  it('is the browser’s when it is a name', async () => {
    const { isLeftToTheBrowser } = await paste('Anna Testova');
    expect([isLeftToTheBrowser, onCode.mock.calls.length]).toEqual([true, 0]);
  });

  const grouped = CODE.replace(/(.{4})(?=.)/g, '$1-');
  it.each([
    ['alone', grouped, CODE],
    ['in an e-mail', `Dear delegate,\nyour badge: ${grouped}.\nRegards`, CODE],
    ['twice in an e-mail', `${grouped} ${grouped}`, CODE],
    ['beside another one', `${grouped} ${OTHER.replace(/(.{4})(?=.)/g, '$1-')}`, null],
    ['with a wrong character', grouped.replace(/.$/, CODE.endsWith('A') ? 'B' : 'A'), null],
    ['nowhere', 'Anna Testova', null],
  ])('has its code %s', (_where, text, code) => {
    expect(pastedCode(text)).toBe(code);
  });
});

describe('the camera', () => {
  class Track extends EventTarget {
    readyState = 'live';
    stop = vi.fn(() => {
      this.readyState = 'ended';
    });
    getSettings = () => ({ deviceId: 'one' });
  }
  let track: Track;
  const getUserMedia = vi.fn<(wanted: MediaStreamConstraints) => Promise<unknown>>();
  let devices: EventTarget & { enumerateDevices: () => Promise<unknown[]>; getUserMedia: unknown };
  let cameras: string[];

  beforeEach(() => {
    track = new Track();
    cameras = ['one'];
    const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
    getUserMedia.mockReset().mockImplementation(() => Promise.resolve(stream));
    devices = Object.assign(new EventTarget(), {
      getUserMedia,
      enumerateDevices: () =>
        Promise.resolve(
          cameras.map((deviceId) => ({ kind: 'videoinput', deviceId, label: deviceId })),
        ),
    });
    Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
  });

  const open = async () => {
    const element = <CameraPanel onScan={vi.fn()} onClose={vi.fn()} />;
    const window = await openWindow({ routes: [{ path: '/', element }], at: '/' });
    return { ...window, panel: await screen.findByRole('region', { name: 'Camera' }) };
  };
  const refused = (name: string) => {
    getUserMedia.mockImplementationOnce(() => Promise.reject(new DOMException('no', name)));
  };

  it('asks for a picture and no sound, and its light goes out with the panel', async () => {
    const { panel, view } = await open();
    await within(panel).findByText(/Hold the code into the picture/);
    expect(getUserMedia.mock.calls[0]?.[0]).toMatchObject({ audio: false });
    expect(track.stop).not.toHaveBeenCalled();
    view.unmount();
    expect(track.readyState).toBe('ended');
  });

  it.each([
    ['NotAllowedError', 'The camera is not allowed'],
    ['NotFoundError', 'No camera found'],
    ['NotReadableError', 'The camera is in use'],
    ['UnknownError', 'The camera gives no picture'],
  ])('%s: says so, and tries again', async (name, words) => {
    refused(name);
    const { panel } = await open();
    await within(panel).findByText(words);
    fireEvent.click(within(panel).getByRole('button', { name: 'Try again' }));
    await within(panel).findByText(/Hold the code into the picture/);
    expect(within(panel).queryByText(words)).toBeNull();
  });

  it('says that there is none where the browser offers none', async () => {
    Reflect.deleteProperty(navigator, 'mediaDevices');
    const { panel } = await open();
    await within(panel).findByText('No camera found');
  });

  it('that vanishes is missed, and used again when it is back', async () => {
    const { panel } = await open();
    await within(panel).findByText(/Hold the code into the picture/);
    cameras = [];
    act(() => {
      track.dispatchEvent(new Event('ended'));
      devices.dispatchEvent(new Event('devicechange'));
    });
    await within(panel).findByText('The camera has been disconnected');
    await waitFor(() => expect(getUserMedia).toHaveBeenCalledOnce());
    cameras = ['one'];
    act(() => {
      devices.dispatchEvent(new Event('devicechange'));
    });
    await within(panel).findByText(/Hold the code into the picture/);
    expect(getUserMedia).toHaveBeenCalledTimes(2);
  });

  it('is off while nobody sees the window', async () => {
    const { panel } = await open();
    await within(panel).findByText(/Hold the code into the picture/);
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(track.readyState).toBe('ended');
    hidden.mockRestore();
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await waitFor(() => expect(getUserMedia).toHaveBeenCalledTimes(2));
  });

  it('can be chosen, and the choice is remembered', async () => {
    cameras = ['one', 'two'];
    const { panel, view } = await open();
    fireEvent.click(await within(panel).findByRole('combobox', { name: 'Which camera' }));
    fireEvent.click(await screen.findByRole('option', { name: 'two' }));
    const wanted = { video: { deviceId: { exact: 'two' } } };
    await waitFor(() => expect(getUserMedia.mock.lastCall?.[0]).toMatchObject(wanted));
    view.unmount();
    await open();
    await waitFor(() => expect(getUserMedia).toHaveBeenCalledTimes(3));
    expect(getUserMedia.mock.lastCall?.[0]).toMatchObject(wanted);
  });
});
