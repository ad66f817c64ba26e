import { createHash, randomUUID } from 'node:crypto';
import type { RegisterCommitAnswer } from '@shared/contract/register';
import { defaultSettings, type Settings } from '@shared/contract/settings';
import type { Draft, Stamped } from '@shared/operation/operation';
import type { Host, OperatorsPort, TextsPort } from '@electron/bridge/host';
import type { BlobPort, RegisterPort } from '@electron/bridge/register-port';
import type { Shell } from '@electron/bridge/shell-port';
import type { Protection } from '@electron/protection/types';

const ZEROS = '0'.repeat(64);

/** A draft that the register would take, with an invented person. */
export function someDraft(overrides: Partial<Draft> = {}): Draft {
  return {
    id: randomUUID(),
    type: 'person.recorded',
    v: 1,
    meeting: null,
    over: [],
    subjects: [],
    blobs: [],
    body: { id: randomUUID(), set: { synthetic: true } },
    personal: { set: { family: 'Synthetic' } },
    ...overrides,
  };
}

export interface FakeRegister extends RegisterPort {
  readonly operations: Stamped[];
}

/** A register in memory: numbers the drafts, keeps them, tells of them. */
export function fakeRegister(): FakeRegister {
  const life = randomUUID();
  const operations: Stamped[] = [];
  const listeners = new Set<(last: number, epoch: number) => void>();
  const stamp = ({ personal, ...draft }: Draft): Stamped => {
    const n = operations.length + 1;
    const at = `2023-06-13T08:52:00.123Z-${n.toString(16).padStart(4, '0')}-${life.slice(0, 8)}`;
    const sealed =
      personal === null
        ? null
        : { digest: ZEROS, salt: 'synthetic-salt-16', text: JSON.stringify(personal) };
    const stamped = {
      n,
      operation: { ...draft, replica: life, seq: n, prev: ZEROS, at, actor: life, sealed },
    };
    operations.push(stamped);
    return stamped;
  };
  const commit = (drafts: readonly Draft[]): RegisterCommitAnswer => {
    const stamped = drafts.map(stamp);
    for (const listener of listeners) listener(operations.length, 0);
    return { ok: true, operations: stamped };
  };
  return {
    operations,
    status: () => ({
      life,
      last: operations.length,
      clock: operations.at(-1)?.operation.at ?? null,
      operations: operations.length,
      epoch: 0,
      verified: null,
      backup: { state: 'none', at: null },
      recovery: null,
    }),
    commit,
    commitChecked: commit,
    read: (after, limit) => ({
      operations: operations.slice(after, after + limit),
      last: operations.length,
    }),
    history: (record) => ({
      operations: operations.filter(({ operation }) => operation.body['id'] === record),
    }),
    journal: (_filter, before, limit) => {
      const older = operations.filter(({ n }) => before === null || n < before).reverse();
      return { operations: older.slice(0, limit), more: older.length > limit };
    },
    verify: () => ({
      at: new Date(0).toISOString(),
      operations: operations.length,
      faults: [],
      backup: 'none',
      healed: false,
    }),
    erasure: () => ({ named: 0, erased: 0, attachments: 0, backup: 'none' }),
    onCommitted(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Attachments in memory. */
export function fakeBlobs(): BlobPort {
  const kept = new Map<string, Uint8Array>();
  return {
    put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return hash;
    },
    get: (hash) => kept.get(hash) ?? null,
    discard: (hash) => void kept.delete(hash),
  };
}

/** A shell that has no windows and answers with nothing chosen, printed or saved. */
export const idleShell: Shell = {
  kind: 'web',
  openWindow: async ({ route }) => ({ ok: true, open: `/#${route}` }),
  chooseFiles: async () => ({ files: [], pick: true }),
  readFile: async () => ({ ok: false, reason: 'unknown-token' }),
  saveFile: async ({ name }) => ({ ok: true, saved: false, name, download: null }),
  clearStorage: async () => ({ fetch: '/storage/clear' }),
  printPdf: async () => ({ ok: false, reason: 'no-browser' }),
};

export interface FakeProtection extends Protection {
  /** Locked or open, and everybody is told. */
  set(state: 'none' | 'locked' | 'open'): void;
  progress(done: number): void;
}

/** No protection, until the test says otherwise; every secret is wrong. */
export function fakeProtection(): FakeProtection {
  let state: 'none' | 'locked' | 'open' = 'none';
  const changed = new Set<Parameters<Protection['onChanged']>[0]>();
  const progressed = new Set<Parameters<Protection['onProgress']>[0]>();
  const wrong = { ok: false, reason: 'wrong', waitMs: 0 } as const;
  return {
    set(next) {
      state = next;
      for (const listener of changed) listener(next);
    },
    progress(done) {
      for (const listener of progressed) listener({ step: 'journal', done, total: 10 });
    },
    status: async () => ({
      ...{ state, lock: state === 'locked' ? 'screen' : null, keyStore: 'none', operators: [] },
      ...{ ways: { passphrase: true, keyStore: false, recovery: true } },
      ...{ waitMs: 0, interrupted: false },
    }),
    isOpen: () => state !== 'locked',
    page: () => ({ database: 'synthetic', key: null }),
    prepare: () => ({ recovery: 'SYNTHETIC' }),
    setUp: async () => ({ ok: false, reason: 'failed' }),
    unlock: async ({ way }) => (way.kind === 'pin' && way.pin === '1234' ? { ok: true } : wrong),
    lock: async () => ({ ok: true }),
    changePassphrase: async () => wrong,
    renewRecovery: async () => wrong,
    useKeyStore: async () => ({ ok: false, reason: 'refused' }),
    onChanged(listener) {
      changed.add(listener);
      return () => void changed.delete(listener);
    },
    onProgress(listener) {
      progressed.add(listener);
      return () => void progressed.delete(listener);
    },
  };
}

/** Operators of whom nobody is known. */
function fakeOperators(arrived: string[]): OperatorsPort {
  const unknown = async () => ({ ok: false, reason: 'unknown', waitMs: 0 }) as const;
  return { signIn: unknown, setPin: unknown, arrived: (id) => void arrived.push(id) };
}

/** Texts in memory. */
function fakeTexts(): TextsPort {
  let texts: ReturnType<TextsPort['kept']> = [];
  return {
    keep: (more) => void (texts = [...texts, ...more]),
    kept: () => texts,
    drop: () => void (texts = []),
  };
}

export interface FakeHost extends Host {
  readonly register: FakeRegister;
  readonly protection: FakeProtection;
  /** Operators who showed at a locked screen who they are. */
  readonly arrived: string[];
  /** What was reported as a fault. */
  readonly faults: { channel: string; fault: unknown }[];
}

/** A host in memory; parts can be replaced. */
export function fakeHost(
  parts: Partial<Pick<Host, 'shell' | 'blobs' | 'settings'>> = {},
): FakeHost {
  let settings: Settings = defaultSettings({ operatorId: randomUUID(), locale: 'en-GB' });
  const arrived: string[] = [];
  const faults: { channel: string; fault: unknown }[] = [];
  return {
    facts: { version: '0.0.0', platform: 'linux', locale: 'en-GB', development: false },
    settings: {
      read: () => settings,
      write: (patch) => (settings = { ...settings, ...patch }),
      actAs: (id) => void (settings = { ...settings, operator: { id } }),
    },
    register: fakeRegister(),
    blobs: fakeBlobs(),
    protection: fakeProtection(),
    operators: fakeOperators(arrived),
    texts: fakeTexts(),
    arrived,
    shell: idleShell,
    faults,
    report: (channel, fault) => faults.push({ channel, fault }),
    ...parts,
  };
}
