import * as fs from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '@shared/journal/chain';
import type { Stamped } from '@shared/operation/operation';
import { sha256 } from '../../support/replica';
import { arrivalDraft, forgetDraft, grantDraft } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { allOf, backupCurrent, commit, NOON, open, places } from './support/folders';
import { erasedEverywhere, filesWith, someone } from './support/people';

const newId = seededIds(61);

/** Personal values that operations still have. */
const textsOf = (operations: readonly Stamped[]) =>
  operations.flatMap(({ operation }) => operation.sealed?.text ?? []);

describe('forgetting somebody', () => {
  it('erases every value, keeps the chain, and tells who follows', async () => {
    const at = places();
    const register = open(at);
    const [gone, kept] = [someone(newId), someone(newId)];
    commit(register, gone.drafts());
    commit(register, [arrivalDraft(newId, gone.id), ...kept.drafts()]);
    await backupCurrent(register);
    expect(filesWith(at.root, gone.words).length).toBeGreaterThan(1);
    const heard: [number, number][] = [];
    register.onCommitted((...told) => heard.push(told));
    const before = allOf(register);

    commit(register, [forgetDraft(newId, gone.id)]);
    expect(heard).toEqual([[6, 1]]);
    expect(register.status().epoch).toBe(1);
    const { operations } = register.history(gone.id);
    expect(operations).toHaveLength(4);
    expect(textsOf(operations)).toEqual([]);
    expect(operations[0]?.operation.sealed).toEqual({
      ...{ digest: before[0]?.sealed?.digest, salt: null, text: null },
    });
    expect(textsOf(register.history(kept.id).operations)).toHaveLength(2);
    expect(verifyChain(allOf(register), sha256)).toEqual([]);
    await erasedEverywhere(register);
    expect(filesWith(at.root, gone.words)).toEqual([]);
    expect(filesWith(at.root, kept.words).length).toBeGreaterThan(1);
    expect(await register.verify()).toMatchObject({ faults: [], backup: 'sound' });
    expect(register.erasure([gone.id, kept.id])).toEqual({
      ...{ named: 4, erased: 2, attachments: 0, backup: 'rewritten' },
    });
    register.close();
    expect(filesWith(at.root, gone.words)).toEqual([]);
    const again = open(at);
    await backupCurrent(again);
    expect(again.status()).toMatchObject({ epoch: 1, recovery: null });
    expect(again.erasure([gone.id])).toMatchObject({ erased: 2, backup: 'rewritten' });
    expect(filesWith(at.root, gone.words)).toEqual([]);
  });

  it('takes no personal word about them any more, and everything else', () => {
    const register = open(places());
    const gone = someone(newId);
    const recorded = gone.drafts();
    const made = commit(register, recorded);
    commit(register, [forgetDraft(newId, gone.id)]);
    expect(register.commit(gone.drafts())).toMatchObject({ ok: false, reason: 'forgotten' });
    const act = [arrivalDraft(newId), ...gone.drafts()];
    expect(register.commit(act)).toMatchObject({ ok: false, reason: 'forgotten' });
    expect(register.status().operations).toBe(3);
    commit(register, [arrivalDraft(newId, gone.id)]);
    // A command that is repeated after its answer was lost is the same command.
    const repeated = commit(register, recorded);
    expect(repeated.map(({ n }) => n)).toEqual(made.map(({ n }) => n));
    expect(textsOf(repeated)).toEqual([]);
  });

  it('within the act that records them leaves nothing, either', async () => {
    const at = places();
    const register = open(at);
    const gone = someone(newId);
    const made = commit(register, [forgetDraft(newId, gone.id), ...gone.drafts()]);
    expect(textsOf(made)).toEqual([]);
    expect(textsOf(register.read(0, 10).operations)).toEqual([]);
    await erasedEverywhere(register);
    expect(filesWith(at.root, gone.words)).toEqual([]);
    expect((await register.verify()).faults).toEqual([]);
  });

  it('twice, or somebody unknown, changes nothing that was handed out', () => {
    const register = open(places());
    const gone = someone(newId);
    commit(register, [forgetDraft(newId, gone.id)]);
    expect(register.status().epoch).toBe(0);
    commit(register, [forgetDraft(newId, gone.id)]);
    expect(register.status().epoch).toBe(0);
    expect(register.erasure([gone.id])).toMatchObject({ named: 2, erased: 0 });
    expect(register.erasure([newId()])).toMatchObject({ named: 0, erased: 0, attachments: 0 });
  });

  it('gives the attachments that nobody else needs', async () => {
    const at = places();
    const removed: string[][] = [];
    const onForgotten = (hashes: string[]) => void removed.push(hashes);
    const register = open(at, { onForgotten });
    const [gone, kept] = [someone(newId), someone(newId)];
    const [letter, shared, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
    const attached = (person: string, blobs: (string | undefined)[]) => ({
      ...arrivalDraft(newId, person),
      blobs: blobs.map(String),
    });
    commit(register, [attached(gone.id, [letter, shared]), attached(kept.id, [shared, other])]);
    commit(register, [forgetDraft(newId, gone.id)]);
    await erasedEverywhere(register);
    expect(removed).toEqual([[letter]]);
    expect(register.erasure([gone.id])).toMatchObject({ named: 2, attachments: 1 });
    commit(register, [forgetDraft(newId, kept.id)]);
    await erasedEverywhere(register);
    expect(removed.at(-1)?.sort()).toEqual([letter, shared, other]);
    expect(register.erasure([kept.id])).toMatchObject({ attachments: 2 });
    register.close();
    removed.length = 0;
    open(at, { onForgotten });
    await new Promise((resolve) => void setImmediate(resolve));
    expect(removed).toEqual([]);
  });

  it('asks again for what the host could not remove, at the next start', async () => {
    const at = places();
    const logged: string[] = [];
    const log = (message: string) => void logged.push(message);
    const onForgotten = () => Promise.reject(new Error('the disk is gone'));
    const register = open(at, { onForgotten, log });
    const gone = someone(newId);
    commit(register, [{ ...arrivalDraft(newId, gone.id), blobs: ['d'.repeat(64)] }]);
    commit(register, [forgetDraft(newId, gone.id)]);
    await backupCurrent(register);
    expect(logged.join()).toContain('forgetting: ');
    register.close();
    const asked: string[][] = [];
    const again = open(at, { onForgotten: (hashes) => void asked.push(hashes) });
    await erasedEverywhere(again);
    await backupCurrent(again);
    expect(asked).toEqual([['d'.repeat(64)]]);
  });
});

describe('a desk that does not know yet that somebody was forgotten', () => {
  it('after a year in a drawer brings no value back, and forgets as well', async () => {
    const [here, drawer] = [places(), places()];
    const [a, b] = [open(here), open(drawer)];
    const gone = someone(newId);
    commit(a, gone.drafts());
    b.merge(a.difference(b.vector()));
    commit(a, [forgetDraft(newId, gone.id)]);
    const [, late] = gone.drafts();
    commit(b, [{ ...late!, over: [] }]);
    await backupCurrent(b);
    expect(filesWith(drawer.root, gone.words).length).toBeGreaterThan(1);

    expect(a.merge(b.difference(a.vector()))).toMatchObject({ ok: true, added: 1, faults: [] });
    expect(textsOf(a.history(gone.id).operations)).toEqual([]);
    expect(b.merge(a.difference(b.vector()))).toMatchObject({ ok: true, added: 1, faults: [] });
    expect(textsOf(b.history(gone.id).operations)).toEqual([]);
    expect(b.status().epoch).toBe(1);
    for (const [register, { root }] of [
      [a, here],
      [b, drawer],
    ] as const) {
      await erasedEverywhere(register);
      expect(filesWith(root, gone.words)).toEqual([]);
      expect((await register.verify()).faults).toEqual([]);
    }
  });

  it.each([
    ['the forgetting first', [2, 0, 1]],
    ['the forgetting last', [0, 1, 2]],
    ['the forgetting between', [0, 2, 1]],
  ])('sends in any order: %s, one by one or at once', async (_what, order) => {
    const source = open(places());
    const gone = someone(newId);
    const made = commit(source, gone.drafts());
    const [forget] = commit(open(places()), [forgetDraft(newId, gone.id)]);
    const sent = [...made, forget!].map(({ operation }) => operation);
    const arriving = order.map((index) => sent[index]!);
    for (const portions of [[arriving], arriving.map((one) => [one])]) {
      const at = places();
      const register = open(at);
      for (const portion of portions) expect(register.merge(portion)).toMatchObject({ faults: [] });
      expect(textsOf(register.read(0, 10).operations)).toEqual([]);
      await erasedEverywhere(register);
      expect(filesWith(at.root, gone.words)).toEqual([]);
    }
  });

  it('restored from an old backup, forgets what it brought back as soon as it hears of it', async () => {
    const [here, there] = [places(), places()];
    const [a, peer] = [open(here), open(there)];
    const gone = someone(newId);
    commit(a, gone.drafts());
    await backupCurrent(a);
    const old = fs.readFileSync(here.backup);
    commit(a, [forgetDraft(newId, gone.id)]);
    peer.merge(a.difference({}));
    a.close();
    fs.rmSync(here.root, { recursive: true });
    fs.mkdirSync(here.backupFolder, { recursive: true });
    fs.writeFileSync(here.backup, old);
    const restored = open(here);
    expect(textsOf(restored.read(0, 10).operations)).toHaveLength(2);
    restored.merge(peer.difference(restored.vector()));
    await erasedEverywhere(restored);
    expect(textsOf(restored.read(0, 10).operations)).toEqual([]);
    expect(filesWith(here.root, gone.words)).toEqual([]);
  });

  it('an old backup that is put in the place of the new one is not believed', async () => {
    const at = places();
    const register = open(at);
    const gone = someone(newId);
    commit(register, gone.drafts());
    await backupCurrent(register);
    const old = fs.readFileSync(at.backup);
    commit(register, [forgetDraft(newId, gone.id)]);
    await erasedEverywhere(register);
    register.close();
    fs.writeFileSync(at.backup, old);
    const again = open(at);
    expect(textsOf(again.read(0, 10).operations)).toEqual([]);
    await backupCurrent(again);
    await erasedEverywhere(again);
    expect(filesWith(at.root, gone.words)).toEqual([]);
  });

  it('damaged afterwards, keeps no damaged file with the values', async () => {
    const at = places();
    const register = open(at);
    const [gone, kept] = [someone(newId), someone(newId)];
    commit(register, [...gone.drafts(), ...kept.drafts()]);
    await backupCurrent(register);
    register.close();
    // An old copy of everything, damaged: the backup alone knows of the forgetting.
    const copy = fs.readFileSync(at.database);
    const later = open(at);
    commit(later, [forgetDraft(newId, gone.id)]);
    await erasedEverywhere(later);
    later.close();
    copy.fill(0xff, 4096, 4600);
    fs.writeFileSync(at.database, copy);
    const rebuilt = open(at);
    expect(rebuilt.status().recovery).toMatchObject({ kind: 'restored-from-backup' });
    await erasedEverywhere(rebuilt);
    expect(textsOf(rebuilt.history(gone.id).operations)).toEqual([]);
    expect(textsOf(rebuilt.history(kept.id).operations)).toHaveLength(2);
    expect(filesWith(at.root, gone.words)).toEqual([]);
  });
});

describe('a register that is damaged after it has erased', () => {
  it('keeps the damaged file, which has no values any more', async () => {
    const at = places();
    const register = open(at);
    const gone = someone(newId);
    commit(register, gone.drafts());
    commit(register, [forgetDraft(newId, gone.id)]);
    await backupCurrent(register);
    await erasedEverywhere(register);
    register.close();
    const db = new DatabaseSync(at.database);
    db.exec('UPDATE operations SET actor = id WHERE n = 2');
    db.close();
    const rebuilt = open(at);
    expect(rebuilt.read(0, 10).operations).toHaveLength(3);
    await erasedEverywhere(rebuilt);
    expect(rebuilt.status().recovery).toMatchObject({ kind: 'restored-from-backup' });
    expect(fs.readdirSync(at.folder).filter((name) => /^damaged-/.test(name))).toHaveLength(1);
    expect(filesWith(at.root, gone.words)).toEqual([]);
    expect(rebuilt.commit(gone.drafts())).toMatchObject({ reason: 'forgotten' });
  });
});

describe('an operation that forgets and is not permitted', () => {
  it('erases nothing until a grant that makes it count arrives', async () => {
    const at = places();
    const [chief, clerk] = [newId(), newId()];
    let wall = NOON;
    const now = () => (wall += 10);
    const desk = open(places(), { actor: () => chief, now });
    const apart = open(places(), { actor: () => clerk, now });
    const register = open(at);
    const gone = someone(newId);
    commit(desk, [grantDraft(newId, chief, 'coordinator'), ...gone.drafts()]);
    commit(apart, [forgetDraft(newId, gone.id)]);
    register.merge(desk.difference({}));
    register.merge(apart.difference({}));
    expect(register.history(gone.id).operations.map((one) => one.void)).toEqual([
      ...[undefined, undefined, true],
    ]);
    expect(textsOf(register.history(gone.id).operations)).toHaveLength(2);
    expect(register.erasure([gone.id])).toMatchObject({ named: 0, erased: 0 });
    const { epoch } = register.status();

    commit(desk, [grantDraft(newId, clerk, 'coordinator', '2023-02-07T00:00:00Z')]);
    register.merge(desk.difference(register.vector()));
    expect(register.status().epoch).toBe(epoch + 1);
    expect(register.history(gone.id).operations.some((one) => one.void)).toBe(false);
    expect(textsOf(register.history(gone.id).operations)).toEqual([]);
    await erasedEverywhere(register);
    expect(filesWith(at.root, gone.words)).toEqual([]);

    // Nothing brings back what was erased: what erased it holds here, and so do the figures.
    commit(desk, [grantDraft(newId, clerk, null, '2023-02-07T00:00:00Z')]);
    register.merge(desk.difference(register.vector()));
    expect(register.history(gone.id).operations.some((one) => one.void)).toBe(false);
    // Another one about the same person, by the same operator, changes nothing.
    commit(apart, [forgetDraft(newId, gone.id)]);
    register.merge(apart.difference(register.vector()));
    expect(register.history(gone.id).operations.at(-1)?.void).toBe(true);
    expect(register.commit(gone.drafts())).toMatchObject({ ok: false });
    register.close();
    const again = open(at);
    expect(textsOf(again.history(gone.id).operations)).toEqual([]);
    expect(again.history(gone.id).operations.map((one) => one.void)).toEqual([
      ...[undefined, undefined, undefined, true],
    ]);
    expect((await again.verify()).faults).toEqual([]);
    expect(fs.existsSync(join(at.folder, 'rebuild.json'))).toBe(false);
  });
});
