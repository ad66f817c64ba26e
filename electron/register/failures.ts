/** The files cannot be what this program wrote; they are to be set aside and rebuilt. */
export class DamageError extends Error {
  override readonly name = 'DamageError';
}

/** The files are sound, but not for this program or not now; nothing may be repaired. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

export type Failure = 'damaged' | 'disk-full' | 'unavailable' | 'bug';

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
const SQLITE = { ERROR: 1, PERM: 3, NOMEM: 7, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13 };
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
const SQLITE_IOERR_SHORT_READ = 522;
const BUSY = new Set([5, 6, 15]);
const UNAVAILABLE = new Set([SQLITE.PERM, SQLITE.NOMEM, SQLITE.READONLY, SQLITE_CANTOPEN]);

/** What an exception means: a damaged file, no space, no access, or a mistake in this program. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DamageError) return 'damaged';
  if (error instanceof UnavailableError) return 'unavailable';
  if (!(error instanceof Error)) return 'bug';
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteFailure(error.errcode);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? 'unavailable' : 'bug';
}

function sqliteFailure(errcode: number): Failure {
  const primary = errcode & 0xff;
  if (primary === SQLITE.FULL) return 'disk-full';
  if (primary === SQLITE.CORRUPT || primary === SQLITE_NOTADB) return 'damaged';
  if (errcode === SQLITE_IOERR_SHORT_READ) return 'damaged';
  if (BUSY.has(primary) || UNAVAILABLE.has(primary) || primary === SQLITE.IOERR) {
    return 'unavailable';
  }
  // The statements of this program are sound, so a missing table or column is the file's fault.
  return primary === SQLITE.ERROR ? 'damaged' : 'bug';
}

/**
 * An exception in words, for a log or a detail: never with values of operations. SQLite and the file
 * system name tables and files in theirs; JSON, schemas and mistakes of the program quote the value.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const own = error instanceof DamageError || error instanceof UnavailableError;
  return own || ('code' in error && typeof error.code === 'string') ? error.message : error.name;
}

/** A failure of the disk as an answer; anything else is a mistake of this program and is thrown. */
export function refusalOf(error: unknown) {
  const reason = failureOf(error);
  if (reason === 'bug') throw error;
  return {
    ok: false as const,
    reason: reason === 'disk-full' ? reason : ('unavailable' as const),
    detail: messageOf(error),
  };
}
