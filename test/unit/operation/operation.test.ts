import { describe, expect, it } from 'vitest';
import { draft } from '@shared/operation/draft';
import {
  draftSchema,
  operationSchema,
  personalOf,
  type Operation,
} from '@shared/operation/operation';
import { Replica } from '../../support/replica';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(1);
const operations = new Replica(newId(), () => Date.UTC(2023, 1, 7)).commit(sampleDrafts(newId));
const first = operations[0] as Operation;

describe('the envelope', () => {
  it('is what every sample has', () => {
    for (const operation of operations) expect(operationSchema.parse(operation)).toEqual(operation);
  });

  it.each<[string, Record<string, unknown>]>([
    ['an id that is no UUID', { id: 'x' }],
    ['a number below one', { seq: 0 }],
    ['a number that is not whole', { seq: 1.5 }],
    ['a chain that is no hash', { prev: 'abc' }],
    ['a stamp of another form', { at: '2023-02-07' }],
    ['subjects that are names', { subjects: ['Ana Testova'] }],
    ['a body that is a list', { body: [] }],
    ['values that are no JSON', { body: { when: new Date(0) } }],
    ['a text without its salt', { sealed: { digest: 'a'.repeat(64), salt: null, text: 'x' } }],
    ['a member that nobody knows', { extra: 1 }],
  ])('has not %s', (_name, wrong) => {
    expect(operationSchema.safeParse({ ...first, ...wrong }).success).toBe(false);
  });
});

describe('a draft', () => {
  it('has the defaults of the envelope', () => {
    const made = draft({ newId, now: '' }, { type: 'desk.named', body: { id: newId(), set: {} } });
    expect(draftSchema.parse(made)).toMatchObject({
      ...{ v: 1, meeting: null, over: [], subjects: [], blobs: [], personal: null },
    });
  });

  it.each(['Desk.named', 'desk', 'desk.', 'desk.named.twice', 'desk named', "desk.named'--"])(
    'has no type %s',
    (type) => {
      const made = draft({ newId, now: '' }, { type, body: {} });
      expect(draftSchema.safeParse(made).success).toBe(false);
    },
  );
});

describe('personal values', () => {
  it('are read from what is sealed', () => {
    expect(personalOf(first)).toMatchObject({ set: { family: 'Testova' } });
  });

  it('are null when there are none and when they were forgotten', () => {
    const digest = 'a'.repeat(64);
    expect(personalOf({ ...first, sealed: null })).toBeNull();
    expect(personalOf({ ...first, sealed: { digest, salt: null, text: null } })).toBeNull();
  });
});
