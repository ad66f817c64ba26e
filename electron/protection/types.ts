import type { AnswerOf, EventOf, ParsedRequestOf } from '@shared/contract/contract';
import type { ProtectionStatus } from '@shared/contract/protection';
import type { Cipher } from '../register/cipher';

/** The machine's key store: seals for this user on this machine alone. */
export interface KeyStore {
  state(): Promise<'available' | 'none' | 'plain-text'>;
  seal(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws when it was not sealed by this store, or the store refuses */
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

/** With what each kind of file is sealed. */
export interface Ciphers {
  /** The register and its backup. */
  readonly register: Cipher;
  readonly blobs: Cipher;
  readonly texts: Cipher;
}

/** What opens a locked screen beside the keys: the operators' PINs, which the journal holds. */
export interface PinCheck {
  /** Operators who have a PIN, by name; only asked while the register is open. */
  operators(): { id: string; name: string }[];
  /** Only compares: wrong tries are counted, and delayed, by who asks (see attempts.ts). */
  check(operator: string, pin: string): Promise<boolean>;
}

/** What the host does when protection opens or is switched on. */
export interface ProtectedParts {
  /**
   * Opens register and attachments with these: once after a start, at once without protection, else
   * when somebody has unlocked it. Called again only when it has thrown.
   */
  open(ciphers: Ciphers): Promise<void>;
  /**
   * Writes everything anew with `to` and opens it again; safe against a crash at any moment, and done
   * again from where it stood by another call, also one after a start, with nothing open yet. Until it
   * resolves nothing else is answered. The register is the first that is sealed, in one step: while it
   * is not, the switch can be taken back, keys and all. When this rejects with the register not sealed,
   * everything is open again with `from`, as before; with the register sealed, nothing needs to be
   * open, and the next unlock calls again.
   */
  switchOver(
    from: Ciphers,
    to: Ciphers,
    onProgress: (progress: EventOf<'protection.progress'>) => void,
  ): Promise<void>;
  readonly pins: PinCheck;
}

type Answer<C extends 'setUp' | 'unlock' | 'lock' | 'changePassphrase' | 'renewRecovery'> = Promise<
  AnswerOf<`protection.${C}`>
>;

/** The protection of one desk: the keys, and whether they are at hand. */
export interface Protection {
  status(): Promise<ProtectionStatus>;
  /** Whether anything but protection itself may be asked. */
  isOpen(): boolean;
  /** Throws while locked: the router has refused before. */
  page(): { database: string; key: Uint8Array<ArrayBuffer> | null };
  prepare(): { recovery: string };
  setUp(request: ParsedRequestOf<'protection.setUp'>): Answer<'setUp'>;
  unlock(request: ParsedRequestOf<'protection.unlock'>): Answer<'unlock'>;
  lock(): Answer<'lock'>;
  changePassphrase(
    request: ParsedRequestOf<'protection.changePassphrase'>,
  ): Answer<'changePassphrase'>;
  renewRecovery(request: ParsedRequestOf<'protection.renewRecovery'>): Answer<'renewRecovery'>;
  useKeyStore(
    request: ParsedRequestOf<'protection.useKeyStore'>,
  ): Promise<AnswerOf<'protection.useKeyStore'>>;
  /** Calls back whenever it was locked, unlocked or switched. Returns the way to stop. */
  onChanged(listener: (state: ProtectionStatus['state']) => void): () => void;
  onProgress(listener: (progress: EventOf<'protection.progress'>) => void): () => void;
}
