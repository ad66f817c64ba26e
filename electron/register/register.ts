import { randomUUID } from 'node:crypto';
import {
  NAMED,
  type CheckedDrafts,
  type Erasure,
  type JournalFault,
  type JournalFilter,
  type RegisterCommitAnswer,
  type RegisterStatus,
  type Verification,
} from '@shared/contract/register';
import { writeStamp } from '@shared/operation/clock';
import type { Draft, Operation, Stamped } from '@shared/operation/operation';
import { difference } from '@shared/sync/difference';
import type { Vector } from '@shared/sync/vector';
import { NO_CIPHER, type Cipher } from './cipher';
import { commitInto } from './commit';
import { envelopeProblemOf, problemOf } from './drafts';
import { failureOf, messageOf, refusalOf } from './failures';
import { erasureOf, Erasing, isAttached, type RemoveAttachments } from './forgetting';
import { inspect } from './inspect';
import { queryJournal } from './journal-query';
import { mergeInto, type MergeAnswer } from './merge';
import { proofsOf, type Proofs } from './proofs';
import { report, type FilesOptions, type Recovery } from './reconcile';
import { openFiles, rebuildFiles, type Files } from './recovery';
import { describeFaults, lineOf, TOLD, unreadableIn } from './verification';
import { healable, nameOf, type RegisterFault } from './verify';

export interface RegisterOptions {
  /** The register's own folder; made when it is not there. */
  readonly folder: string;
  /** Where the continuous backup goes, preferably on another disk; null for none. */
  readonly backupFolder: string | null;
  /** Where the backup went before: removed, not rewritten, when values are forgotten or sealed. */
  readonly formerBackup?: string | null;
  /** Id of the operator at the keyboard. */
  readonly actor: () => string;
  /** Wall clock in milliseconds since the epoch. */
  readonly now: () => number;
  /** A stable id of this machine, by which a copied profile is recognised. */
  readonly machine: string;
  /** What an administrator should know; never personal data. */
  readonly log?: (message: string) => void;
  readonly cipher?: Cipher;
  /** Removes attachments that only operations about forgotten people refer to. */
  readonly onForgotten?: RemoveAttachments;
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
  readonly #listeners = new Set<(last: number, epoch: number) => void>();
  readonly #erasing: Erasing;
  /** Null while the files cannot be used; opened again at the next call. */
  #files: Files | null;
  #recovery: Recovery | null;
  #operations: number;
  #verified: RegisterStatus['verified'] = null;
  #closed = false;
  #background: NodeJS.Immediate | null = null;

  constructor(options: RegisterOptions) {
    const { actor, log = () => undefined, cipher = NO_CIPHER, ...others } = options;
    const { onForgotten = () => undefined, formerBackup = null, ...places } = others;
    this.#options = { ...places, log, cipher };
    const onDone = () => this.#inBackground();
    this.#erasing = new Erasing({ folder: places.folder, formerBackup, onForgotten, log, onDone });
    this.#actor = actor;
    this.#files = openFiles(this.#options);
    this.#recovery = this.#files.recovery;
    this.#operations = this.#files.store.count();
    this.#erasing.begin(this.#files);
    this.#inBackground();
    void this.#verifyGently();
  }

  status(): RegisterStatus {
    return this.#use(({ store, backup }) => {
      const last = store.last();
      const life = store.meta.get('life');
      const clock = last === 0 ? null : writeStamp(store.meta.get('clock'), life);
      return {
        ...{ life, last, clock, operations: this.#operations, epoch: store.meta.get('epoch') },
        ...{ verified: this.#verified, backup: backup.status(last), recovery: this.#recovery },
      };
    });
  }

  /**
   * Stamps and stores all drafts in one transaction, or none of them; on disk when it returns. A
   * command that was committed before gives the operations that it made then. Refused when the
   * operator's role does not include it, and when it says something personal about somebody who was
   * forgotten.
   */
  commit(drafts: readonly Draft[]): RegisterCommitAnswer {
    return this.#commitUnless(envelopeProblemOf(drafts) ?? problemOf(drafts), drafts);
  }

  /** `commit` of drafts whose envelopes the bridge has checked already. */
  commitChecked(drafts: CheckedDrafts): RegisterCommitAnswer {
    return this.#commitUnless(problemOf(drafts), drafts);
  }

  /** Operations with a local ordinal above `after`, in order, at most `limit`; each verified. */
  read(after: number, limit: number): { operations: Stamped[]; last: number } {
    return this.#use(({ store }) => ({
      operations: store.standing.stamped(store.page(after, limit)),
      last: store.last(),
    }));
  }

  /** Operations about a record, or that name a person as subject, in order of n. */
  history(record: string): { operations: Stamped[] } {
    return this.#use(({ store }) => ({
      operations: store.standing.stamped(store.history(record)),
    }));
  }

  /** The newest operations that fit the filter with an ordinal below `before`, newest first. */
  journal(
    filter: JournalFilter,
    before: number | null,
    limit: number,
  ): { operations: Stamped[]; more: boolean } {
    return this.#use(({ store }) => {
      const { operations, more } = queryJournal(store, filter, before, limit);
      return { operations: store.standing.stamped(operations), more };
    });
  }

  /** What forgetting these persons has erased here. */
  erasure(persons: readonly string[]): Erasure {
    return this.#use((files) => erasureOf(files, persons));
  }

  /** Whether an operation refers to the attachment. */
  refersTo(hash: string): boolean {
    return this.#use(({ store }) => isAttached(store, hash));
  }

  /**
   * Calls back after every change that is on disk, with the largest ordinal and the epoch (see
   * `status`). Returns the way to stop.
   */
  onCommitted(listener: (last: number, epoch: number) => void): () => void {
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

  /** The keys and the signed commits that cover these operations, to be sent with them. */
  proofs(operations: readonly Operation[]): Proofs {
    return this.#use(({ store }) => proofsOf(store, operations));
  }

  /**
   * Adds the operations that are not known yet, in any order, whatever is missing between them.
   * What is wrong is reported, never silently dropped.
   */
  merge(operations: readonly unknown[], proofs?: Proofs): MergeAnswer {
    try {
      const wallMs = this.#options.now();
      const merged = this.#use(({ store }) => mergeInto(store, operations, wallMs, proofs));
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
   * Verifies every operation, the signatures and the backup; heals what can be healed
   * (`status().recovery` tells what was done). Other work goes on meanwhile.
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

  #commitUnless(problem: string | null, drafts: readonly Draft[]): RegisterCommitAnswer {
    if (problem !== null) return { ok: false, reason: 'invalid', detail: problem };
    try {
      return this.#use((files) => this.#commit(files, drafts));
    } catch (error) {
      return refusalOf(error);
    }
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
    if (committed.kind === 'refused') {
      return { ok: false, reason: committed.reason, detail: committed.detail };
    }
    const { operations } = committed;
    if (committed.kind === 'new') {
      this.#operations += operations.length;
      backup.append(operations, store, committed.before);
      this.#changed();
    }
    return { ok: true, operations: store.standing.stamped(operations) };
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
    this.#erasing.begin(files);
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
    if (this.#files === null) return;
    this.#erasing.begin(this.#files);
    const { store } = this.#files;
    const [last, epoch] = [store.last(), store.meta.get('epoch')];
    for (const listener of this.#listeners) {
      try {
        listener(last, epoch);
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
        this.#erasing.end(this.#files);
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
    const described = files === null ? [] : await this.#describe(faults, files, pause);
    for (const fault of described) this.#options.log(`verification: ${lineOf(fault)}`);
    const answer: Verification = {
      at: new Date(this.#options.now()).toISOString(),
      operations: this.#operations,
      faults: described,
      backup: this.#options.backupFolder === null ? 'none' : backup,
      healed: false,
    };
    const { at, operations } = answer;
    const named = described.slice(0, NAMED);
    this.#verified = { at, operations, faults: described.length, named, healed: false };
    if (files === null || !this.#isCurrent(files)) return answer;
    if (!healable(faults, files.store)) {
      if (backup === 'damaged') this.#renewBackup(files);
      return answer;
    }
    // A new life writes its backup anew, whatever was wrong with the old one.
    this.#rebuild(`${faults.length} faults`);
    const remaining = await inspect(() => this.#files, pause);
    if (this.#files !== null) this.#noteIncurable(this.#files, remaining.faults);
    const healed = remaining.faults.length === 0;
    this.#verified = { ...this.#verified, healed };
    // Whoever was told of the rebuilding asked before it was known how it ended.
    this.#changed();
    return { ...answer, healed };
  }

  #isCurrent(files: Files): boolean {
    return this.#files === files;
  }

  /** Names what the faults touch, and what a damaged file has made unreadable. */
  async #describe(
    faults: readonly RegisterFault[],
    files: Files,
    pause: () => Promise<void>,
  ): Promise<JournalFault[]> {
    const described = describeFaults(faults, files.store);
    if (!faults.some(({ kind }) => kind === 'file')) return described;
    for (const found of unreadableIn(files.store)) {
      described.push(...found);
      await pause();
      if (!this.#isCurrent(files)) break;
    }
    return described.slice(0, TOLD);
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
