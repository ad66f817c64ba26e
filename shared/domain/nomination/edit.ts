import { canonicalJson } from '../../operation/json';
import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import type { PersonFields, Person } from '../person/types';
import type { HeadsOf } from './bulk';
import type { Nomination, NominationFields } from './types';

/** What can be corrected of a nomination. */
export type NominationEdit = Pick<
  NominationFields,
  'party' | 'capacity' | 'modality' | 'source' | 'receivedOn' | 'attachment'
>;
/** The same of its personal values. */
export type NominationRemarks = Pick<
  NominationFields,
  'authorisedBy' | 'remarks' | 'attachmentName'
>;

/** What can be corrected of the person from the nomination. */
export type PersonEdit = Pick<
  PersonFields,
  | 'family'
  | 'given'
  | 'full'
  | 'honorific'
  | 'native'
  | 'emails'
  | 'institution'
  | 'jobTitle'
  | 'gender'
  | 'languages'
>;

export interface Correction {
  readonly nomination: Nomination;
  readonly values: Partial<NominationEdit>;
  readonly remarks: Partial<NominationRemarks>;
  /** `undefined`: nobody is on file. */
  readonly person: Person | undefined;
  readonly personValues: Partial<PersonEdit>;
  readonly headsOf: HeadsOf;
}

function difference(now: object, wanted: object): Body {
  const held = now as Body;
  return Object.fromEntries(
    Object.entries(wanted as Body).filter(
      ([field, value]) => canonicalJson(held[field]) !== canonicalJson(value),
    ),
  );
}

const NAMES = ['family', 'given', 'full', 'native'] as const;

/**
 * Corrects a nomination and its person as one act: only what differs is written. An attached paper
 * is named by the operation, so that the register keeps it.
 */
export function correctNomination(
  context: DecisionContext,
  { nomination, values, remarks, person, personValues, headsOf }: Correction,
): Decision<'unchanged' | 'name-missing' | 'party-missing' | 'forgotten'> {
  if (values.party === '') return { ok: false, reason: 'party-missing' };
  const set = difference(nomination, values);
  const told = difference(nomination, remarks);
  const personal = person === undefined ? {} : difference(person, personValues);
  const about = Object.keys(told).length + Object.keys(personal).length;
  if (person?.forgotten === true && about > 0) return { ok: false, reason: 'forgotten' };
  const names = { ...person, ...personValues };
  const named = NAMES.some((name) => (names[name] ?? '').trim() !== '');
  if (Object.keys(personal).length > 0 && !named) return { ok: false, reason: 'name-missing' };

  const drafts: Draft[] = [];
  const fields = [...Object.keys(set), ...Object.keys(told)];
  if (fields.length > 0) {
    const { attachment } = set;
    drafts.push(
      draft(context, {
        type: 'nomination.changed',
        meeting: nomination.meeting,
        over: [...headsOf('nominations', nomination.id, fields)],
        subjects: [nomination.person],
        blobs: typeof attachment === 'string' ? [attachment] : [],
        body: { id: nomination.id, set },
        personal: Object.keys(told).length === 0 ? null : { set: told },
      }),
    );
  }
  if (person !== undefined && Object.keys(personal).length > 0) {
    drafts.push(
      draft(context, {
        type: 'person.changed',
        over: [...headsOf('people', person.id, Object.keys(personal))],
        subjects: [person.id],
        body: { id: person.id, set: {} },
        personal: { set: personal },
      }),
    );
  }
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'unchanged' };
}
