import { describe, expect, it } from 'vitest';
import { DeskDirectory } from '@renderer/features/desk/directory';
import { knownPeople } from '@renderer/features/virtual/known-people';
import type { Attendance } from '@shared/domain/attendance/types';
import { NOMINATION_DEFAULTS } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { event } from '../statistics/build-world';

const person = (id: string, set: Partial<Person>): Person => ({ ...PERSON_DEFAULTS, id, ...set });
const ROOT = person('root', { family: 'Ejemplo', given: 'Ana', emails: ['ana@example.org'] });
const OTHER = person('other', {
  ...{ family: 'Образец', given: 'Анна', emails: ['anna@example.org'] },
  mergedInto: 'root',
});
const nomination = {
  ...NOMINATION_DEFAULTS,
  ...{ id: 'n', meeting: 'm', person: 'other', party: 'p', state: 'accepted' as const },
};
const seen = (who: string, id: string): [string, Attendance] => [
  who,
  { meeting: 'm', person: who, events: [event('reception', { id })] },
];

describe('a person of two records', () => {
  const directory = new DeskDirectory().update({
    people: [ROOT, OTHER],
    nominations: [nomination],
    parties: [],
  });
  const found = (query: string) => directory.index.search(query, 8).map(({ id }) => id);

  it('is found once at the desk, by the name in either, and expected by the nomination of either', () => {
    expect([found('ejemplo'), found('obrazec'), found('anna')]).toEqual([
      ['root'],
      ['root'],
      ['root'],
    ]);
    expect(directory.nominationsOf.get('root')).toEqual([{ ...nomination, person: 'root' }]);
    expect(directory.person('other')).toBeUndefined();
  });

  it('has arrived once, whichever record arrived', () => {
    const attendance = directory.attendance(new Map([seen('root', 'e1'), seen('other', 'e2')]));
    expect([...attendance.keys()]).toEqual(['root']);
    expect(attendance.get('root')?.events.map(({ id }) => id)).toEqual(['e1', 'e2']);
    const nobodyElse = new Map([seen('root', 'e1')]);
    expect(directory.attendance(nobodyElse)).toBe(nobodyElse);
  });

  it('stands for both again when the merge is taken back', () => {
    const parted = new DeskDirectory().update({
      people: [ROOT, OTHER],
      nominations: [nomination],
      parties: [],
    });
    parted.update({
      people: [ROOT, { ...OTHER, mergedInto: null }],
      nominations: [nomination],
      parties: [],
    });
    expect(parted.index.search('ana', 8).map(({ id }) => id)).toContain('root');
    expect(parted.index.search('obrazec', 8).map(({ id }) => id)).toEqual(['other']);
    expect(parted.nominationsOf.get('other')).toEqual([nomination]);
  });

  it('is suggested once for a login, with the addresses and other names of both', () => {
    const alias = { id: 'a', person: 'other', revoked: false, name: 'Anna O.' };
    expect(knownPeople([ROOT, OTHER], [nomination], [], [alias])).toMatchObject([
      { id: 'root', emails: ['ana@example.org', 'anna@example.org'], aliases: ['Anna O.'] },
    ]);
  });
});
