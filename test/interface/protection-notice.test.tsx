import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Draft } from '@shared/operation/operation';
import { UNPROTECTED } from '../support/protection-states';
import { programme } from './support/programme';
import { openWindow } from './support/window';
import { ProtectionNotice } from '@renderer/features/protection';

let status = UNPROTECTED;
const { rostrum } = window;
Object.assign(rostrum!, {
  protection: { status: () => Promise.resolve(status) },
  events: { ...rostrum!.events, 'protection.changed': () => () => undefined },
});

const routes = [{ path: '/', element: <ProtectionNotice /> }];
const own = programme().drafts;
const sample = own.map((draft) => ({
  ...draft,
  body: { ...draft.body, set: { ...(draft.body['set'] as object), synthetic: true } },
}));
const id = '01935a3e-0000-7000-8000-0000000000aa';
const person = (synthetic: boolean): Draft => ({
  id: '01935a3e-0000-7000-8000-0000000000ab',
  type: 'person.recorded',
  v: 1,
  meeting: null,
  over: [],
  subjects: [id],
  blobs: [],
  body: { id, set: { synthetic } },
  personal: { set: { family: 'Synthetic', given: 'Person' } },
});

afterEach(cleanup);

const open = (drafts: Draft[]) => openWindow({ routes, at: '/', drafts });
const WORDS = 'Names lie readable on this computer.';

describe('the notice of readable names', () => {
  it.each([
    ['a programme of one’s own', own],
    ['people who were entered into a sample', [...sample, person(false)]],
  ])('is there with %s, and leads to set-up', async (_, drafts) => {
    status = UNPROTECTED;
    await open(drafts);
    expect(await screen.findByText(WORDS)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Protect now' }));
    expect(await screen.findByText('How the desk will be opened')).toBeTruthy();
  });

  it.each([
    ['an empty desk', UNPROTECTED, []],
    ['a sample with its invented people', UNPROTECTED, [...sample, person(true)]],
    ['a protected desk', { ...UNPROTECTED, state: 'open' as const }, own],
  ])('is not there with %s', async (_, now, drafts) => {
    status = now;
    const { store } = await open(drafts);
    await waitFor(() => expect(store.projectionState().kind).not.toBe('projecting'));
    await Promise.resolve();
    expect(screen.queryByText(WORDS)).toBeNull();
  });
});
