import { describe, expect, it } from 'vitest';
import { forgetPeople } from '@shared/domain/person/decide';
import { displayName, listName, reference } from '@shared/domain/person/rules';
import { PERSON_DEFAULTS } from '@shared/domain/person/types';
import { checkDraft } from '@shared/journal/catalogue';
import { counting } from '../../../support/deciding';

const ID = '01890000-0000-7000-8000-0000abcd1234';
const person = { ...PERSON_DEFAULTS, id: ID, family: 'Example', given: 'Ada' } as const;

describe('forgetting people', () => {
  it('says who and why and carries the declared gender over, and nothing personal', () => {
    const decision = forgetPeople(counting(), [{ ...person, gender: 'female' }], 'request');
    if (!decision.ok) throw new Error(decision.reason);
    const [draft] = decision.drafts;
    expect(draft).toMatchObject({
      type: 'person.forgotten',
      subjects: [ID],
      body: { id: ID, set: { forgotten: true, forgottenFor: 'request', gender: 'female' } },
      personal: null,
    });
    expect(JSON.stringify(draft)).not.toContain('Example');
    for (const one of decision.drafts) checkDraft(one);
  });

  it('is one act for several people', () => {
    const other = { ...person, id: '01890000-0000-7000-8000-0000abcd9999' };
    const decision = forgetPeople(counting(), [person, other], 'retention');
    expect(decision.ok && decision.drafts.map(({ subjects }) => subjects)).toEqual([
      [ID],
      [other.id],
    ]);
  });

  it.each([
    ['nobody', []],
    ['already-forgotten', [person, { ...person, forgotten: true }]],
  ] as const)('is refused: %s', (reason, people) => {
    expect(forgetPeople(counting(), people, 'error')).toEqual({ ok: false, reason });
  });
});

describe('what somebody is called', () => {
  it('by name, and by a reference once forgotten', () => {
    expect(displayName(person)).toBe('Ada Example');
    expect(listName(person)).toBe('Example, Ada');
    const forgotten = { ...PERSON_DEFAULTS, id: ID, forgotten: true };
    expect(displayName(forgotten)).toBe('#abcd1234');
    expect(listName(forgotten)).toBe(reference(ID));
  });

  it('never by a name that a late operation brought to somebody forgotten', () => {
    expect(displayName({ ...person, forgotten: true })).toBe('#abcd1234');
    expect(listName({ ...person, forgotten: true })).toBe('#abcd1234');
  });
});
