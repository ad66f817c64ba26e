import { describe, expect, it } from 'vitest';
import { changedFields, changePerson, type PersonValues } from '@shared/domain/person/decide';
import { PERSON_DEFAULTS, personPersonal, type Person } from '@shared/domain/person/types';
import { checkDraft } from '@shared/journal/catalogue';
import { counting } from '../../../support/deciding';

const ID = '01890000-0000-7000-8000-00000000cccc';
const HEAD = '01890000-0000-7000-8000-00000000eeee';
const PERSON: Person = {
  ...PERSON_DEFAULTS,
  ...{ id: ID, family: 'Ejemplo', given: 'Ana', emails: ['ana@example.org'] },
};
const wanted = (set: Partial<PersonValues>): PersonValues => ({
  ...personPersonal.parse(PERSON),
  ...set,
});

describe('changing a person', () => {
  it.each([
    "d'Arquà",
    'van der Voorbeeld',
    'McSample',
    'EJEMPLO de la MUESTRA',
    'Образцов-Примеров',
    'المثالي',
    'Παραδείγματος',
    '例',
    'contohnya',
  ])('writes “%s” as it was typed', (family) => {
    const decision = changePerson(counting(), PERSON, wanted({ family }), [HEAD]);
    expect(decision).toMatchObject({
      ok: true,
      drafts: [
        { type: 'person.changed', over: [HEAD], subjects: [ID], personal: { set: { family } } },
      ],
    });
    if (decision.ok) decision.drafts.forEach((one) => checkDraft(one));
  });

  it('says only what is different, and nothing when nothing is', () => {
    const to = wanted({ gender: 'female', emails: ['ana@example.org', 'a@example.org'] });
    expect(changedFields(PERSON, to)).toEqual(['emails', 'gender']);
    const decision = changePerson(counting(), PERSON, to, []);
    expect(decision).toMatchObject({
      drafts: [{ personal: { set: { gender: 'female', emails: to.emails } } }],
    });
    expect(changePerson(counting(), PERSON, wanted({}), [])).toEqual({ ok: true, drafts: [] });
  });

  it.each([
    ['forgotten', { ...PERSON, forgotten: true }, {}],
    ['nameless', PERSON, { family: ' ', given: '' }],
    ['bad-email', PERSON, { emails: ['ana at example.org'] }],
    ['too-long', PERSON, { family: 'x'.repeat(201) }],
  ] as const)('refuses: %s', (reason, person, set) => {
    const to = wanted(set as Partial<PersonValues>);
    expect(changePerson(counting(), person, to, [])).toMatchObject({ ok: false, reason });
  });
});
