import { describe, expect, it } from 'vitest';
import { linkHash } from '@shared/journal/chain';
import { forgottenBy, withoutPersonal } from '@shared/journal/forgetting';
import type { Operation } from '@shared/operation/operation';
import { judge } from '@shared/sync/merge';
import { Replica, sha256 } from '../../support/replica';
import { arrivalDraft, forgetDraft, personDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(31);
const now = () => Date.UTC(2026, 10, 22);
const someone = newId();
const [recorded] = new Replica(newId(), now).commit(personDrafts(newId, someone)) as [Operation];
const [arrived] = new Replica(newId(), now).commit([arrivalDraft(newId)]) as [Operation];
const [forget] = new Replica(newId(), now).commit([forgetDraft(newId, someone)]) as [Operation];

describe('whom an operation forgets', () => {
  it.each<[string, Operation, string | null]>([
    ['its person', forget, someone],
    ['nobody, as another type', recorded, null],
    ['nobody, as a version that is not understood', { ...forget, v: 2 }, null],
    ['nobody, with another body', { ...forget, body: { id: 'somebody', set: {} } }, null],
    ['its person, whoever else is a subject', { ...forget, subjects: [newId()] }, someone],
  ])('%s', (_what, operation, person) => {
    expect(forgottenBy(operation)).toBe(person);
  });
});

describe('an operation without personal values', () => {
  it('has neither salt nor text, and the same place in the chain', () => {
    const left = withoutPersonal(recorded);
    expect(left.sealed).toEqual({ digest: recorded.sealed?.digest, salt: null, text: null });
    expect(linkHash(left, sha256)).toBe(linkHash(recorded, sha256));
    expect(judge(left, 0, sha256).ok).toBe(true);
    expect(JSON.stringify(left)).not.toContain('Testova');
    expect(recorded.sealed?.text).toContain('Testova');
  });

  it('is the same one when it had none, or has none any more', () => {
    expect(withoutPersonal(arrived)).toBe(arrived);
    const left = withoutPersonal(recorded);
    expect(withoutPersonal(left)).toBe(left);
  });
});
