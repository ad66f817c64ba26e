import type { Person } from './types';

type Names = Pick<Person, 'family' | 'given' | 'full' | 'native'>;

/** The name as one reads it aloud: given, family; the full name when it was never split. */
export function displayName(person: Names): string {
  const parts = [person.given, person.family].filter((part) => part !== '');
  return parts.join(' ') || person.full || person.native;
}

/** The name as lists sort it: family first. */
export function listName(person: Names): string {
  if (person.family === '') return displayName(person);
  return person.given === '' ? person.family : `${person.family}, ${person.given}`;
}
