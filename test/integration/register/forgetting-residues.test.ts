import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '@shared/domain/sample/chance';
import type { Draft } from '@shared/operation/operation';
import { forgetDraft } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { backupCurrent, commit, freshSeed, open, places, rounds } from './support/folders';
import { erasedEverywhere, filesWith, someone, type Someone } from './support/people';

const SEED = freshSeed();
const PEOPLE = 600;
const AT_ONCE = 30;

/** The note of a draft made longer: pages of SQLite fill up unevenly. */
function padded(draft: Draft, characters: number): Draft {
  const note = draft.personal?.['note'];
  if (typeof note !== 'string') return draft;
  return { ...draft, personal: { ...draft.personal, note: note + 'x'.repeat(characters) } };
}

describe('what SQLite moves when values are deleted', () => {
  it(`is nowhere when it is deleted itself (seed ${SEED})`, async () => {
    const chance = chanceOf(SEED);
    const newId = seededIds(SEED);
    const at = places();
    const register = open(at);
    const people = Array.from({ length: rounds(PEOPLE) }, () => someone(newId));
    commit(
      register,
      people.flatMap((person) => person.drafts().map((draft) => padded(draft, chance.below(900)))),
    );
    const order = chance.shuffled(people);
    const gone: Someone[] = [];
    while (gone.length < order.length) {
      const next = order.slice(gone.length, gone.length + AT_ONCE);
      gone.push(...next);
      commit(
        register,
        next.map(({ id }) => forgetDraft(newId, id)),
      );
      await erasedEverywhere(register);
      expect(
        filesWith(
          at.root,
          gone.flatMap(({ words }) => words.slice(3)),
        ),
      ).toEqual([]);
    }
    expect((await register.verify()).faults).toEqual([]);
  });
});

/** A login whose name nobody could place, and later somebody's decision whose it is. */
function loginDrafts(newId: () => string, of: Someone, others: readonly string[] = []) {
  const id = newId();
  const [name = '', , email = ''] = of.words;
  const open = { v: 1, meeting: null, over: [], blobs: [] };
  const recorded: Draft = {
    ...{ ...open, id: newId(), type: 'login.recorded', subjects: [id] },
    body: { id, set: { link: null } },
    personal: { set: { name, email } },
  };
  const persons = [of.id, ...others];
  const linked: Draft = {
    ...{ ...open, id: newId(), type: 'login.linked', subjects: [id, ...persons] },
    body: { id, set: { link: { kind: 'persons', persons, by: 'hand' } } },
    personal: null,
  };
  return { id, recorded, linked };
}

describe('a login that was linked to somebody after it was recorded', () => {
  const newId = seededIds(67);

  it('is forgotten with them, in whatever order this becomes known', async () => {
    const gone = someone(newId);
    const login = loginDrafts(newId, gone, [newId()]);
    const source = open(places());
    const made = commit(source, [login.recorded, login.linked, forgetDraft(newId, gone.id)]);
    // As another desk has them that has heard nothing of the forgetting.
    const whole = open(places());
    commit(whole, [login.recorded, login.linked]);
    const [recorded, linked] = whole.read(0, 10).operations.map(({ operation }) => operation);
    const forgotten = made.at(-1)?.operation;
    for (const order of permutations([recorded, linked, forgotten])) {
      const at = places();
      const register = open(at);
      for (const operation of order) register.merge([operation]);
      const texts = register.read(0, 10).operations.map(({ operation }) => operation.sealed?.text);
      expect(texts.filter((text) => text != null)).toEqual([]);
      await erasedEverywhere(register);
      expect(filesWith(at.root, gone.words)).toEqual([]);
      expect(register.erasure([gone.id])).toMatchObject({ named: 3, erased: 1 });
      expect(register.commit([{ ...login.recorded, id: newId() }])).toMatchObject({
        reason: 'forgotten',
      });
      expect((await register.verify()).faults).toEqual([]);
      const { epoch } = register.status();
      register.close();
      const again = open(at);
      expect(again.status()).toMatchObject({ epoch, recovery: null });
      expect(again.merge([recorded])).toMatchObject({ added: 0 });
    }
  });

  it('raises the epoch when it was handed out before', () => {
    const register = open(places());
    const gone = someone(newId);
    const login = loginDrafts(newId, gone);
    commit(register, [login.recorded]);
    commit(register, [forgetDraft(newId, gone.id)]);
    expect(register.status().epoch).toBe(0);
    commit(register, [login.linked]);
    expect(register.status().epoch).toBe(1);
  });

  it('takes nobody else with it', () => {
    const register = open(places());
    const [gone, other] = [someone(newId), someone(newId)];
    const login = loginDrafts(newId, gone, [other.id]);
    commit(register, [...other.drafts(), login.recorded, login.linked]);
    commit(register, [forgetDraft(newId, gone.id)]);
    const kept = register.history(other.id).operations;
    expect(kept.flatMap(({ operation }) => operation.sealed?.text ?? [])).toHaveLength(2);
    commit(register, other.drafts());
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, at) =>
    permutations(list.filter((_, index) => index !== at)).map((rest) => [first, ...rest]),
  );
}

describe('a backup at a place that is not written to any more', () => {
  const newId = seededIds(68);

  it('goes when somebody is forgotten, that of another register stays', async () => {
    const at = places();
    const gone = someone(newId);
    const others = places();
    const other = open(others);
    commit(other, someone(newId).drafts());
    await backupCurrent(other);
    const register = open(at);
    commit(register, gone.drafts());
    await backupCurrent(register);
    register.close();
    const elsewhere = join(at.root, 'elsewhere');
    const aside = join(at.backupFolder, 'register-00000000-20230101T000000000.backup');
    fs.copyFileSync(others.backup, aside);

    const moved = open({ ...at, backupFolder: elsewhere }, { formerBackup: at.backupFolder });
    await backupCurrent(moved);
    expect(fs.existsSync(at.backup)).toBe(true);
    commit(moved, [forgetDraft(newId, gone.id)]);
    await erasedEverywhere(moved);
    expect(filesWith(at.root, gone.words)).toEqual([]);
    expect(fs.readdirSync(at.backupFolder)).toEqual([basename(aside)]);
  });
});
