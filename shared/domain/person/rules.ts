import type { Person } from './types';

type Names = Pick<Person, 'family' | 'given' | 'full' | 'native'> &
  Partial<Pick<Person, 'id' | 'forgotten'>>;

/** The name as one reads it aloud: given, family; the full name when it was never split. */
export function displayName(person: Names): string {
  if (person.forgotten === true && person.id !== undefined) return reference(person.id);
  const parts = [person.given, person.family].filter((part) => part !== '');
  return parts.join(' ') || person.full || person.native;
}

/** The name as lists sort it: family first. */
export function listName(person: Names): string {
  if (person.family === '' || person.forgotten === true) return displayName(person);
  return person.given === '' ? person.family : `${person.family}, ${person.given}`;
}

/**
 * What somebody who was forgotten is called: a random number that says nothing about them, and by
 * which lists, journal and certificate mean the same person.
 */
export function reference(person: string): string {
  return `#${person.replaceAll('-', '').slice(-8)}`;
}
