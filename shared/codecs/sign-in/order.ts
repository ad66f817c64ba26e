import { listName } from '../../domain/person/rules';
import { expectedPeople, type Expected, type ListInput } from '../lists/expected';

/** How the lines of a sign-in sheet follow one another. */
export const SIGN_IN_ORDERS = ['delegation', 'alphabet'] as const;
export type SignInOrder = (typeof SIGN_IN_ORDERS)[number];

/**
 * Everybody expected in the room, as the lines of a sheet: the page on which signatures are entered
 * afterwards shows them in the same order under the same numbers (their places, counted from 1).
 */
export function signInLines(
  input: Omit<ListInput, 'programme'>,
  language: string,
  order: SignInOrder,
): readonly Expected[] {
  const listed = expectedPeople(input, language, 'in-person');
  if (order === 'delegation') return listed;
  const collator = new Intl.Collator(language);
  return listed
    .map((one) => ({ one, name: listName(one.person) }))
    .sort(
      (a, b) => collator.compare(a.name, b.name) || (a.one.person.id < b.one.person.id ? -1 : 1),
    )
    .map(({ one }) => one);
}
