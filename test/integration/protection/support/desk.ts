import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attemptsFileOf, openProtection } from '@electron/protection/protection';
import type { Ciphers, KeyStore, ProtectedParts } from '@electron/protection/types';
import type { Cipher } from '@electron/register/cipher';

export const PASSPHRASE = 'a synthetic passphrase';
export const OTHER = 'another synthetic one';
export const PIN_OPERATOR = '01890000-0000-7000-8000-0000000000a1';
export const OTHER_OPERATOR = '01890000-0000-7000-8000-0000000000a2';
/** scrypt's N where the slowness itself is not what is tested. */
export const QUICK = 16;

/** A key store of one machine and user: what another sealed it refuses. */
export function machineStore(secret: string): KeyStore & { refuses: boolean; kind: Kind } {
  return {
    refuses: false,
    kind: 'available',
    async state() {
      return this.kind;
    },
    async seal(bytes) {
      if (this.refuses) throw new Error('refused');
      return Buffer.concat([Buffer.from(secret), Buffer.from(bytes).map((byte) => byte ^ 0x5a)]);
    },
    async open(sealed) {
      const own = Buffer.from(secret);
      if (this.refuses || !Buffer.from(sealed).subarray(0, own.length).equals(own)) {
        throw new Error('refused');
      }
      return Buffer.from(sealed.subarray(own.length)).map((byte) => byte ^ 0x5a);
    },
  };
}
type Kind = Awaited<ReturnType<KeyStore['state']>>;

export const noStore: KeyStore = {
  state: async () => 'none',
  seal: async () => Promise.reject(new Error('none')),
  open: async () => Promise.reject(new Error('none')),
};

/** The files of a desk with what they say; the register is the first to be sealed. */
const FILES = ['register', 'backup', 'blob'] as const;
const cipherOf = (name: (typeof FILES)[number], ciphers: Ciphers): Cipher =>
  name === 'blob' ? ciphers.blobs : ciphers.register;
const PLAIN = (name: string) => `readable ${name} of the test`;

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-protection-'));
  for (const name of FILES) writeFileSync(join(folder, name), PLAIN(name));
  mkdirSync(join(folder, 'elsewhere'));
  return folder;
}

/** As if the program were killed now and the folder found like that: a copy of it. */
export function killedNow(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'rostrum-protection-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const isPlain = (folder: string, name: string): boolean =>
  readFileSync(join(folder, name), 'utf8').startsWith('readable');

export interface FakeParts extends ProtectedParts {
  /** With what everything is open at the moment. */
  ciphers: Ciphers | null;
  /** Called before every step of a switch, and once after the last; may throw. */
  step: (number: number) => void | Promise<void>;
  opened: number;
  switched: number;
  pin: string | null;
}

/** A register, a backup and an attachment that really are sealed, in files of one line. */
export function fakeParts(folder: string): FakeParts {
  const read = (ciphers: Ciphers): void => {
    for (const name of FILES) {
      const bytes = readFileSync(join(folder, name));
      const text = Buffer.from(cipherOf(name, ciphers).open(bytes, name)).toString();
      if (text !== PLAIN(name)) throw new Error(`${name} is not what it was`);
    }
  };
  const parts: FakeParts = {
    ciphers: null,
    step: () => undefined,
    opened: 0,
    switched: 0,
    pin: null,
    async open(ciphers) {
      parts.opened++;
      read(ciphers);
      parts.ciphers = ciphers;
    },
    async switchOver(from, to, onProgress) {
      parts.switched++;
      let number = 0;
      for (const name of FILES) {
        await parts.step(number++);
        onProgress({ step: 'journal', done: number, total: FILES.length });
        if (!isPlain(folder, name)) continue;
        const bytes = cipherOf(name, from).open(readFileSync(join(folder, name)), name);
        writeFileSync(join(folder, name), cipherOf(name, to).seal(bytes, name));
      }
      await parts.step(number);
      read(to);
      parts.ciphers = to;
    },
    pins: {
      operators: () => (parts.pin === null ? [] : [{ id: PIN_OPERATOR, name: 'Ana Testova' }]),
      check: async (operator, pin) => operator === PIN_OPERATOR && pin === parts.pin,
    },
  };
  return parts;
}

/** Steps of a switch, the one after the last included. */
export const STEPS = FILES.length + 1;

export interface DeskOptions {
  folder?: string;
  keyStore?: KeyStore;
  clock?: { now: number };
  parts?: FakeParts;
  copy?: boolean;
  cost?: number;
  sealed?: () => boolean;
}

/** A started desk. */
export async function startDesk(options: DeskOptions = {}) {
  const folder = options.folder ?? newFolder();
  const { keyStore = noStore, clock = { now: Date.UTC(2023, 5, 13, 9) } } = options;
  const parts = options.parts ?? fakeParts(folder);
  const file = join(folder, 'keys.json');
  const logged: string[] = [];
  const protection = await openProtection({
    file,
    copy: options.copy === true ? join(folder, 'elsewhere', 'keys.json') : null,
    keyStore,
    parts,
    sealed:
      options.sealed ??
      (() => existsSync(join(folder, 'register')) && !isPlain(folder, 'register')),
    now: () => clock.now,
    log: (message) => logged.push(message),
    cost: options.cost ?? QUICK,
  });
  return {
    folder,
    file,
    copy: join(folder, 'elsewhere', 'keys.json'),
    attempts: attemptsFileOf(file),
    parts,
    protection,
    logged,
    clock,
    keyStore,
    /** The program ends and starts again. */
    restart: async (again: DeskOptions = {}) => {
      await protection.close();
      return startDesk({ folder, keyStore, clock, copy: options.copy ?? false, ...again });
    },
  };
}
export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** A desk with a passphrase (unless null) and, when `keyStore` is given, that. */
export async function protectedDesk(
  options: DeskOptions & { passphrase?: string | null } = {},
): Promise<Desk & { recovery: string }> {
  const desk = await startDesk(options);
  const { recovery } = desk.protection.prepare();
  const passphrase = options.passphrase === undefined ? PASSPHRASE : options.passphrase;
  const answer = await desk.protection.setUp({
    passphrase,
    keyStore: options.keyStore !== undefined,
    recovery,
  });
  if (!answer.ok) throw new Error(answer.reason);
  return { ...desk, recovery };
}

export const byPassphrase = (passphrase = PASSPHRASE) =>
  ({ way: { kind: 'passphrase', passphrase } }) as const;
export const byRecovery = (code: string) => ({ way: { kind: 'recovery', code } }) as const;
export const byStore = { way: { kind: 'key-store' } } as const;
export const byPin = (pin: string, operator = PIN_OPERATOR) =>
  ({ way: { kind: 'pin', operator, pin } }) as const;
