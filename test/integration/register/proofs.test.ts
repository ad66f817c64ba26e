import { describe, expect, it } from 'vitest';
import type { CommitRecord } from '@electron/register/store';
import type { Operation } from '@shared/operation/operation';
import { arrivalDraft, personDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, checkIns, commit, open, places } from './support/folders';

const newId = seededIds(64);

describe('proofs', () => {
  it('go with the operations and are passed on by who did not sign', async () => {
    const [source, first, second] = [open(places()), open(places()), open(places())];
    commit(source, personDrafts(newId));
    commit(source, [arrivalDraft(newId), arrivalDraft(newId), arrivalDraft(newId)]);
    checkIns(source, 2, newId);
    const sent = source.difference({});
    const proofs = source.proofs(sent);
    const { life } = source.status();
    expect(Object.keys(proofs.keys)).toEqual([life]);
    expect(proofs.commits.map(({ first: from, last }) => [from, last])).toEqual([
      ...[
        [1, 2],
        [3, 5],
        [6, 6],
        [7, 7],
      ],
    ]);
    expect(first.merge(sent, proofs)).toEqual({ ok: true, added: 7, known: 0, faults: [] });
    expect(first.proofs(first.difference({}))).toEqual(proofs);
    const again = first.difference({});
    expect(second.merge(again, first.proofs(again))).toMatchObject({ added: 7, faults: [] });
    expect(second.proofs(sent)).toEqual(proofs);
    expect((await second.verify()).faults).toEqual([]);
  });

  it('cover a page that ends within a commit, and are taken when its end is here', () => {
    const [source, other] = [open(places()), open(places())];
    commit(source, [arrivalDraft(newId), arrivalDraft(newId), arrivalDraft(newId)]);
    const [one, two, three] = allOf(source) as [Operation, Operation, Operation];
    const early = source.proofs([one, two]);
    expect(early.commits).toMatchObject([{ first: 1, last: 3 }]);
    expect(other.merge([one, two], early)).toMatchObject({ added: 2, faults: [] });
    expect(other.proofs([one]).commits).toEqual([]);
    other.merge([three], source.proofs([three]));
    expect(other.proofs([one]).commits).toEqual(early.commits);
  });

  it('may be missing, and may come later', () => {
    const [source, other] = [open(places()), open(places())];
    const sent = checkIns(source, 2, newId);
    expect(other.merge(sent)).toMatchObject({ added: 2, faults: [] });
    expect(other.proofs(sent)).toEqual({ keys: {}, commits: [] });
    expect(other.merge(sent, source.proofs(sent))).toMatchObject({ known: 2, faults: [] });
    expect(other.proofs(sent)).toEqual(source.proofs(sent));
  });

  it('that are false are faults and are not kept', async () => {
    const [source, forger, other] = [open(places()), open(places()), open(places())];
    const sent = checkIns(source, 3, newId);
    const { life } = source.status();
    const { keys, commits } = source.proofs(sent);
    const [one, two, three] = commits as [CommitRecord, CommitRecord, CommitRecord];
    const { signature } = two;
    const false1 = { ...one, signature };
    const stretched = { ...three, first: 2 };
    const [{ id }] = sent as [Operation];
    const answer = other.merge(sent, { keys, commits: [false1, two, stretched] });
    expect(answer).toMatchObject({
      faults: [
        { kind: 'signature', id, replica: life, seq: 1 },
        { kind: 'signature', replica: life, seq: 3 },
      ],
    });
    expect(other.proofs(sent).commits).toEqual([two]);
    // The true ones may still come.
    expect(other.merge([], { keys, commits })).toMatchObject({ faults: [] });
    expect(other.proofs(sent)).toEqual({ keys, commits });

    const made = checkIns(forger, 1, newId);
    const foreign = Object.values(forger.proofs(made).keys)[0]!;
    const refused = other.merge([], { keys: { [life]: foreign, 'no replica': 'no key' }, commits });
    expect(refused).toMatchObject({
      faults: [
        { kind: 'key', replica: life },
        { kind: 'key', replica: 'no replica' },
      ],
    });
    expect(other.proofs(sent)).toEqual({ keys, commits });
    // Nobody else says with which key this register signs.
    const own = source.status().life;
    expect(source.merge([], { keys: { [own]: foreign }, commits: [] })).toMatchObject({
      faults: [{ kind: 'key', replica: own }],
    });
    expect((await other.verify()).faults).toEqual([]);
  });

  it('that are none at all are reported', () => {
    const register = open(places());
    const commits = [{ replica: 'x' }, null] as unknown as CommitRecord[];
    expect(register.merge([], { keys: {}, commits })).toMatchObject({
      faults: [
        { kind: 'malformed', index: 0 },
        { kind: 'malformed', index: 1 },
      ],
    });
  });
});
