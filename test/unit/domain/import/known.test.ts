import { describe, expect, it } from 'vitest';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { knownNominees } from '@renderer/features/nominations/known-people';

const person = (id: string, fields: Partial<Person>): Person => ({
  ...{ ...PERSON_DEFAULTS, id },
  ...fields,
});
const nomination = (id: string, who: string): Nomination => ({
  ...{ ...NOMINATION_DEFAULTS, id, meeting: 'm', person: who, party: 'p', state: 'accepted' },
});

describe('everybody whom a list is compared with', () => {
  const ana = person('a', { family: 'Testova', given: 'Ana', emails: ['ana@example.org'] });
  const anna = person('b', {
    ...{ family: 'Testova', given: 'Anna', emails: ['anna@example.org'], mergedInto: 'a' },
  });

  it('a record that was merged is found by its own name, and means the other one', () => {
    const known = knownNominees([ana, anna], [nomination('n', 'b')], []);
    expect(known).toMatchObject([
      { personId: 'a', given: 'Ana', nominationId: 'n', emails: ['ana@example.org'] },
      {
        ...{ personId: 'a', given: 'Anna', nominationId: 'n' },
        emails: ['ana@example.org', 'anna@example.org'],
      },
    ]);
  });

  it('nobody who was forgotten', () => {
    const gone = person('c', { forgotten: true, emails: [] });
    expect(knownNominees([ana, gone], [nomination('n', 'c')], [])).toMatchObject([
      { personId: 'a', nominationId: null },
    ]);
  });
});
