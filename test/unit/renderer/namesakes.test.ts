import { describe, expect, it } from 'vitest';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { PersonIndex } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';
import { writtenName } from '@renderer/features/desk/walk-in/name-words';
import { namesakesOf } from '@renderer/features/desk/walk-in/namesakes';

const known = (id: string, set: Partial<Person>): Person => ({ ...PERSON_DEFAULTS, id, ...set });
const people = [
  known('ivan', { family: 'Testov', given: 'Ivan', native: 'Иван Тестов' }),
  known('ivan2', { family: 'Testov', given: 'Ivan' }),
  known('maria', { family: 'Ejemplo Prueba', given: 'Maria' }),
  known('whole', { full: 'Ada van Onova' }),
  known('other', { family: 'Otherova', given: 'Ivana' }),
];
const parties = new Map([
  ['ivan', { id: 'BBB' }],
  ['ivan2', { id: 'AAA' }],
]);
const index = new PersonIndex(
  people.map((person) => ({
    id: person.id,
    expected: false,
    keys: searchKeys({ ...person, partyNames: ['Testland'], partyCodes: ['TST'], badge: null }),
  })),
);
const directory = {
  index,
  person: (id: string) => people.find((one) => one.id === id),
  party: (id: string) => parties.get(id),
};
const found = (name: string, party: string | null = null) =>
  namesakesOf(name, party, directory).map(({ id }) => id);

describe('namesakes', () => {
  it.each([
    ['Ivan Testov', ['ivan', 'ivan2']],
    ['testov ivan', ['ivan', 'ivan2']],
    ['Иван Тестов', ['ivan', 'ivan2']],
    ['Ivan Petrovich Testov', ['ivan', 'ivan2']],
    ['Maria Ejemplo', ['maria']],
    ['Ada Onova', ['whole']],
    ['Onova', ['whole']],
    // One word of two is somebody else; a delegation's name is nobody's.
    ['Ivan Somebody', []],
    ['Testland', []],
    ['', []],
    ['A.', []],
  ])('of %s', (name, expected) => {
    expect(found(name)).toEqual(expected);
  });

  it('of the delegation that was chosen come first', () => {
    expect(found('Ivan Testov', 'AAA')).toEqual(['ivan2', 'ivan']);
  });
});

describe('a written name', () => {
  it.each([
    ['  Ada  van Onova ', [], { family: '', given: '', full: 'Ada van Onova' }],
    ['Ada van Onova', [1, 2], { family: 'van Onova', given: 'Ada', full: '' }],
    ['Onova Ada', [0], { family: 'Onova', given: 'Ada', full: '' }],
    ['Onova', [0], { family: 'Onova', given: '', full: '' }],
    // What was marked of an earlier wording says nothing of this one.
    ['Ada', [4], { family: '', given: '', full: 'Ada' }],
    ['', [], { family: '', given: '', full: '' }],
  ])('%j with %j marked', (name, family, expected) => {
    expect(writtenName(name, new Set(family))).toEqual(expected);
  });
});
