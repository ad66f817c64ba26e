import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { registryCsv } from '@shared/codecs/parties/write';
import { addParty, changeParty, fieldsOf } from '@shared/domain/party/decide';
import type { Party } from '@shared/domain/party/types';
import { builtInParty, partyId, sample } from '../unit/domain/party/parties';
import { counting } from '../support/deciding';
import { programme } from './support/programme';
import { openWindow } from './support/window';
import { PartiesPage } from '@renderer/features/parties';

const routes = [{ path: '/parties', element: <PartiesPage /> }];
const austria: Party = { ...builtInParty('AUT'), id: partyId(1) };
const organization: Party = { ...sample, id: partyId(2) };

afterEach(cleanup);

/** A window with both parties, after a registry was taken over that says something else of each. */
async function imported() {
  const context = counting(5000);
  const drafts = [austria, organization].flatMap(({ id, focalPoints, ...fields }) => {
    const made = addParty(context, { id, fields, focalPoints, parties: [] });
    if (!made.ok) throw new Error(made.reason);
    return made.drafts;
  });
  const opened = await openWindow({
    ...{ routes, at: '/parties', drafts: [...programme().drafts, ...drafts] },
  });
  const file = [austria, organization].map((one) => ({
    ...one,
    names: { ...one.names, en: `${one.names.en ?? ''} of the file` },
  }));
  const bytes = Uint8Array.from(new TextEncoder().encode(registryCsv(file, { focalPoints: true })));
  const { rostrum } = globalThis.window as unknown as { rostrum: { files: object } };
  const chosen = { token: 't'.repeat(32), name: 'registry.csv', size: bytes.length };
  Object.assign(rostrum.files, {
    choose: () => Promise.resolve({ files: [chosen], pick: false }),
    read: () => Promise.resolve({ ok: true, bytes, name: chosen.name }),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Import…' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: /Choose/ }));
  fireEvent.click(await within(dialog).findByRole('button', { name: 'Take over 2 parties' }));
  await screen.findByRole('button', { name: '1 import' });
  const names = async () =>
    (await opened.store.list('parties')).map(({ names: { en } }) => en).sort();
  return { ...opened, names };
}

async function takeBack() {
  fireEvent.click(screen.getByRole('button', { name: '1 import' }));
  const panel = await screen.findByRole('dialog', { name: 'Registries that were imported' });
  expect(panel.textContent).toContain('registry.csv');
  fireEvent.click(within(panel).getByRole('button', { name: 'Take back' }));
  return screen.findByRole('dialog', { name: 'Take this import back?' });
}

function confirm(asked: HTMLElement) {
  fireEvent.click(within(asked).getByRole('button', { name: 'Take back' }));
}

describe('a registry that was imported', () => {
  it('is taken back as one act', async () => {
    const { names, store } = await imported();
    expect(await names()).toEqual([
      `${austria.names.en ?? ''} of the file`,
      `${organization.names.en ?? ''} of the file`,
    ]);
    const asked = await takeBack();
    expect(asked.textContent).toContain('Back to what they were: 2');
    expect(asked.textContent).toContain('Nobody has worked with any of it since.');
    confirm(asked);
    const panel = await screen.findByRole('dialog', { name: 'Registries that were imported' });
    await within(panel).findByText('Taken back');
    expect(await names()).toEqual([austria.names.en, organization.names.en]);
    expect(await store.list('imports')).toMatchObject([{ state: 'undone', kind: 'parties' }]);
  });

  it('says beforehand which parties stay, because somebody has worked with them since', async () => {
    const { names, store } = await imported();
    const parties = await store.list('parties');
    const party = parties.find(({ id }) => id === austria.id);
    if (party === undefined) throw new Error('no party');
    const heads = await store.heads('parties', null, party.id, ['names', 'sortNames']);
    const fields = { ...fieldsOf(party), names: { en: 'Austria by hand' } };
    const change = changeParty(counting(9000), {
      ...{ party, parties, fields, headsOf: () => heads },
    });
    if (!change.ok) throw new Error(change.reason);
    await store.commit(change.drafts);
    const asked = await takeBack();
    const stays = within(asked).getByRole('list', { name: 'Worked with since, and stays: 1' });
    expect(within(stays).getByText('Austria by hand')).toBeTruthy();
    expect(within(stays).getByText('changed since')).toBeTruthy();
    // Nothing has happened yet: it was only shown.
    expect(await names()).toEqual([
      'Austria by hand',
      `${organization.names.en ?? ''} of the file`,
    ]);
    confirm(asked);
    await waitFor(async () =>
      expect(await names()).toEqual(['Austria by hand', organization.names.en]),
    );
  });
});
