import { createHash, randomUUID } from 'node:crypto';
import { defaultSettings, type Settings } from '@shared/contract/settings';
import type { Draft, Stamped } from '@shared/operation/operation';
import type { Host } from '@electron/bridge/host';
import type { BlobPort, RegisterPort } from '@electron/bridge/register-port';
import type { Shell } from '@electron/bridge/shell-port';

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
  const listeners = new Set<(last: number) => void>();
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
  return {
    operations,
    status: () => ({
      life,
      last: operations.length,
      clock: operations.at(-1)?.operation.at ?? null,
      operations: operations.length,
      backup: { state: 'none', at: null },
      recovery: null,
    }),
    commit(drafts) {
      const stamped = drafts.map(stamp);
      for (const listener of listeners) listener(operations.length);
      return { ok: true, operations: stamped };
    },
    read: (after, limit) => ({
      operations: operations.slice(after, after + limit),
      last: operations.length,
    }),
    history: (record) => ({
      operations: operations.filter(({ operation }) => operation.body['id'] === record),
    }),
    onCommitted(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => listeners.clear(),
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
  };
}

/** A shell that has no windows and answers with nothing chosen, printed or saved. */
export const idleShell: Shell = {
  kind: 'web',
  openWindow: async ({ route }) => ({ ok: true, open: `/#${route}` }),
  chooseFiles: async () => ({ files: [], pick: true }),
  readFile: async () => ({ ok: false, reason: 'unknown-token' }),
  saveFile: async ({ name }) => ({ ok: true, saved: false, name, download: null }),
  printPdf: async () => ({ ok: false, reason: 'no-browser' }),
};

export interface FakeHost extends Host {
  readonly register: FakeRegister;
  /** What was reported as a fault. */
  readonly faults: { channel: string; fault: unknown }[];
}

/** A host in memory; parts can be replaced. */
export function fakeHost(
  parts: Partial<Pick<Host, 'shell' | 'blobs' | 'settings'>> = {},
): FakeHost {
  let settings: Settings = defaultSettings({ operatorId: randomUUID(), locale: 'en-GB' });
  const faults: { channel: string; fault: unknown }[] = [];
  return {
    facts: { version: '0.0.0', platform: 'linux', locale: 'en-GB', development: false },
    settings: {
      read: () => settings,
      write: (patch) => (settings = { ...settings, ...patch }),
    },
    register: fakeRegister(),
    blobs: fakeBlobs(),
    shell: idleShell,
    faults,
    report: (channel, fault) => faults.push({ channel, fault }),
    ...parts,
  };
}
