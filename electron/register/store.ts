import type { DatabaseSync } from 'node:sqlite';
import type { Operation } from '@shared/operation/operation';
import type { OperationSource } from '@shared/sync/difference';
import { Sequences } from '@shared/sync/vector';
import { lockOf, unlocks, type Cipher } from './cipher';
import { DamageError, UnavailableError } from './failures';
import { Meta } from './meta';
import { fromHex, listToText, readRow, secretOf, SELECT_OPERATIONS, toHex } from './row';
import type { Row, StoredOperation } from './row';
import { checkSchema, connect, createSchema, SEALED_COLUMNS } from './schema';
import { Signing } from './signing';
import { RULING, Standing } from './standing';
import { Statements } from './statements';
import { upgradeSchema } from './upgrade';

/** A local commit: the run of numbers that was made at once, and its signature. */
export interface CommitRecord {
  readonly replica: string;
  readonly first: number;
  readonly last: number;
  /** Base64; null while commits are not signed. */
  readonly signature: string | null;
}

const READ_PAGE = 'WHERE o.n > ? ORDER BY o.n LIMIT ?';
const READ_BY_ID = 'WHERE o.id = ?';
const READ_RULING = `WHERE ${RULING} ORDER BY o.n`;
const READ_RUN = 'WHERE o.replica = ? AND o.seq > ? ORDER BY o.seq, o.claim LIMIT ?';
const READ_HISTORY = `WHERE o.n IN (
  SELECT n FROM operations WHERE record = ? UNION SELECT n FROM subjects WHERE person = ?
) ORDER BY o.n`;

const nothingUnsaved = () => ({ replicas: [], operations: [] });

/** The tables and the statements on them. Knows no rules: see register.ts. */
export class Store implements OperationSource {
  readonly meta: Meta;
  /** Which numbers of which replica are here. */
  readonly sequences = new Sequences();
  readonly #replicaOf = new Map<number, string>();
  readonly #kOf = new Map<string, number>();
  /** What becomes true when the transaction is on disk, and not before. */
  #unsaved: { replicas: [k: number, id: string][]; operations: Operation[] } = nothingUnsaved();

  readonly sql: Statements;
  /** Which operations hold, and who was forgotten. */
  readonly standing: Standing;
  /** The keys of the register's own lives. */
  readonly signing: Signing;

  private constructor(
    db: DatabaseSync,
    private readonly cipher: Cipher,
  ) {
    this.sql = new Statements(db);
    this.meta = new Meta(this.sql);
    this.standing = new Standing(this.sql, this.meta);
    this.signing = new Signing(this, cipher);
  }

  /** A new, empty store of one life, in a file on which nobody relies before it is closed. */
  static create(path: string, cipher: Cipher, life: string, lives: readonly string[]): Store {
    const db = connect(path, false);
    createSchema(db);
    const store = new Store(db, cipher);
    store.transaction(() => {
      store.meta.set('lock', lockOf(cipher));
      store.meta.set('clock', { ms: 0, counter: 0 });
      store.meta.set('incurable', []);
      store.meta.set('epoch', 0);
      store.meta.set('erasing', false);
      store.meta.set('signing', null);
      store.meta.set('lives', [...lives]);
      store.startLife(life);
    });
    return store;
  }

  /** @throws DamageError, UnavailableError or SQLite's own errors: see failures.ts */
  static open(path: string, cipher: Cipher): Store {
    const db = connect(path);
    try {
      const version = checkSchema(db);
      const store = new Store(db, cipher);
      upgradeSchema(store.sql, store.meta, version);
      store.#load();
      return store;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  #load(): void {
    this.meta.check();
    if (!unlocks(this.cipher, this.meta.get('lock'))) {
      throw new UnavailableError('the register was sealed with another key');
    }
    for (const row of this.sql.all('SELECT k, id FROM replicas')) {
      this.#know(row[0] as number, row[1] as string);
    }
    if (!this.#kOf.has(this.meta.get('life'))) throw new DamageError('the present life is unknown');
    this.standing.load(this.select(READ_RULING));
    // What this version understands better than the one before has its consequences here, too.
    this.transaction(() => {
      this.signing.ensure();
    });
    const counts =
      'SELECT replica, count(*), max(seq) FROM operations WHERE claim = 0 GROUP BY replica';
    for (const [k, count, highest] of this.sql.all(counts) as [number, number, number][]) {
      const replica = this.#replicaOf.get(k);
      if (replica === undefined) throw new DamageError('an operation is of an unknown replica');
      if (count === highest) this.sequences.addAll(replica, count);
      else this.#loadSequence(k, replica);
    }
  }

  #loadSequence(k: number, replica: string): void {
    const numbers = this.sql.all('SELECT seq FROM operations WHERE replica = ? ORDER BY seq', k);
    for (const [seq] of numbers) this.sequences.add(replica, seq as number);
  }

  /**
   * Runs `work` in one transaction: all of it is on disk when this returns, or nothing is. Whoever
   * must be forgotten by what it added is forgotten in it. `from`: where the operations came from.
   */
  transaction<T>(work: () => T, from: 'files' | 'peer' = 'files'): T {
    try {
      const result = this.sql.transaction(() => {
        const done = work();
        this.standing.settle(from === 'peer');
        return done;
      });
      for (const { replica, seq } of this.#unsaved.operations) this.sequences.add(replica, seq);
      this.standing.committed();
      return result;
    } catch (error) {
      for (const [k, replica] of this.#unsaved.replicas) {
        this.#replicaOf.delete(k);
        this.#kOf.delete(replica);
      }
      this.standing.rolledBack();
      throw error;
    } finally {
      this.#unsaved = nothingUnsaved();
    }
  }

  /** Takes on a new replica id; its numbers start at 1. */
  startLife(life: string): void {
    this.signing.begin(life);
    this.meta.set('life', life);
    const lives = this.meta.get('lives');
    if (!lives.includes(life)) this.meta.set('lives', [...lives, life]);
  }

  /** The public key (Ed25519, 32 bytes) with which a replica signs; null when none is known. */
  replicaKey(replica: string): Uint8Array | null {
    const row = this.sql.get('SELECT key FROM replicas WHERE id = ?', replica);
    return (row?.[0] as Uint8Array | null | undefined) ?? null;
  }

  setReplicaKey(replica: string, key: Uint8Array): void {
    this.sql.run('UPDATE replicas SET key = ? WHERE k = ?', key, this.#kFor(replica));
  }

  /** Adds an operation. `claim` counts those with the same replica and number. */
  insert(operation: Operation, hash: string, claim = 0): number {
    const { id, seq, prev, at, actor, meeting, type, v, over, subjects, blobs, body } = operation;
    const { sealed } = operation;
    const record = body['id'] ?? body['record'];
    const { rowid: n } = this.sql.run(
      'INSERT INTO operations (id, replica, seq, claim, prev, hash, at, actor, meeting, type, v, ' +
        '"over", subjects, blobs, body, digest, record) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      this.#kFor(operation.replica),
      seq,
      claim,
      fromHex(prev),
      fromHex(hash),
      at,
      actor,
      meeting,
      type,
      v,
      listToText(over),
      listToText(subjects),
      listToText(blobs),
      JSON.stringify(body),
      sealed === null ? null : fromHex(sealed.digest),
      typeof record === 'string' ? record : null,
    );
    this.#unsaved.operations.push(operation);
    const secret = this.standing.mayKeep(operation) ? secretOf(sealed, id, this.cipher) : null;
    if (secret !== null) this.sql.run('INSERT INTO sealed (n, secret) VALUES (?, ?)', n, secret);
    for (const person of subjects) {
      this.sql.run('INSERT OR IGNORE INTO subjects (person, n) VALUES (?, ?)', person, n);
    }
    this.standing.added(n, operation);
    return n;
  }

  /**
   * Adds an operation of whatever origin unless its id is known. A second operation with the same
   * replica and number is kept beside the first.
   */
  absorb(operation: Operation, hash: string): 'known' | 'added' | 'claimed' {
    if (this.ordinalOf(operation.id) !== null) return 'known';
    const row = this.sql.get(
      'SELECT max(claim) FROM operations WHERE replica = ? AND seq = ?',
      this.#kFor(operation.replica),
      operation.seq,
    );
    const before = row?.[0] as number | null;
    this.insert(operation, hash, before === null ? 0 : before + 1);
    return before === null ? 'added' : 'claimed';
  }

  /** Records which numbers were one commit; nothing when its operations are not here. */
  insertCommit({ replica, first, last, signature }: CommitRecord): void {
    const holder = this.holder(replica, last);
    const n = holder === null ? null : this.ordinalOf(holder.id);
    if (n === null) return;
    this.sql.run(
      'INSERT OR IGNORE INTO commits (n, replica, first, last, signature) VALUES (?, ?, ?, ?, ?)',
      n,
      this.#kFor(replica),
      first,
      last,
      signature === null ? null : Buffer.from(signature, 'base64'),
    );
  }

  /** Commits whose last operation has an ordinal above `after` and not above `upTo`. */
  commits(after: number, upTo: number): CommitRecord[] {
    const rows = this.sql.all(
      'SELECT replica, first, last, signature FROM commits WHERE n > ? AND n <= ? ORDER BY n',
      after,
      upTo,
    );
    return rows.map(([k, first, last, signature]) => ({
      replica: this.#replicaOf.get(k as number) ?? '',
      first: first as number,
      last: last as number,
      signature:
        signature === null ? null : Buffer.from(signature as Uint8Array).toString('base64'),
    }));
  }

  /** The latest stamp that is not above `limit`; null when there is none. Looks at everything. */
  latestStamp(limit: string): string | null {
    const row = this.sql.get('SELECT max(at) FROM operations WHERE at <= ?', limit);
    return (row?.[0] as string | null) ?? null;
  }

  /** The greatest local ordinal, 0 when the register is empty. */
  last(): number {
    return (this.sql.get('SELECT max(n) FROM operations')?.[0] as number | null) ?? 0;
  }

  count(): number {
    return this.sql.get('SELECT count(*) FROM operations')?.[0] as number;
  }

  ordinalOf(id: string): number | null {
    return (
      (this.sql.get('SELECT n FROM operations WHERE id = ?', id)?.[0] as number | undefined) ?? null
    );
  }

  /** How many of these operations are here. */
  countOf(ids: readonly string[]): number {
    const known = 'SELECT count(*) FROM json_each(?) j JOIN operations o ON o.id = j.value';
    return this.sql.get(known, JSON.stringify(ids))?.[0] as number;
  }

  /** Id and hash of the operation of a replica with this number; null when it is not here. */
  holder(replica: string, seq: number): { id: string; hash: string } | null {
    const row = this.sql.get(
      'SELECT id, hash FROM operations WHERE replica = ? AND seq = ? AND claim = 0',
      this.#kOf.get(replica) ?? -1,
      seq,
    );
    return row === undefined ? null : { id: row[0] as string, hash: toHex(row[1] as Uint8Array) };
  }

  /** The last number of a replica that is here; 0 when none is. */
  lastSeq(replica: string): number {
    const k = this.#kOf.get(replica) ?? -1;
    const row = this.sql.get('SELECT max(seq) FROM operations WHERE replica = ?', k);
    return (row?.[0] as number | null | undefined) ?? 0;
  }

  /** The last number of a replica that lies in a commit; 0 when none does. */
  lastCommitted(replica: string): number {
    const k = this.#kOf.get(replica) ?? -1;
    const row = this.sql.get('SELECT max(last) FROM commits WHERE replica = ?', k);
    return (row?.[0] as number | null | undefined) ?? 0;
  }

  /** The present life's last number and its hash; null before its first operation. */
  lastOfLife(): { seq: number; hash: string } | null {
    const row = this.sql.get(
      'SELECT seq, hash FROM operations WHERE replica = ? AND claim = 0 ORDER BY seq DESC LIMIT 1',
      this.#kOf.get(this.meta.get('life')) ?? -1,
    );
    return row === undefined ? null : { seq: row[0] as number, hash: toHex(row[1] as Uint8Array) };
  }

  /** Hash of the operation with this local ordinal. */
  hashAt(n: number): string | null {
    const row = this.sql.get('SELECT hash FROM operations WHERE n = ?', n);
    return row === undefined ? null : toHex(row[0] as Uint8Array);
  }

  /** Operations above the ordinal `after`, in order, at most `limit`, each one verified. */
  page(after: number, limit: number): StoredOperation[] {
    return this.select(READ_PAGE, after, limit);
  }

  /** Operations by their ids, in the order asked for; those that are not here are left out. */
  byIds(ids: readonly string[]): StoredOperation[] {
    return ids.flatMap((id) => this.select(READ_BY_ID, id));
  }

  /** Operations about a record or a person, in order of n. */
  history(record: string): StoredOperation[] {
    return this.select(READ_HISTORY, record, record);
  }

  highest(): [replica: string, seq: number][] {
    return [...this.#kOf.keys()].map((replica) => [replica, this.sequences.highest(replica)]);
  }

  above(replica: string, seq: number, limit: number): Operation[] {
    return this.run(replica, seq, limit).map(({ operation }) => operation);
  }

  /** Operations of a replica with a number above `seq`, with ordinal and hash. */
  run(replica: string, seq: number, limit: number): StoredOperation[] {
    return this.select(READ_RUN, this.#kOf.get(replica) ?? -1, seq, limit);
  }

  /**
   * Writes the personal values that are left into pages of their own. When values are deleted SQLite
   * moves their neighbours together, and what it moved stays readable where it was, `secure_delete` or
   * not: deleting these neighbours later would leave it there. Freed pages are overwritten.
   */
  rewriteSealed(): void {
    const { sql } = this;
    sql.transaction(() => {
      sql.run(`CREATE TABLE sealed_anew ${SEALED_COLUMNS}`);
      sql.run('INSERT INTO sealed_anew SELECT n, secret FROM sealed ORDER BY n');
      sql.run('DROP TABLE sealed');
      sql.run('ALTER TABLE sealed_anew RENAME TO sealed');
    });
  }

  /** Puts everything into the one database file and closes it. */
  close(): void {
    this.sql.close();
  }

  /** Operations `o` by the rest of a statement, each one verified. */
  select(rest: string, ...values: (string | number)[]): StoredOperation[] {
    const rows = this.sql.all(`${SELECT_OPERATIONS} ${rest}`, ...values) as unknown as Row[];
    return rows.map((row) => readRow(row, this.#replicaOf.get(row[2]), this.cipher));
  }

  #kFor(replica: string): number {
    const known = this.#kOf.get(replica);
    if (known !== undefined) return known;
    const { rowid: k } = this.sql.run('INSERT INTO replicas (id) VALUES (?)', replica);
    this.#know(k, replica);
    this.#unsaved.replicas.push([k, replica]);
    return k;
  }

  #know(k: number, replica: string): void {
    this.#replicaOf.set(k, replica);
    this.#kOf.set(replica, k);
  }
}
