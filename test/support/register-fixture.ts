import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRegister } from '@electron/register/register';
import type { Operation } from '@shared/operation/operation';
import { Replica } from './replica';
import { arrivalDraft, forgetDraft, grantDraft, personDrafts, sampleDrafts } from './sample-drafts';
import { seededIds } from './seeded';

const NOON = Date.UTC(2023, 1, 7, 12);

/**
 * Writes a small register as this version writes it: every type of operation, several commits, what
 * another desk sent with a gap in its numbers, values that were forgotten, a grant, what did not hold
 * because of it, and a type that nobody knows yet. `facts.json` says what must be read from it for
 * ever.
 */
export async function writeRegisterFixture(folder: string): Promise<void> {
  const newId = seededIds(2023);
  const actor = newId();
  let wall = NOON;
  const register = openRegister({
    ...{ folder, backupFolder: folder, actor: () => actor, machine: 'the fixture' },
    now: () => (wall += 1000),
  });
  register.commit(sampleDrafts(newId));
  register.commit([arrivalDraft(newId), ...personDrafts(newId)]);
  const other = new Replica(newId(), () => NOON);
  other.commit([arrivalDraft(newId), arrivalDraft(newId), ...personDrafts(newId)]);
  other.commit([{ ...arrivalDraft(newId), type: 'badge.printed', v: 3 }]);
  register.merge(
    other
      .operations()
      .map(forgotten)
      .filter(({ seq }) => seq !== 2),
  );
  const gone = newId();
  register.commit(personDrafts(newId, gone));
  register.commit([grantDraft(newId, actor, 'coordinator')]);
  register.commit([forgetDraft(newId, gone)]);
  const guest = new Replica(newId(), () => wall + 60_000);
  guest.commit([arrivalDraft(newId), forgetDraft(newId, newId())]);
  register.merge(guest.operations());
  while (register.erasure([]).backup === 'pending' || register.status().backup.state === 'behind') {
    await new Promise((resolve) => void setImmediate(resolve));
  }
  const stamped = register.read(0, 1000).operations;
  const operations = stamped.map(({ operation }) => operation);
  const facts = {
    ...{ life: register.status().life, vector: register.vector(), operations },
    void: stamped.flatMap((one) => (one.void === true ? [one.operation.id] : [])),
  };
  writeFileSync(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 1)}\n`);
  register.close();
}

function forgotten(operation: Operation): Operation {
  if (operation.sealed === null || operation.type !== 'person.changed') return operation;
  return { ...operation, sealed: { digest: operation.sealed.digest, salt: null, text: null } };
}
