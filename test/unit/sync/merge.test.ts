import { describe, expect, it } from 'vitest';
import type { Operation } from '@shared/operation/operation';
import { sealDigest } from '@shared/journal/chain';
import { fitsItsType, judge } from '@shared/sync/merge';
import { Replica, sha256 } from '../../support/replica';
import { arrivalDraft, mergeDrafts, personDrafts, sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(5);
const now = () => Date.UTC(2023, 1, 7);
const operations = new Replica(newId(), now).commit(sampleDrafts(newId));
const [person] = new Replica(newId(), now).commit(personDrafts(newId)) as [Operation];
const [merged] = new Replica(newId(), now).commit(mergeDrafts(newId, newId(), newId())) as [
  Operation,
];
const [arrival] = new Replica(newId(), now).commit([arrivalDraft(newId)]) as [Operation];

const deep = (levels: number): unknown =>
  JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels)) as unknown;

describe('an operation from outside', () => {
  it('is accepted as it is, not as a copy', () => {
    for (const operation of operations) {
      const judged = judge(operation, 0, sha256);
      expect(judged.ok && judged.operation).toBe(operation);
    }
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'an operation'],
    ['a list', [person]],
    ['an empty object', {}],
    ['no id', { ...person, id: undefined }],
    ['a body nested a hundred thousand deep', { ...person, body: deep(100_000) }],
    ['a type with control characters', { ...person, type: 'person.\u0000' }],
    ['a type with half a character', { ...person, type: '\ud800' }],
    ['a number beyond what can be counted', { ...person, seq: 2 ** 53 }],
  ])('is refused when it is %s', (_name, value) => {
    expect(judge(value, 7, sha256)).toMatchObject({
      ok: false,
      fault: { kind: 'malformed', index: 7 },
    });
  });

  it('is refused when its personal values do not match their digest', () => {
    const { digest } = person.sealed as { digest: string };
    const sealed = { digest, salt: 'a salt of sixteen', text: '{"set":{"family":"Falsova"}}' };
    const { id, replica, seq } = person;
    expect(judge({ ...person, sealed }, 0, sha256)).toEqual({
      ok: false,
      fault: { kind: 'seal', id, replica, seq },
    });
  });

  it('is accepted when its personal values were forgotten', () => {
    const { digest } = person.sealed as { digest: string };
    const forgotten = { ...person, sealed: { digest, salt: null, text: null } };
    expect(judge(forgotten, 0, sha256).ok).toBe(true);
    expect(fitsItsType(forgotten)).toBe(true);
  });
});

describe('whether values fit their type', () => {
  const sealing = (text: string) => {
    const salt = '0123456789abcdef';
    return { salt, text, digest: sealDigest(salt, text, sha256) };
  };

  it.each<[string, boolean, Operation]>([
    ['an unknown type is kept', true, { ...person, type: 'voucher.stamped', body: { any: 1 } }],
    ['a newer version is kept', true, { ...person, v: 2, body: { any: 1 } }],
    ['an unknown field', false, { ...person, body: { id: person.id, set: { shoe: 42 } } }],
    [
      'a personal value in the open',
      false,
      { ...person, body: { id: person.id, set: { family: 'x' } } },
    ],
    ['sealed values where others belong', false, { ...arrival, sealed: sealing('{"set":{}}') }],
    ['sealed values where none belong', false, { ...merged, sealed: sealing('{"set":{"x":1}}') }],
    ['sealed values that are no JSON', false, { ...person, sealed: sealing('not JSON') }],
    ['sealed values of another shape', false, { ...person, sealed: sealing('[]') }],
    [
      'forgotten values, a body of another shape',
      false,
      { ...person, body: {}, sealed: { digest: 'a'.repeat(64), salt: null, text: null } },
    ],
  ])('%s', (_name, fits, operation) => {
    expect(fitsItsType(operation)).toBe(fits);
  });

  it('every sample fits', () => {
    expect(operations.filter((operation) => !fitsItsType(operation))).toEqual([]);
  });
});
