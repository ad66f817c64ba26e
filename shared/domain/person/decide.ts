import type { z } from 'zod';
import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { canonicalJson } from '../../operation/json';
import { personPersonal, type ForgottenFor, type Person } from './types';

/**
 * Forgets people: from each of these operations on, no register keeps a personal value of any
 * operation that names the person, and none that arrives later is taken over. It cannot be undone.
 * The declared gender is carried over, because every figure stays the same.
 *
 * Source: Personal Data Protection and Privacy Principles, adopted by the UN High-Level Committee
 * on Management, 2018: *retention* (4) and *accuracy and transparency* (5, 8).
 */
export function forgetPeople(
  context: DecisionContext,
  people: readonly Pick<Person, 'id' | 'gender' | 'forgotten'>[],
  why: ForgottenFor,
): Decision<'nobody' | 'already-forgotten'> {
  if (people.length === 0) return { ok: false, reason: 'nobody' };
  if (people.some(({ forgotten }) => forgotten)) return { ok: false, reason: 'already-forgotten' };
  return {
    ok: true,
    drafts: people.map(({ id, gender }) =>
      draft(context, {
        type: 'person.forgotten',
        subjects: [id],
        body: { id, set: { forgotten: true, forgottenFor: why, gender } },
      }),
    ),
  };
}

/** What a form can change of a person. */
export type PersonValues = z.infer<typeof personPersonal>;

const FIELDS = Object.keys(personPersonal.shape) as (keyof PersonValues)[];

/** The fields of which the form says something else than the record. */
export function changedFields(person: PersonValues, wanted: PersonValues): (keyof PersonValues)[] {
  return FIELDS.filter((field) => canonicalJson(person[field]) !== canonicalJson(wanted[field]));
}

/**
 * Changes what is on file about a person, exactly as it was written: no name is re-cased, and
 * gender is what was declared. `over`: the heads of the changed fields. Nothing changed: no
 * operation.
 */
export function changePerson(
  context: DecisionContext,
  person: Person,
  wanted: PersonValues,
  over: readonly string[],
): Decision<'forgotten' | 'nameless' | 'bad-email' | 'too-long'> {
  if (person.forgotten) return { ok: false, reason: 'forgotten' };
  const names = [wanted.family, wanted.given, wanted.full, wanted.native];
  if (names.every((name) => name.trim() === '')) return { ok: false, reason: 'nameless' };
  const bad = wanted.emails.find((email) => !isAddress(email));
  if (bad !== undefined) return { ok: false, reason: 'bad-email', params: { email: bad } };
  if (!personPersonal.safeParse(wanted).success) return { ok: false, reason: 'too-long' };
  const fields = changedFields(person, wanted);
  if (fields.length === 0) return { ok: true, drafts: [] };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'person.changed',
        over: [...over],
        subjects: [person.id],
        body: { id: person.id, set: {} },
        personal: { set: Object.fromEntries(fields.map((field) => [field, wanted[field]])) },
      }),
    ],
  };
}

/** Something before and after one @, without spaces: all that can be said without writing to it. */
function isAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email);
}
