import type { Meta } from './meta';
import type { Statements } from './statements';

/** What turns a register of the version before into this one. */
const STEPS: readonly ((sql: Statements, meta: Meta) => void)[] = [
  (sql, meta) => {
    sql.run('ALTER TABLE replicas ADD COLUMN key BLOB');
    sql.run(
      'CREATE TABLE forgotten (person TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    );
    sql.run(
      'CREATE INDEX operations_ruling ON operations (type) ' +
        "WHERE type IN ('operator.granted', 'person.forgotten')",
    );
    sql.run("CREATE INDEX operations_attached ON operations (n) WHERE blobs <> '[]'");
    meta.set('epoch', 0);
    meta.set('erasing', false);
    meta.set('signing', null);
  },
];

/**
 * Brings a register of an older version up to date, in one transaction: after a crash it is the old
 * one or the new one. What it says is not touched.
 */
export function upgradeSchema(sql: Statements, meta: Meta, from: number): void {
  const steps = STEPS.slice(from - 1);
  if (steps.length === 0) return;
  sql.transaction(() => {
    for (const step of steps) step(sql, meta);
    sql.run(`PRAGMA user_version = ${from + steps.length}`);
  });
}
