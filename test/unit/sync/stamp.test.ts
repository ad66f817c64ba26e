import { describe, expect, it } from 'vitest';
import { CHAIN_START, linkHash, verifyChain } from '@shared/journal/chain';
import { CLOCK_START } from '@shared/operation/clock';
import { canonicalJson } from '@shared/operation/json';
import { stamp, type Head } from '@shared/sync/stamp';
import { sha256 } from '../../support/replica';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(6);
const replica = newId();
const actor = newId();
const start: Head = { replica, seq: 0, hash: CHAIN_START, clock: CLOCK_START };
const context = () => {
  let salts = 0;
  const newSalt = () => `salt of sixteen ${(salts += 1)}`;
  return { actor, wallMs: Date.UTC(2023, 1, 7), sha256, newSalt };
};

describe('stamping', () => {
  const drafts = sampleDrafts(newId);
  const { operations, head } = stamp(start, drafts, context());
  const made = operations.map(({ operation }) => operation);

  it('numbers without a gap and chains', () => {
    expect(made.map(({ seq }) => seq)).toEqual(drafts.map((_, index) => index + 1));
    expect(verifyChain(made, sha256)).toEqual([]);
    expect(operations.map(({ hash }) => hash)).toEqual(made.map((o) => linkHash(o, sha256)));
    expect(head).toMatchObject({ replica, seq: drafts.length, hash: operations.at(-1)?.hash });
  });

  it('stamps rise, and every operation names its actor', () => {
    const stamps = made.map(({ at }) => at);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(stamps.toSorted()).toEqual(stamps);
    expect(new Set(made.map((operation) => operation.actor))).toEqual(new Set([actor]));
  });

  it('keeps what was decided and seals what is personal, each with its own salt', () => {
    for (const [index, draft] of drafts.entries()) {
      const { personal, ...open } = draft;
      expect(made[index]).toMatchObject(open);
      const text = personal === null ? undefined : canonicalJson(personal);
      expect(made[index]?.sealed?.text).toBe(text);
    }
    const salts = made.flatMap(({ sealed }) => (sealed === null ? [] : [sealed.salt]));
    expect(new Set(salts).size).toBe(salts.length);
  });

  it('in two acts gives the same as in one', () => {
    const shared = context();
    const one = stamp(start, drafts.slice(0, 5), shared);
    const two = stamp(one.head, drafts.slice(5), shared);
    expect([...one.operations, ...two.operations]).toEqual(operations);
    expect(two.head).toEqual(head);
  });

  it('of nothing changes nothing', () => {
    expect(stamp(start, [], context())).toEqual({ head: start, operations: [] });
  });
});
