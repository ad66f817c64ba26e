import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { ForgottenFor, Person } from './types';

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
