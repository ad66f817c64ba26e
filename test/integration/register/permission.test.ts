import { describe, expect, it } from 'vitest';
import type { Register } from '@electron/register/register';
import { arrivalDraft, grantDraft, personDrafts } from '../../support/sample-drafts';
import { seededIds } from '../../support/seeded';
import { checkIns, commit, NOON, open, places, type Places } from './support/folders';

const newId = seededIds(62);
const [chief, clerk, guest] = [newId(), newId(), newId()];
/** What no role but the coordinator's includes. */
const programme = () => ({
  ...{ ...arrivalDraft(newId), type: 'programme.created', meeting: null, subjects: [] },
  body: { id: newId(), set: { names: { en: 'Test programme' }, synthetic: true } },
});

let wall = NOON;

/** A register at which operators take turns; all have one clock. */
function desk(at: Places = places()) {
  let actor = chief;
  const register = open(at, { actor: () => actor, now: () => (wall += 10) });
  return { at, register, signIn: (operator: string) => (actor = operator) };
}

/** Ordinals of operations that do not hold. */
const voidIn = (register: Register) =>
  register.read(0, 1000).operations.flatMap((one) => (one.void === true ? [one.n] : []));

const iso = (ms: number) => new Date(ms).toISOString();

describe('a commit', () => {
  it('is refused as a whole when the role does not include it', () => {
    const { register, signIn } = desk();
    commit(register, [
      grantDraft(newId, chief, 'coordinator'),
      grantDraft(newId, clerk, 'registration'),
    ]);
    signIn(clerk);
    checkIns(register, 1, newId);
    const refusal = { ok: false, reason: 'not-permitted' };
    expect(register.commit([programme()])).toMatchObject(refusal);
    expect(register.commit([arrivalDraft(newId), programme()])).toMatchObject(refusal);
    expect(register.commit([grantDraft(newId, clerk, 'coordinator')])).toMatchObject(refusal);
    signIn(guest);
    expect(register.commit([arrivalDraft(newId)])).toMatchObject(refusal);
    expect(register.status()).toMatchObject({ operations: 3, epoch: 0 });
    expect(voidIn(register)).toEqual([]);
  });

  it('is judged with the grants that it brings', () => {
    const { register } = desk();
    const both = [grantDraft(newId, chief, 'coordinator'), programme()];
    expect(commit(register, both)).toHaveLength(2);
    expect(register.commit([grantDraft(newId, chief, null)])).toMatchObject({
      reason: 'not-permitted',
    });
  });

  it('of a grant that introduces no roles is refused', () => {
    const { register } = desk();
    for (const grant of [
      grantDraft(newId, clerk, 'coordinator'),
      grantDraft(newId, chief, 'registration'),
    ]) {
      expect(register.commit([grant])).toMatchObject({ ok: false, reason: 'not-permitted' });
    }
    commit(register, [programme()]);
  });

  it('that was made before is the same command, whatever came since', () => {
    const { register, signIn } = desk();
    signIn(clerk);
    const drafts = [programme()];
    const made = commit(register, drafts);
    signIn(chief);
    commit(register, [grantDraft(newId, chief, 'coordinator')]);
    signIn(clerk);
    expect(commit(register, drafts)).toEqual(made);
    expect(register.commit([programme()])).toMatchObject({ reason: 'not-permitted' });
  });

  it('stays refused after a restart', () => {
    const { at, register } = desk();
    commit(register, [grantDraft(newId, chief, 'coordinator')]);
    register.close();
    const again = desk(at);
    again.signIn(guest);
    expect(again.register.commit([programme()])).toMatchObject({ reason: 'not-permitted' });
    again.signIn(chief);
    commit(again.register, [programme()]);
  });
});

describe('a grant', () => {
  it('revoked while apart makes what was done since change nothing, wherever it arrives', () => {
    const [hub, apart] = [desk(), desk()];
    commit(hub.register, [
      grantDraft(newId, chief, 'coordinator'),
      grantDraft(newId, clerk, 'registration'),
    ]);
    apart.register.merge(hub.register.difference({}));
    apart.signIn(clerk);
    const before = checkIns(apart.register, 2, newId);
    hub.register.merge(apart.register.difference(hub.register.vector()));
    commit(hub.register, [grantDraft(newId, clerk, null)]);
    const later = checkIns(apart.register, 9, newId);

    const heard: [number, number][] = [];
    apart.register.onCommitted((...told) => heard.push(told));
    apart.register.merge(hub.register.difference(apart.register.vector()));
    expect(heard).toEqual([[14, 1]]);
    hub.register.merge(apart.register.difference(hub.register.vector()));
    for (const { register } of [hub, apart]) {
      const { operations } = register.read(0, 100);
      const held = operations.filter((one) => one.void !== true).map((one) => one.operation.id);
      for (const { id } of before) expect(held).toContain(id);
      for (const { id } of later) expect(held).not.toContain(id);
      expect(register.history(later.at(-1)!.body['person'] as string).operations).toMatchObject([
        { void: true },
      ]);
    }
    // What came to the hub after the grant was taken back was never anything else there.
    expect(hub.register.status().epoch).toBe(0);
    expect(apart.register.commit([arrivalDraft(newId)])).toMatchObject({ reason: 'not-permitted' });
    expect(apart.register.difference({})).toHaveLength(14);
  });

  it('that comes late lets count what did not', () => {
    const [hub, apart] = [desk(), desk()];
    commit(hub.register, [grantDraft(newId, chief, 'coordinator')]);
    apart.signIn(guest);
    checkIns(apart.register, 5, newId);
    hub.register.merge(apart.register.difference({}));
    expect(voidIn(hub.register)).toEqual([2, 3, 4, 5, 6]);
    commit(hub.register, [grantDraft(newId, guest, 'registration', iso(NOON - 1000))]);
    expect(voidIn(hub.register)).toEqual([]);
    expect(hub.register.status().epoch).toBe(1);
  });

  it('that changes nothing of what is here raises no epoch', () => {
    const { register } = desk();
    checkIns(register, 3, newId);
    commit(register, [grantDraft(newId, chief, 'coordinator')]);
    checkIns(register, 3, newId);
    commit(register, [grantDraft(newId, clerk, 'registration')]);
    commit(register, [grantDraft(newId, clerk, 'rapporteur', iso(NOON - 1000))]);
    expect(register.status().epoch).toBe(0);
    expect(voidIn(register)).toEqual([]);
  });

  it('that was given earlier elsewhere takes the place of the first, with all that follows', () => {
    const [hub, other] = [desk(), desk()];
    commit(other.register, [grantDraft(newId, chief, 'coordinator')]);
    checkIns(hub.register, 5, newId);
    hub.signIn(clerk);
    commit(hub.register, [grantDraft(newId, clerk, 'coordinator')]);
    commit(hub.register, [programme(), ...personDrafts(newId)]);
    expect(voidIn(hub.register)).toEqual([]);
    hub.register.merge(other.register.difference({}));
    expect(voidIn(hub.register)).toEqual([6, 7, 8, 9]);
    expect(hub.register.status().epoch).toBe(1);
    other.register.merge(hub.register.difference({}));
    expect(voidIn(other.register)).toHaveLength(4);
    expect(other.register.status().epoch).toBe(0);
  });
});
