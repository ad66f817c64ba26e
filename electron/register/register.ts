import { randomUUID } from 'node:crypto';
import type { RegisterCommitAnswer, RegisterStatus } from '@shared/contract/register';
import { writeStamp } from '@shared/operation/clock';
import type { Draft, Operation, Stamped } from '@shared/operation/operation';
import { difference } from '@shared/sync/difference';
import type { Vector } from '@shared/sync/vector';
import { NO_CIPHER, type Cipher } from './cipher';
import { commitInto } from './commit';
import { problemOf } from './drafts';
import { failureOf, messageOf } from './failures';
import { inspect } from './inspect';
import { mergeInto, type MergeAnswer } from './merge';
import { report, type FilesOptions, type Recovery } from './reconcile';
import { openFiles, rebuildFiles, type Files } from './recovery';
import type { StoredOperation } from './row';
import { healable, nameOf, type RegisterFault } from './verify';

export interface RegisterOptions {
  /** The register's own folder; made when it is not there. */
  readonly folder: string;
  /** Where the continuous backup goes, preferably on another disk; null for none. */
  readonly backupFolder: string | null;
  /** Id of the operator at the keyboard. */
  readonly actor: () => string;
  /** Wall clock in milliseconds since the epoch. */
  readonly now: () => number;
  /** A stable id of this machine, by which a copied profile is recognised. */
  readonly machine: string;
  /** What an administrator should know; never personal data. */
  readonly log?: (message: string) => void;
  readonly cipher?: Cipher;
}

export interface Verification {
  /** Operations that are in the register. */
  readonly operations: number;
  /** What was wrong, healed or not: `status().recovery` tells what was done. */
  readonly faults: readonly RegisterFault[];
}

/**
 * Opens the register in `folder`, repaired where that was needed: see `status().recovery`.
 *
 * @throws UnavailableError when another process holds it or a newer version wrote it; errors of
 * the file system when the folder cannot be used
 */
export function openRegister(options: RegisterOptions): Register {
  return new Register(options);
}

/** The journal: the one writer that numbers, chains and stores operations. */
export class Register {
  readonly #options: FilesOptions;
  readonly #actor: () => string;
  readonly #listeners = new Set<(last: number) => void>();
  /** Null while the files cannot be used; opened again at the next call. */
  #files: Files | null;
  #recovery: Recovery | null;
  #operations: number;
  #closed = false;
  #background: NodeJS.Immediate | null = null;

  constructor(options: RegisterOptions) {
    const { actor, log = () => undefined, cipher = NO_CIPHER, ...places } = options;
    this.#options = { ...places, log, cipher };
    this.#actor = actor;
    this.#files = openFiles(this.#options);
    this.#recovery = this.#files.recovery;
    this.#operations = this.#files.store.count();
    this.#inBackground();
    void this.#verifyGently();
  }

  status(): RegisterStatus {
    return this.#use(({ store, backup }) => {
      const last = store.last();
      const life = store.meta.get('life');
      const clock = last === 0 ? null : writeStamp(store.meta.get('clock'), life);
      const operations = this.#operations;
      const recovery = this.#recovery;
      return { life, last, clock, operations, backup: backup.status(last), recovery };
    });
  }

  /**
   * Stamps and stores all drafts in one transaction, or none of them; on disk when it returns. A
   * command that was committed before gives the operations that it made then.
   */
  commit(drafts: readonly Draft[]): RegisterCommitAnswer {
    const problem = problemOf(drafts);
    if (problem !== null) return { ok: false, reason: 'invalid', detail: problem };
    try {
      return this.#use((files) => this.#commit(files, drafts));
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Operations with a local ordinal above `after`, in order, at most `limit`; each verified. */
  read(after: number, limit: number): { operations: Stamped[]; last: number } {
    return this.#use(({ store }) => ({
      operations: store.page(after, limit).map(toStamped),
      last: store.last(),
    }));
  }

  /** Operations about a record, or that name a person as subject, in order of n. */
  history(record: string): { operations: Stamped[] } {
    return this.#use(({ store }) => ({ operations: store.history(record).map(toStamped) }));
  }

  /** Calls back after every change that is on disk. Returns the way to stop. */
  onCommitted(listener: (last: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How far every replica is known here without a gap. */
  vector(): Vector {
    return this.#use(({ store }) => store.sequences.vector());
  }

  /**
   * Operations that the owner of the vector lacks, at most `limit`. A vector that knows more of
   * this register than the register itself shows that it was restored from an older copy: it takes
   * a new life before it could give a number twice.
   */
  difference(theirs: Vector, limit?: number): Operation[] {
    const { life } = this.status();
    const { operations, renewed } = this.#use(({ store }) => {
      const lived = (Object.hasOwn(theirs, life) ? theirs[life] : undefined) ?? 0;
      const behind = lived > store.sequences.highest(life);
      if (behind) store.transaction(() => store.startLife(randomUUID()));
      return { operations: difference(store, theirs, limit), renewed: behind };
    });
    if (renewed) this.#renewed(0);
    return operations;
  }

  /**
   * Adds the operations that are not known yet, in any order, whatever is missing between them.
   * What is wrong is reported, never silently dropped.
   */
  merge(operations: readonly unknown[]): MergeAnswer {
    try {
      const merged = this.#use(({ store }) => mergeInto(store, operations, this.#options.now()));
      if (merged.renewed) this.#renewed(merged.added);
      this.#operations += merged.added;
      if (merged.added > 0) this.#changed();
      const { added, known, faults } = merged;
      return { ok: true, added, known, faults };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /**
   * Verifies every operation and the backup; heals what can be healed. Other work goes on
   * meanwhile.
   */
  async verify(): Promise<Verification> {
    return this.#verify(() => new Promise((resolve) => void setImmediate(resolve)));
  }

  close(): void {
    this.#closed = true;
    if (this.#background !== null) clearImmediate(this.#background);
    if (this.#files === null) return;
    const { store, backup } = this.#files;
    backup.step(store);
    backup.close();
    store.close();
    this.#files = null;
  }

  #commit({ store, backup }: Files, drafts: readonly Draft[]): RegisterCommitAnswer {
    const committed = commitInto(store, drafts, {
      actor: this.#actor(),
      wallMs: this.#options.now(),
    });
    if (committed.kind === 'partly-known') {
      const detail = `${committed.known} of ${drafts.length} operations were committed before`;
      return { ok: false, reason: 'invalid', detail };
    }
    const { operations } = committed;
    if (committed.kind === 'new') {
      this.#operations += operations.length;
      backup.append(operations, store, committed.before);
      this.#changed();
    }
    return { ok: true, operations: operations.map(toStamped) };
  }

  /** Runs `work` on the files; when it meets damage, on the files as they were rebuilt. */
  #use<T>(work: (files: Files) => T): T {
    if (this.#closed) throw new Error('the register is closed');
    const files = this.#files ?? this.#adopt(openFiles(this.#options));
    try {
      return work(files);
    } catch (error) {
      if (failureOf(error) !== 'damaged') throw error;
      return work(this.#rebuild(messageOf(error)));
    }
  }

  #rebuild(why: string): Files {
    this.#options.log(`the register is damaged: ${why}`);
    this.#files?.backup.close();
    this.#files?.store.close();
    this.#files = null;
    const files = this.#adopt(rebuildFiles(this.#options, 'damaged'));
    this.#changed();
    return files;
  }

  #adopt(files: Files): Files {
    this.#files = files;
    this.#recovery = files.recovery ?? this.#recovery;
    this.#operations = files.store.count();
    return files;
  }

  /** A peer knew numbers of this register that it does not have. */
  #renewed(operations: number): void {
    this.#recovery = report('new-life', 'older-copy', operations, this.#options);
    this.#use(({ store, backup }) => {
      backup.startOver(store);
    });
    this.#inBackground();
  }

  #changed(): void {
    this.#inBackground();
    const last = this.#files?.store.last() ?? 0;
    for (const listener of this.#listeners) {
      try {
        listener(last);
      } catch (error) {
        this.#options.log(`a listener failed: ${messageOf(error)}`);
      }
    }
  }

  /** Lets the backup catch up, a page at a time, between other work. */
  #inBackground(): void {
    if (this.#background !== null || this.#closed) return;
    this.#background = setImmediate(() => {
      this.#background = null;
      if (this.#files === null) return;
      const { store, backup } = this.#files;
      try {
        if (backup.step(store)) this.#inBackground();
      } catch (error) {
        this.#options.log(`backup: ${messageOf(error)}`);
      }
    }).unref();
  }

  async #verifyGently(): Promise<void> {
    try {
      await this.#verify(() => new Promise((resolve) => void setTimeout(resolve, 20).unref()));
    } catch (error) {
      this.#options.log(`verification failed: ${messageOf(error)}`);
    }
  }

  async #verify(pause: () => Promise<void>): Promise<Verification> {
    const { faults, backup } = await inspect(() => this.#files, pause);
    const files = this.#files;
    if (files === null) return { operations: this.#operations, faults };
    if (!healable(faults, files.store)) {
      if (backup === 'damaged') this.#renewBackup(files);
      return { operations: this.#operations, faults };
    }
    // A new life writes its backup anew, whatever was wrong with the old one.
    this.#rebuild(`${faults.length} faults`);
    const remaining = await inspect(() => this.#files, pause);
    if (this.#files !== null) this.#noteIncurable(this.#files, remaining.faults);
    return { operations: this.#operations, faults };
  }

  #noteIncurable({ store }: Files, faults: readonly RegisterFault[]): void {
    store.transaction(() => {
      store.meta.set('incurable', faults.map(nameOf));
    });
  }

  #renewBackup({ store, backup }: Files): void {
    this.#options.log('the backup is damaged and is written anew');
    this.#recovery = report('rebuilt-backup', 'backup-damaged', this.#operations, this.#options);
    backup.startOver(store);
    this.#inBackground();
  }
}

const toStamped = ({ n, operation }: StoredOperation): Stamped => ({ n, operation });

/** A failure of the disk as an answer; anything else is a mistake of this program and is thrown. */
function refusalOf(error: unknown) {
  const reason = failureOf(error);
  if (reason === 'bug') throw error;
  return {
    ok: false as const,
    reason: reason === 'disk-full' ? reason : ('unavailable' as const),
    detail: messageOf(error),
  };
}
