import * as fs from 'node:fs';
import { join } from 'node:path';
import { keepAside, sweepAside, type Present } from './backup-aside';
import {
  encodeFrame,
  encodeHeader,
  framesFrom,
  readHeader,
  soundEnd,
  type BackupHeader,
} from './backup-file';
import { unlocks, type Cipher } from './cipher';
import { syncFolder, writeAll } from './durable';
import { messageOf } from './failures';
import { markOfStore } from './forgotten-mark';
import { keysOf } from './keys';
import { BACKUP, headerOf, NEW_BACKUP } from './paths';
import type { StoredOperation } from './row';
import type { Store } from './store';

export interface BackupOptions {
  /** Null: no backup is wanted. */
  readonly folder: string | null;
  readonly cipher: Cipher;
  readonly now: () => number;
  readonly log: (message: string) => void;
}

export interface BackupStatus {
  readonly state: 'current' | 'behind' | 'failed' | 'none';
  /** When it last received something, ISO text in UTC. */
  readonly at: string | null;
}

/** Operations in one frame, and so in one step of catching up: a few milliseconds of work. */
const PAGE = 1000;
/** Bytes. */
const CHECKED_AT_ONCE = 1 << 20;

interface Writing {
  readonly fd: number;
  readonly header: BackupHeader;
  /** A new file that is put in place when it is complete. */
  readonly fresh: boolean;
  /** It replaces one that has values of somebody who was forgotten since. */
  readonly forgetting: boolean;
  /** Where the last whole commit ends; what lies behind it is cut off after a failure. */
  end: number;
  /** Where the next frame goes. */
  next: number;
  n: number;
  /** The keys that the file has already, as text. */
  keys: string;
}

/**
 * The continuous backup: every commit is appended to a file, preferably on another disk. It never
 * makes a commit fail. What it missed it catches up with, step by step.
 */
export class Backup {
  #writing: Writing | null = null;
  #failed = false;
  #at: string | null = null;
  /** The mark of who is forgotten in the register. */
  #mark: string | null = null;

  constructor(private readonly options: BackupOptions) {}

  status(last: number): BackupStatus {
    return { state: this.#state(last), at: this.#at };
  }

  #state(last: number): BackupStatus['state'] {
    if (this.options.folder === null) return 'none';
    if (this.#failed) return 'failed';
    return this.isCurrent(last) ? 'current' : 'behind';
  }

  /**
   * Whether any backup file of this register still has values of somebody who was forgotten:
   * `rewritten` when none has; `pending` while the new one is not in place.
   */
  get erased(): 'rewritten' | 'pending' | 'failed' | 'none' {
    if (this.options.folder === null) return 'none';
    if (this.#failed) return 'failed';
    const writing = this.#writing;
    const inPlace = writing !== null && !writing.fresh && writing.header.forgotten === this.#mark;
    return inPlace ? 'rewritten' : 'pending';
  }

  /** Whether everything up to the local ordinal `last` is in the file that is in place. */
  isCurrent(last: number): boolean {
    const writing = this.#writing;
    return writing !== null && !writing.fresh && writing.n === last;
  }

  /**
   * Appends a commit durably; `before` is the ordinal that it follows. A backup that is behind is
   * brought a page further instead. Never throws.
   */
  append(commit: readonly StoredOperation[], store: Store, before: number): void {
    if (!this.isCurrent(before)) {
      this.step(store);
      return;
    }
    this.#try((folder) => {
      for (let at = 0; at < commit.length; at += PAGE) {
        const page = commit.slice(at, at + PAGE);
        this.#write(page, store, at + PAGE < commit.length, folder);
      }
    });
  }

  /**
   * Opens or begins the file, or brings it a page further. Never throws. Returns whether there is
   * more to do; false as well when it failed, to be tried again at the next commit.
   */
  step(store: Store): boolean {
    this.#try((folder) => {
      const writing = this.#open(store, folder);
      const page = store.page(writing.n, PAGE);
      const reached = page.at(-1)?.n;
      if (reached !== undefined) this.#write(page, store, reached < store.last(), folder);
      else if (writing.fresh) this.#putInPlace(writing, folder);
    });
    return this.#state(store.last()) === 'behind';
  }

  /** Whether every frame of the file is whole; looks at about a megabyte between two answers. */
  *check(): Generator<'whole' | 'damaged', void> {
    const writing = this.#writing;
    if (writing === null || writing.fresh) return;
    const { end } = writing;
    const opened = readHeader(writing.fd);
    let reached = opened?.begin ?? 0;
    let pause = reached + CHECKED_AT_ONCE;
    for (const frame of opened === null ? [] : framesFrom(writing.fd, opened.begin)) {
      reached = frame.end;
      if (reached >= end) break;
      if (reached < pause) continue;
      pause = reached + CHECKED_AT_ONCE;
      yield 'whole';
      if (this.#writing !== writing) return;
    }
    yield reached >= end ? 'whole' : 'damaged';
  }

  /** Begins a new file; the present one is kept until that is complete, and then aside. */
  startOver(store: Store): void {
    this.close();
    this.#try((folder) => {
      this.#writing = begin(store, folder, false);
    });
  }

  /**
   * Persons were forgotten: begins a file without their values. When that is complete it takes the
   * place of the present one, and no earlier one that has the values is kept. After a crash the
   * next start does it: the header tells who was forgotten. Never throws.
   */
  forget(store: Store): void {
    this.#mark = markOfStore(store);
    const inPlace = this.#writing !== null && !this.#writing.fresh;
    if (inPlace && this.#writing?.header.forgotten === this.#mark) return;
    this.close();
    this.#try((folder) => {
      this.#writing = begin(store, folder, true);
    });
  }

  close(): void {
    if (this.#writing !== null) fs.closeSync(this.#writing.fd);
    this.#writing = null;
  }

  #open(store: Store, folder: string): Writing {
    if (this.#writing !== null) return this.#writing;
    const { cipher, now } = this.options;
    this.#mark = markOfStore(store);
    const found = resume(store, folder, cipher);
    if (found === null || found === 'outdated') {
      this.#writing = begin(store, folder, found === 'outdated');
      return this.#writing;
    }
    this.#writing = found;
    this.#at = fs.fstatSync(found.fd).mtime.toISOString();
    fs.rmSync(join(folder, NEW_BACKUP), { force: true });
    sweepAside(folder, this.#present(found), now());
    return found;
  }

  #write(page: readonly StoredOperation[], store: Store, more: boolean, folder: string): void {
    const writing = this.#writing;
    const last = page.at(-1);
    if (writing === null || last === undefined) return;
    const commits = store.commits(writing.n, last.n);
    const keys = keysOf(store);
    const text = JSON.stringify(keys);
    const content = {
      operations: page.map(({ operation }) => operation),
      commits,
      ...(text === writing.keys ? {} : { keys }),
    };
    const frame = encodeFrame(content, last, more, writing.header, this.options.cipher);
    writeAll(writing.fd, frame, writing.next);
    writing.next += frame.length;
    writing.n = last.n;
    writing.keys = text;
    if (more) return;
    fs.fdatasyncSync(writing.fd);
    writing.end = writing.next;
    this.#at = new Date(this.options.now()).toISOString();
    if (writing.fresh) this.#putInPlace(writing, folder);
  }

  #putInPlace(writing: Writing, folder: string): void {
    const path = join(folder, BACKUP);
    fs.fsyncSync(writing.fd);
    fs.closeSync(writing.fd);
    this.#writing = null;
    keepAside(folder, this.#present(writing), this.options.now());
    fs.renameSync(join(folder, NEW_BACKUP), path);
    syncFolder(folder);
    this.#writing = { ...writing, fd: fs.openSync(path, 'r+'), fresh: false };
    this.#at = new Date(this.options.now()).toISOString();
  }

  #present({ header, forgetting }: Writing): Present {
    return { header, forgetting, cipher: this.options.cipher };
  }

  #try(work: (folder: string) => void): void {
    const { folder, log } = this.options;
    if (folder === null) return;
    try {
      work(folder);
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) log(`backup failed: ${messageOf(error)}`);
      this.#failed = true;
      this.close();
    }
  }
}

/**
 * The file in place, when it is this life's and agrees with the register; `outdated` when somebody
 * was forgotten since it was begun; else null.
 */
function resume(store: Store, folder: string, cipher: Cipher): Writing | 'outdated' | null {
  const opened = headerOf(join(folder, BACKUP));
  if (opened?.header.life !== store.meta.get('life')) return null;
  if (!unlocks(cipher, opened.header.lock)) return null;
  if (opened.header.forgotten !== markOfStore(store)) return 'outdated';
  const fd = fs.openSync(join(folder, BACKUP), 'r+');
  const { n, hash, end } = soundEnd(fd, opened.begin);
  if (n > 0 && store.hashAt(n) !== hash) {
    fs.closeSync(fd);
    return null;
  }
  fs.ftruncateSync(fd, end);
  const { header } = opened;
  return { fd, header, fresh: false, forgetting: false, end, next: end, n, keys: '' };
}

/** A new file beside the one in place. */
function begin(store: Store, folder: string, forgetting: boolean): Writing {
  fs.mkdirSync(folder, { recursive: true });
  const life = store.meta.get('life');
  const lineage = store.meta.get('lives').filter((other) => other !== life);
  const header = { life, lineage, lock: store.meta.get('lock'), forgotten: markOfStore(store) };
  const bytes = encodeHeader(header);
  const fd = fs.openSync(join(folder, NEW_BACKUP), 'w+');
  writeAll(fd, bytes, 0);
  const end = bytes.length;
  return { fd, header, fresh: true, forgetting, end, next: end, n: 0, keys: '' };
}
