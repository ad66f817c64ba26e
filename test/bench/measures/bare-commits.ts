import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** About what a stamped arrival is. */
const BODY = JSON.stringify({ body: 'x'.repeat(600) });
const PER_COMMIT = 2;

/** Two rows a commit into one plain table, on disk each time: what SQLite alone takes. ms each. */
export function bareCommits(file: string, times: number): number[] {
  rmSync(file, { force: true });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec('CREATE TABLE operations (n INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT) STRICT');
  const insert = db.prepare('INSERT INTO operations (id, text) VALUES (?, ?)');
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    db.exec('BEGIN IMMEDIATE');
    for (let row = 0; row < PER_COMMIT; row += 1) insert.run(`${time}-${row}`, BODY);
    db.exec('COMMIT');
    taken.push(performance.now() - start);
  }
  db.close();
  return taken;
}
