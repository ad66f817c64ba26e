import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { v7 } from 'uuid';
import { openRegister } from '@electron/register/register';
import { forgetDraft } from '../../../support/sample-drafts';
import { someone } from '../support/people';

/**
 * A program of its own that records people and forgets every other one, and is killed at a certain
 * moment of the forgetting, or by whoever started it (moment `any`).
 */
const [folder = '', backupFolder = '', moment = ''] = process.argv.slice(2);
const actor = v7();
const register = openRegister({
  ...{ folder, backupFolder, actor: () => actor, now: Date.now, machine: 'machine-1' },
});

function say(line: string): void {
  fs.writeSync(1, `${line}\n`);
}

function act(drafts: Parameters<typeof register.commit>[0]): void {
  const answer = register.commit(drafts);
  if (!answer.ok) throw new Error(answer.detail);
}

function dieAt(statement: string): void {
  const run: unknown = Reflect.get(DatabaseSync.prototype, 'exec');
  DatabaseSync.prototype.exec = function (sql: string): void {
    if (sql.includes(statement)) process.kill(process.pid, 'SIGKILL');
    (run as (sql: string) => void).call(this, sql);
  };
}

function dieAtRenaming(): void {
  fs.renameSync = () => {
    process.kill(process.pid, 'SIGKILL');
  };
  syncBuiltinESMExports();
}

function arm(): void {
  if (moment === 'commit') dieAt('COMMIT');
  if (moment === 'checkpoint') dieAt('wal_checkpoint');
  if (moment === 'backup') dieAtRenaming();
}

function once(left: number): void {
  const [kept, gone] = [someone(v7), someone(v7)];
  act(kept.drafts());
  say(`kept ${JSON.stringify(kept.words)}`);
  act(gone.drafts());
  say(`gone ${JSON.stringify(gone.words)}`);
  if (left === 0) arm();
  act([forgetDraft(v7, gone.id)]);
  say(`forgotten ${JSON.stringify(gone.words)}`);
  setImmediate(once, left - 1);
}
setImmediate(once, moment === 'any' ? -1 : 3);
