import type { PersonAt } from '@shared/codecs/parties/attended';
import { listName, reference } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';

export interface NamedAt extends PersonAt {
  /** Family name first; a reference for somebody who was forgotten. */
  readonly name: string;
}

/** Those who came, by name in the order of the language. */
export function sortedPeople(
  came: readonly PersonAt[],
  people: readonly Person[],
  language: string,
): NamedAt[] {
  const wanted = new Set(came.map(({ person }) => person));
  const known = new Map(people.filter(({ id }) => wanted.has(id)).map((one) => [one.id, one]));
  const { compare } = new Intl.Collator(language);
  return came
    .map((one) => {
      const person = known.get(one.person);
      return { ...one, name: person === undefined ? reference(one.person) : listName(person) };
    })
    .sort((a, b) => compare(a.name, b.name));
}
