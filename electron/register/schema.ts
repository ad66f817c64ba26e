import { DatabaseSync } from 'node:sqlite';
import { DamageError, UnavailableError } from './failures';

/** Written to `user_version`; raised with every change of the tables (see docs/adr/0002-register.md). */
export const SCHEMA_VERSION = 2;

/** `Rost` in ASCII: tells the file from any other SQLite database. */
const APPLICATION_ID = 0x526f7374;

/** What was sealed of each operation, if anything is left of it. */
export const SEALED_COLUMNS = `(
    n INTEGER PRIMARY KEY REFERENCES operations (n),
    secret BLOB NOT NULL
  ) STRICT`;

const TABLES = `
  CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE replicas (
    k INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key BLOB
  ) STRICT;

  CREATE TABLE operations (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    replica INTEGER NOT NULL REFERENCES replicas (k),
    seq INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    meeting TEXT,
    type TEXT NOT NULL,
    v INTEGER NOT NULL,
    "over" TEXT NOT NULL,
    subjects TEXT NOT NULL,
    blobs TEXT NOT NULL,
    body TEXT NOT NULL,
    digest BLOB,
    record TEXT,
    UNIQUE (replica, seq, claim)
  ) STRICT;
  CREATE INDEX operations_record ON operations (record) WHERE record IS NOT NULL;
  CREATE INDEX operations_ruling ON operations (type)
    WHERE type IN ('operator.granted', 'person.forgotten');
  CREATE INDEX operations_attached ON operations (n) WHERE blobs <> '[]';

  CREATE TABLE sealed ${SEALED_COLUMNS};

  CREATE TABLE subjects (
    person TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES operations (n),
    PRIMARY KEY (person, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE commits (
    n INTEGER PRIMARY KEY REFERENCES operations (n),
    replica INTEGER NOT NULL REFERENCES replicas (k),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    signature BLOB
  ) STRICT;

  CREATE TABLE forgotten (
    person TEXT PRIMARY KEY,
    n INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Opens the database as its only user. `durable: false` is for files that nobody relies on until
 * they are complete.
 *
 * @throws SQLite's errors; `UnavailableError` when another process holds the register
 */
export function connect(path: string, durable = true): DatabaseSync {
  // A second is time enough for a program that is just closing.
  const db = new DatabaseSync(path, { timeout: 1000, enableForeignKeyConstraints: true });
  try {
    // One process alone: two writers would hand out the same numbers.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON');
    // What is sorted on its way must not lie in a temporary file.
    db.exec('PRAGMA temp_store = MEMORY');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
    // macOS leaves data in the drive's cache otherwise; elsewhere without effect.
    db.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    db.exec('PRAGMA journal_size_limit = 16777216; PRAGMA cache_size = -16384');
    return db;
  } catch (error) {
    db.close();
    if (isLocked(error)) throw new UnavailableError('another process has the register open');
    throw error;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

export function createSchema(db: DatabaseSync): void {
  db.exec(TABLES);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
}

/**
 * Checks that the file is a register, of this version or an older one, and that its pages hang
 * together. Answers the version.
 *
 * @throws DamageError when it is not; UnavailableError when a newer program wrote it
 */
export function checkSchema(db: DatabaseSync): number {
  if (pragma(db, 'application_id') !== APPLICATION_ID) throw new DamageError('not a register');
  const version = pragma(db, 'user_version');
  if (typeof version !== 'number' || version < 1) throw new DamageError('no schema version');
  if (version > SCHEMA_VERSION) {
    throw new UnavailableError(`the register was written by a newer version (${version})`);
  }
  const verdict = pragma(db, 'quick_check(1)');
  if (verdict !== 'ok') throw new DamageError(`quick_check: ${String(verdict)}`);
  return version;
}

/** The first value that a pragma answers with. */
export function pragma(db: DatabaseSync, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get();
  return row === undefined ? undefined : Object.values(row)[0];
}
