import { v7 } from 'uuid';
import { writeSync } from 'node:fs';
import { openRegister } from '@electron/register/register';
import { arrivalDraft } from '../../../support/sample-drafts';

/**
 * A program of its own that checks in as fast as it can and says so, line by line, after each
 * acknowledgement. It is killed in the middle, or stops after the number of commits it is given.
 */
const [folder = '', backupFolder = '', commits = '1000000'] = process.argv.slice(2);
const actor = v7();
const register = openRegister({
  ...{ folder, backupFolder, actor: () => actor, now: Date.now, machine: 'machine-1' },
});

function storm(left: number): void {
  if (left === 0) return;
  const draft = arrivalDraft(v7);
  const answer = register.commit([draft]);
  if (!answer.ok) throw new Error(answer.detail);
  for (const { operation } of answer.operations) {
    writeSync(1, `acknowledged ${operation.id} ${operation.replica} ${operation.seq}\n`);
  }
  setImmediate(storm, left - 1);
}
storm(Number(commits));
