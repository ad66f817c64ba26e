import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Cipher } from './cipher';
import { DamageError } from './failures';
import type { Meta } from './meta';
import { newKeyPair, publicBytesOf, secretKeyOf, signRun, type SignedRun } from './signature';

const lifeKeySchema = z.object({
  /** The public key: 32 bytes in Base64. */
  key: z.base64(),
  /** The first number that must lie in a signed commit: above 1 where a life began without a key. */
  from: z.int().min(1),
  /**
   * The last number that must; null in the present life. What a former life has above it came back
   * from elsewhere, without its commits.
   */
  until: z.int().min(0).nullable(),
});
/** With which key one of the register's own lives signs, and which of its numbers. */
export type LifeKey = z.infer<typeof lifeKeySchema>;

/** What is sealed in the meta value `signing`: only who has the cipher's key can exchange a key. */
const keyringSchema = z.object({
  secret: z.base64(),
  lives: z.record(z.uuid(), lifeKeySchema),
});
type Keyring = z.infer<typeof keyringSchema>;

/** What signing needs of the store. */
export interface SigningHome {
  readonly meta: Meta;
  /** The last number of a replica that is here, 0 when none is. */
  lastSeq(replica: string): number;
  /** The last number of a replica that lies in a commit, 0 when none does. */
  lastCommitted(replica: string): number;
  setReplicaKey(replica: string, key: Uint8Array): void;
}

interface Opened {
  readonly secret: string;
  readonly life: string;
  readonly keyring: Keyring;
  readonly private: KeyObject;
}

/**
 * The keys with which this register signs its commits: a pair for every life, made with it. The
 * private one goes through the cipher; what a protected register signed cannot be signed anew by
 * whoever can only write into its file.
 */
export class Signing {
  #opened: Opened | null = null;

  constructor(
    private readonly home: SigningHome,
    private readonly cipher: Cipher,
  ) {}

  /** Makes the keys of a life that begins; in the transaction in which it does. */
  begin(life: string): void {
    const before = this.#current();
    const lives = { ...before?.keyring.lives };
    const former = before === null ? undefined : lives[before.life];
    if (before !== null && former !== undefined) {
      lives[before.life] = { ...former, until: this.home.lastSeq(before.life) };
    }
    this.#make(life, lives, 1);
  }

  /**
   * Gives the present life of an older register, which has none, a key from here on.
   *
   * @throws DamageError when it has one that is not what was written
   */
  ensure(): void {
    const life = this.home.meta.get('life');
    const opened = this.#current();
    if (opened === null) this.#make(life, {}, this.home.lastSeq(life) + 1);
    else if (opened.life !== life) throw new DamageError('the signing key is of another life');
  }

  /** Takes over keys of former lives, which a backup or a damaged register still knew. */
  adopt(found: Readonly<Record<string, LifeKey>>): void {
    const { life, keyring } = this.#known();
    const lives = { ...keyring.lives };
    for (const [former, key] of Object.entries(found)) {
      if (former === life || Object.hasOwn(lives, former)) continue;
      lives[former] = { ...key, until: key.until ?? this.home.lastCommitted(former) };
      this.home.setReplicaKey(former, Buffer.from(key.key, 'base64'));
    }
    this.#keep(life, { ...keyring, lives });
  }

  /** The keys of all own lives that have one. */
  lives(): ReadonlyMap<string, LifeKey> {
    return new Map(Object.entries(this.#known().keyring.lives));
  }

  /** The signature of a commit of the present life, in Base64. */
  sign(run: SignedRun): string {
    return signRun(run, this.#known().private);
  }

  /** The meta value `signing`, sealed with another cipher. */
  sealedWith(to: Cipher): { life: string; secret: string } {
    const { life, keyring } = this.#known();
    return { life, secret: seal(life, keyring, to) };
  }

  #make(life: string, lives: Record<string, LifeKey>, from: number): void {
    const { key, secret } = newKeyPair();
    const own = { key: base64(key), from, until: null };
    this.#keep(life, { secret: base64(secret), lives: { ...lives, [life]: own } });
    this.home.setReplicaKey(life, key);
  }

  #keep(life: string, keyring: Keyring): void {
    this.home.meta.set('signing', { life, secret: seal(life, keyring, this.cipher) });
  }

  #known(): Opened {
    const opened = this.#current();
    if (opened === null) throw new DamageError('the present life has no key');
    return opened;
  }

  /** @throws DamageError when it is not what was written */
  #current(): Opened | null {
    const kept = this.home.meta.get('signing');
    if (kept === null) return null;
    if (this.#opened?.secret === kept.secret) return this.#opened;
    const keyring = openKeyring(kept, this.cipher);
    const secret = privateOf(keyring);
    if (keyring.lives[kept.life]?.key !== base64(publicBytesOf(secret))) {
      throw new DamageError('the key of the present life is not its own');
    }
    this.#opened = { ...kept, keyring, private: secret };
    return this.#opened;
  }
}

/**
 * The keys of lives that a meta value holds.
 *
 * @throws DamageError when it is not what was written
 */
export function keysIn(
  kept: { life: string; secret: string } | null,
  cipher: Cipher,
): Record<string, LifeKey> {
  return kept === null ? {} : openKeyring(kept, cipher).lives;
}

function openKeyring({ life, secret }: { life: string; secret: string }, cipher: Cipher): Keyring {
  try {
    const plain = cipher.open(Buffer.from(secret, 'base64'), contextOf(life));
    return keyringSchema.parse(JSON.parse(Buffer.from(plain).toString()));
  } catch (error) {
    throw new DamageError('the signing key cannot be read', { cause: error });
  }
}

function privateOf({ secret }: Keyring): KeyObject {
  try {
    return secretKeyOf(Buffer.from(secret, 'base64'));
  } catch (error) {
    throw new DamageError('the signing key is none', { cause: error });
  }
}

function seal(life: string, keyring: Keyring, cipher: Cipher): string {
  return base64(cipher.seal(Buffer.from(JSON.stringify(keyring)), contextOf(life)));
}

const contextOf = (life: string) => `signing:${life}`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
