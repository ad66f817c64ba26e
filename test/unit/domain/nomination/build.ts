import type { HeadsOf } from '@shared/domain/nomination/bulk';
import { MEETING_DEFAULTS, type Meeting } from '@shared/domain/meeting/types';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { PARTY_DEFAULTS, PARTY_PERSONAL_DEFAULTS, type Party } from '@shared/domain/party/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { checkDraft } from '@shared/journal/catalogue';
import type { Decision } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';

/** A readable id: `id('aa')`. */
export const id = (end: string): string => `01890000-0000-7000-8000-${end.padStart(12, '0')}`;

export const MEETING = id('a');
export const PARTY = id('b');
export const OTHER_PARTY = id('c');

export const nomination = (end: string, fields: Partial<Nomination> = {}): Nomination => ({
  ...NOMINATION_DEFAULTS,
  ...{ id: id(`d${end}`), meeting: MEETING, person: id(`e${end}`), party: PARTY },
  ...{ state: 'accepted', ...fields },
});

export const meeting = (fields: Partial<Meeting> = {}): Meeting => ({
  ...MEETING_DEFAULTS,
  ...{ id: MEETING, title: 'Test meeting', state: 'nominations-open' },
  planned: { format: 'hybrid', start: '2023-12-11', end: '2023-12-12' },
  ...fields,
});

export const party = (partyId: string, fields: Partial<Party> = {}): Party => ({
  ...{ ...PARTY_DEFAULTS, ...PARTY_PERSONAL_DEFAULTS, id: partyId, code: 'TST' },
  names: { en: 'Testland' },
  statuses: [{ status: 'member', from: null, to: null }],
  ...fields,
});

export const person = (end: string, fields: Partial<Person> = {}): Person => ({
  ...{ ...PERSON_DEFAULTS, id: id(`e${end}`), family: `Testova ${end}` },
  ...fields,
});

/** One head for each record, so that a decision can be seen to name it. */
export const headsOf: HeadsOf = (_table, record) => [record.replace('-7000-', '-7fff-')];

/** What was decided; each draft is as the register takes it. */
export function drafts(decision: Decision): Draft[] {
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`);
  for (const one of decision.drafts) checkDraft(one);
  return decision.drafts;
}
