import { describe, expect, it } from 'vitest';
import { CHAIN_START, linkHash, linkText, sealDigest, verifyChain } from '@shared/journal/chain';
import { canonicalJson } from '@shared/operation/json';
import type { Operation } from '@shared/operation/operation';
import { Replica, sha256 } from '../../support/replica';
import { sampleDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';

const newId = seededIds(3);
const replica = newId();
const chain = new Replica(replica, () => Date.UTC(2023, 1, 7)).commit(sampleDrafts(newId));
const sealed = chain.findIndex((operation) => operation.sealed !== null);

const verify = (operations: readonly Operation[]) => verifyChain(operations, sha256);
const replaced = (index: number, change: Partial<Operation>) =>
  chain.map((operation, i) => (i === index ? { ...operation, ...change } : operation));

describe('the chain', () => {
  it('begins at the start and verifies', () => {
    expect(chain[0]?.prev).toBe(CHAIN_START);
    expect(verify(chain)).toEqual([]);
  });

  it('covers the canonical JSON of the envelope, without what was sealed', () => {
    const odd = { ...(chain[0] as Operation), type: 'a "quoted"\n type', over: [newId(), newId()] };
    const bare = { ...odd, meeting: null, sealed: null, blobs: ['a'.repeat(64)], subjects: [] };
    for (const operation of [...chain, odd, bare]) {
      const { sealed, ...open } = operation;
      const covered = { ...open, digest: sealed?.digest ?? null };
      expect(linkText(operation)).toBe(canonicalJson(covered));
    }
  });

  it('verifies in pieces', () => {
    const middle = chain[9] as Operation;
    const after = { seq: middle.seq, hash: linkHash(middle, sha256) };
    expect(verifyChain(chain.slice(10), sha256, after)).toEqual([]);
    const broken = { ...after, hash: CHAIN_START };
    expect(verifyChain(chain.slice(10), sha256, broken)).toEqual([
      { kind: 'altered', replica, seq: 11, id: chain[10]?.id },
    ]);
    expect(verifyChain(chain.slice(10), sha256, { ...broken, id: middle.id })).toEqual([
      { kind: 'altered', replica, seq: 10, id: middle.id },
    ]);
  });

  it('verifies when personal values were forgotten', () => {
    const forgotten = chain.map((operation): Operation => {
      if (operation.sealed === null) return operation;
      return { ...operation, sealed: { digest: operation.sealed.digest, salt: null, text: null } };
    });
    expect(verify(forgotten)).toEqual([]);
  });

  it.each<[string, Partial<Operation>]>([
    ['the body', { body: {} }],
    ['the actor', { actor: newId() }],
    ['the stamp', { at: '2022-01-01T00:00:00.000Z-0000-00000000' }],
    ['what it replaces', { over: [newId()] }],
    ['the subjects', { subjects: [] }],
    ['the blobs', { blobs: ['b'.repeat(64)] }],
    ['the meeting', { meeting: newId() }],
    ['the type', { type: 'person.changed' }],
    ['the version', { v: 2 }],
    ['the id', { id: newId() }],
  ])('names the operation of which %s was altered', (_what, change) => {
    expect(verify(replaced(4, change))).toEqual([
      { kind: 'altered', replica, seq: 5, id: change.id ?? chain[4]?.id },
    ]);
  });

  it('finds personal values that were exchanged', () => {
    const { digest, salt } = (chain[sealed] as Operation).sealed as {
      digest: string;
      salt: string;
    };
    const forged = replaced(sealed, { sealed: { digest, salt, text: '{"set":{}}' } });
    expect(verify(forged)).toEqual([
      { kind: 'seal', replica, seq: sealed + 1, id: chain[sealed]?.id },
    ]);
  });

  it('finds a digest that was exchanged together with its text', () => {
    const { salt } = (chain[sealed] as Operation).sealed as { salt: string };
    const text = '{"set":{}}';
    const digest = sealDigest(salt, text, sha256);
    expect(verify(replaced(sealed, { sealed: { digest, salt, text } }))).toEqual([
      { kind: 'altered', replica, seq: sealed + 1, id: chain[sealed]?.id },
    ]);
  });

  it('finds what is missing, and what changed places', () => {
    expect(verify(chain.toSpliced(3, 2))).toEqual([{ kind: 'gap', replica, seq: 4 }]);
    const [a, b] = [chain[3] as Operation, chain[4] as Operation];
    const kinds = verify(chain.toSpliced(3, 2, b, a)).map(({ kind, seq }) => `${kind} ${seq}`);
    expect(kinds).toEqual(['gap 4', 'gap 6', 'gap 5']);
  });
});
