import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { NOBODY_APART, type ToldApart } from './distinctions';
import { rootOf } from './roots';
import type { Person } from './types';

type Mergeable = Pick<Person, 'id' | 'mergedInto' | 'forgotten'>;
type Records = ReadonlyMap<string, Mergeable>;

export type MergeRefusal =
  /** A record that is not here. */
  | 'unknown'
  /** One of the two was forgotten: nobody can say who it was. */
  | 'forgotten'
  /** Another record already stands for it. */
  | 'already-merged'
  /** Somebody said that they are two; that is taken back first. */
  | 'told-apart'
  /** The other record is this one, or leads back to it. */
  | 'ring';

/**
 * Says that `from` is the same human being as `into`, which stands for both from now on. Both
 * records stay as they are, so that it can be taken back without loss. When `into` was merged
 * itself, its root is meant. `over`: the heads of `from`'s field `mergedInto`; `apart`: who was
 * told apart.
 */
export function mergePeople(
  context: DecisionContext,
  people: Records,
  from: string,
  into: string,
  over: readonly string[],
  apart: ToldApart = NOBODY_APART,
): Decision<MergeRefusal> {
  const [one, other] = [people.get(from), people.get(rootOf(into, people))];
  if (one === undefined || !people.has(into) || other === undefined) {
    return { ok: false, reason: 'unknown' };
  }
  if (one.forgotten || other.forgotten || people.get(into)?.forgotten === true) {
    return { ok: false, reason: 'forgotten' };
  }
  if (other.id === from) return { ok: false, reason: 'ring' };
  if (rootOf(from, people) !== from) return { ok: false, reason: 'already-merged' };
  if (apart.has(from, other.id)) return { ok: false, reason: 'told-apart' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'person.merged',
        over: [...over],
        subjects: [from, other.id],
        body: { id: from, set: { mergedInto: other.id } },
      }),
    ],
  };
}

/**
 * Takes a merge back: the record stands for itself again, and so do records that were merged into
 * it. A root keeps a pointer only in a ring (see `rootOf`); it is given up as well, or the root
 * would follow the record that leaves. `overOf` gives the heads of a record's `mergedInto`.
 */
export function unmergePerson(
  context: DecisionContext,
  people: Records,
  person: string,
  overOf: (record: string) => readonly string[],
): Decision<'unknown' | 'not-merged'> {
  const record = people.get(person);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const root = people.get(rootOf(person, people));
  if (root === undefined || root.id === person) return { ok: false, reason: 'not-merged' };
  const freed = [person, ...(root.mergedInto === null ? [] : [root.id])];
  return {
    ok: true,
    drafts: freed.map((id) =>
      draft(context, {
        type: 'person.unmerged',
        over: [...overOf(id)],
        subjects: [id],
        body: { id, set: { mergedInto: null } },
      }),
    ),
  };
}
