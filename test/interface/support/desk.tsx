import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { v7 as newId } from 'uuid';
import { expect } from 'vitest';
import { newBadgeCode } from '@shared/domain/badge/code';
import type { MeetingFields } from '@shared/domain/meeting/types';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Body, Draft } from '@shared/operation/operation';
import { DeskPage } from '@renderer/features/desk';
import { useCommandKeys } from '@renderer/ui/keys';
import { meeting, programme } from './programme';
import { openWindow } from './window';

/** The page with the keys of its commands, as the frame has them. */
function Page() {
  useCommandKeys();
  return <DeskPage />;
}

const routes = [{ path: '/m/:meeting/desk', element: <Page /> }];
export const context: DecisionContext = { newId, now: '2026-11-21T09:00:00.000Z' };

/** A meeting that sat in 2023 with two delegations; helpers name people for it. */
export function world(fields: Partial<MeetingFields> = {}) {
  const own = programme();
  const held = meeting(own.id, fields);
  const drafts: Draft[] = [...own.drafts, ...held.drafts];
  const party = (code: string, name: string) => {
    const id = newId();
    const set = { ...PARTY_DEFAULTS, code, names: { en: name } };
    drafts.push(draft(context, { type: 'party.added', body: { id, set } }));
    return id;
  };
  const known = (family: string, personal: Body = {}) => {
    const person = newId();
    drafts.push(
      draft(context, {
        type: 'person.recorded',
        subjects: [person],
        body: { id: person, set: { synthetic: true } },
        personal: { set: { family, given: 'Ada', ...personal } },
      }),
    );
    return person;
  };
  const name = (partyId: string, family: string, set: Body = {}, personal: Body = {}) => {
    const [person, nomination] = [known(family, personal), newId()];
    drafts.push(
      draft(context, {
        type: 'nomination.received',
        meeting: held.id,
        subjects: [person],
        body: { id: nomination, set: { person, party: partyId, state: 'accepted', ...set } },
      }),
    );
    return { person, nomination };
  };
  const badge = (set: Body) => {
    const code = newBadgeCode((count) => crypto.getRandomValues(new Uint8Array(count)));
    drafts.push(
      draft(context, {
        type: 'badge.issued',
        meeting: held.id,
        body: { id: newId(), set: { code, kind: 'personal', ...set } },
      }),
    );
    return code;
  };
  const open = async () => {
    const opened = await openWindow({ routes, at: `/m/${held.id}/desk`, drafts });
    const box = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Find a delegate' });
    await waitFor(() =>
      expect(box.closest('[aria-busy]')?.getAttribute('aria-busy')).toBe('false'),
    );
    const before = opened.register.operations.length;
    const since = () => opened.register.operations.slice(before).map(({ operation }) => operation);
    return { ...opened, since, box };
  };
  return { meeting: held.id, sessions: held.drafts, party, known, name, badge, drafts, open };
}

/** The one answer, as soon as it says this. */
export const says = async (text: string): Promise<HTMLElement> =>
  within(await screen.findByRole('region', { name: 'Answer' })).findByText(text, {
    selector: 'p',
  });
export const answer = (): HTMLElement => screen.getByRole('region', { name: 'Answer' });
export const type = (box: HTMLElement, value: string) =>
  fireEvent.change(box, { target: { value } });
export const press = (box: HTMLElement, key: string, more: object = {}) =>
  fireEvent.keyDown(box, { key, ...more });
export const command = (code: string) =>
  fireEvent.keyDown(document.body, { key: code.slice(-1).toLowerCase(), code, altKey: true });
export const options = () => screen.getAllByRole('option').map((one) => one.textContent);
