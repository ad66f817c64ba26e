import { v7 as newId } from 'uuid';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import { importReport, type ReadLogin } from '@shared/domain/virtual/decide';
import type { Link } from '@shared/domain/virtual/types';
import { draft, type DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { meeting, programme } from './programme';

const context: DecisionContext = { newId, now: '2023-12-12T19:00:00.000Z' };
const START = Date.parse('2023-12-11T09:00:00.000Z');
const HOUR = 3_600_000;

export const byHand = (...persons: string[]): Link => ({ kind: 'persons', persons, by: 'hand' });

/** A meeting that is over, one delegation, people nominated by it, and reports. */
export function virtualMeeting() {
  const own = programme();
  const held = meeting(own.id, { state: 'closed' });
  const party = newId();
  const set = { ...PARTY_DEFAULTS, code: 'EXL', names: { en: 'Exampleland' } };
  const drafts: Draft[] = [
    ...own.drafts,
    ...held.drafts,
    draft(context, { type: 'party.added', body: { id: party, set } }),
  ];
  return {
    drafts,
    meeting: held.id,
    person: (family: string, given: string): string => {
      const id = newId();
      drafts.push(
        draft(context, {
          ...{ type: 'person.recorded', subjects: [id] },
          ...{ body: { id, set: { synthetic: true } }, personal: { set: { family, given } } },
        }),
        draft(context, {
          ...{ type: 'nomination.received', meeting: held.id, subjects: [id] },
          body: { id: newId(), set: { person: id, party, state: 'accepted' } },
        }),
      );
      return id;
    },
    /** The same digit: the same file. */
    report: (logins: readonly Partial<ReadLogin>[], digit: string, timeZone = 'UTC') => {
      const decision = importReport(
        context,
        {
          ...{ meeting: held.id, file: `${digit}.csv`, title: '', platform: 'zoom' },
          ...{ generation: 'meeting-2021', timeZone, rows: logins.length, dropped: 0 },
          digest: digit.repeat(64),
          logins: logins.map((login, at) => ({
            ...{ name: '', email: null, link: null },
            intervals: [[START + at * 1000, START + HOUR] as const],
            ...login,
          })),
        },
        [],
      );
      if (!decision.ok) throw new Error(decision.reason);
      drafts.push(...decision.drafts);
    },
  };
}
