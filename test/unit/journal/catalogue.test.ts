import { describe, expect, it } from 'vitest';
import { catalogue, checkDraft, typeOf } from '@shared/journal/catalogue';
import type { Draft } from '@shared/operation/operation';
import {
  arrivalDraft,
  forgetDraft,
  grantDraft,
  mergeDrafts,
  personDrafts,
  sampleDrafts,
} from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(2);
const samples = [
  ...sampleDrafts(newId),
  grantDraft(newId, newId(), 'rapporteur'),
  forgetDraft(newId, newId()),
  ...mergeDrafts(newId, newId(), newId()),
];
const person = personDrafts(newId)[0] as Draft;

describe('the catalogue', () => {
  it('has a sample of every type', () => {
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(Object.keys(catalogue)));
  });

  it.each(samples.map((sample) => [sample.type, sample] as const))('%s', (_type, sample) => {
    expect(() => {
      checkDraft(sample);
    }).not.toThrow();
  });

  it.each([
    ['a type that nobody knows', 'person.cloned', 1],
    ['a newer version', 'person.recorded', 2],
    ['a property of every object', 'constructor', 1],
    ['another one', '__proto__', 1],
  ])('does not understand %s', (_name, type, v) => {
    expect(typeOf(type, v)).toBeNull();
    expect(() => {
      checkDraft({ ...person, type, v });
    }).toThrow(`unknown operation ${type} v${v}`);
  });
});

describe('an invalid draft', () => {
  it.each<[string, Draft, string]>([
    ['a field that the record has not', { ...person, body: body({ shoe: 42 }) }, 'body'],
    ['a personal field in the open', { ...person, body: body({ family: 'Testova' }) }, 'body'],
    ['a value of another kind', { ...person, body: body({ synthetic: 'yes' }) }, 'body'],
    ['no record', { ...person, body: { set: {} } }, 'body'],
    ['an unknown personal field', { ...person, personal: { set: { shoe: 42 } } }, 'personal'],
    ['a name in a check-in', { ...arrivalDraft(newId), personal: { set: {} } }, 'personal'],
    ['an unknown scope', scoped('lunch'), 'body'],
  ])('%s is refused with type and place', (_name, draft, place) => {
    expect(() => {
      checkDraft(draft);
    }).toThrow(`${draft.type}: ${place}: `);
  });
});

function body(set: Draft['body']): Draft['body'] {
  return { id: newId(), set };
}

function scoped(scope: string): Draft {
  const draft = arrivalDraft(newId);
  return { ...draft, body: { ...draft.body, scope } };
}
