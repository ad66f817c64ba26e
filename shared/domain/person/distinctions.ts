import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { derivedId } from '../derived-id';
import { rootOf, type Roots } from './roots';
import type { Distinction, Person } from './types';

type Known = Pick<Person, 'id' | 'mergedInto' | 'forgotten'>;

export type TellApartRefusal =
  /** A record that is not here. */
  | 'unknown'
  /** Nobody can say who somebody forgotten was. */
  | 'forgotten'
  /** They are one record, or were merged: the merge is taken back first. */
  | 'ring';

/** The record that says of two people that they are two; the order does not matter. */
export function distinctionId(one: string, other: string): string {
  const [smaller, greater] = one < other ? [one, other] : [other, one];
  return derivedId('distinction', smaller, greater);
}

/**
 * Says that two people are two human beings: the search for duplicates does not propose them again.
 * Of merged records the roots are meant. Said twice, it says the same: nothing is written. `before`:
 * distinctions that hold; `overOf`: heads of a distinction's fields, where one was taken back.
 */
export function tellApart(
  context: DecisionContext,
  people: ReadonlyMap<string, Known>,
  pair: readonly [string, string],
  before: readonly Distinction[],
  overOf: (distinction: string) => readonly string[],
): Decision<TellApartRefusal> {
  const roots = pair.map((id) => people.get(rootOf(id, people)));
  const [a, b] = roots;
  if (pair.some((id) => !people.has(id)) || a === undefined || b === undefined) {
    return { ok: false, reason: 'unknown' };
  }
  if (a.forgotten || b.forgotten) return { ok: false, reason: 'forgotten' };
  if (a.id === b.id) return { ok: false, reason: 'ring' };
  const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  const id = distinctionId(one, other);
  if (before.some((known) => known.id === id)) return { ok: true, drafts: [] };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'person.told-apart',
        over: [...overOf(id)],
        subjects: [one, other],
        body: { id, set: { one, other, removed: false } },
      }),
    ],
  };
}

/** Takes it back: the two may be proposed again, and merged. */
export function notTellApart(
  context: DecisionContext,
  distinctions: readonly Distinction[],
  overOf: (distinction: string) => readonly string[],
): Decision {
  return {
    ok: true,
    drafts: distinctions.map(({ id, one, other }) =>
      draft(context, {
        type: 'person.not-told-apart',
        over: [...overOf(id)],
        subjects: [one, other],
        body: { id, set: { removed: true } },
      }),
    ),
  };
}

/** Who was told apart from whom, whichever of their records it was said of. */
export class ToldApart {
  readonly #pairs = new Map<string, Distinction[]>();

  constructor(
    distinctions: readonly Distinction[],
    private readonly roots: Pick<Roots, 'of'>,
  ) {
    for (const distinction of distinctions) {
      const key = this.#key(distinction.one, distinction.other);
      const known = this.#pairs.get(key);
      if (known === undefined) this.#pairs.set(key, [distinction]);
      else known.push(distinction);
    }
  }

  has(one: string, other: string): boolean {
    return this.#pairs.has(this.#key(one, other));
  }

  /** All that says it of these two: taking it back takes back each. */
  of(one: string, other: string): readonly Distinction[] {
    return this.#pairs.get(this.#key(one, other)) ?? [];
  }

  /** Each two people once, by their roots; both the same where they were merged all the same. */
  pairs(): { readonly one: string; readonly other: string }[] {
    return [...this.#pairs.values()].flatMap(([first]) =>
      first === undefined
        ? []
        : [{ one: this.roots.of(first.one), other: this.roots.of(first.other) }],
    );
  }

  #key(one: string, other: string): string {
    const [a, b] = [this.roots.of(one), this.roots.of(other)];
    return a < b ? `${a} ${b}` : `${b} ${a}`;
  }
}

/** Nobody was told apart. */
export const NOBODY_APART = new ToldApart([], { of: (person) => person });
