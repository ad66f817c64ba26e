import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { DamageError } from './failures';
import type { Statements } from './statements';

const fingerprint = z.object({
  place: z.string(),
  file: z.string(),
  birth: z.string().nullable(),
});
/** See cipher.ts. */
export const lockSchema = z.object({ cipher: z.string(), probe: z.string() });
const clock = z.object({ ms: z.number(), counter: z.int() });

/** What the register knows about itself. */
const SCHEMAS = {
  /** The replica: the id of this register's present life. */
  life: z.uuid(),
  /** All its lives, the present one included. */
  lives: z.array(z.uuid()),
  fingerprint,
  /** The hybrid logical clock after the last commit. */
  clock,
  /** What the personal values were sealed with. */
  lock: lockSchema,
  /** Faults of former lives that no copy could heal: reported, but no reason to rebuild again. */
  incurable: z.array(z.string()),
  /** Raised when what was handed out before is no longer what it was: see standing.ts. */
  epoch: z.int().nonnegative(),
  /** Values were erased that other files may still have: see forgetting.ts. */
  erasing: z.boolean(),
  /**
   * The private key with which a life signs, in Base64 as the cipher sealed it; null while the
   * present life has none.
   */
  signing: z.object({ life: z.uuid(), secret: z.base64() }).nullable(),
};
type Schemas = typeof SCHEMAS;
export type MetaKey = keyof Schemas;
export type MetaValue<Key extends MetaKey> = z.infer<Schemas[Key]>;

/**
 * The register's few values about itself. Each has a checksum: no chain covers them, and a flipped
 * bit in the clock or in the life must not go unnoticed.
 */
export class Meta {
  constructor(private readonly sql: Statements) {}

  /** @throws DamageError when the value is missing or is not what was written */
  get<Key extends MetaKey>(key: Key): MetaValue<Key> {
    const row = this.sql.get('SELECT value, crc FROM meta WHERE key = ?', key);
    if (row === undefined) throw new DamageError(`meta: ${key} is missing`);
    const [value, crc] = row;
    if (typeof value !== 'string' || crc32(key + value) !== crc) {
      throw new DamageError(`meta: ${key} is damaged`);
    }
    return SCHEMAS[key].parse(JSON.parse(value)) as MetaValue<Key>;
  }

  /** @throws DamageError when any value is missing or is not what was written */
  check(): void {
    for (const key of Object.keys(SCHEMAS) as MetaKey[]) this.get(key);
  }

  set<Key extends MetaKey>(key: Key, value: MetaValue<Key>): void {
    const text = JSON.stringify(value);
    this.sql.run(
      'INSERT INTO meta (key, value, crc) VALUES (?, ?, ?) ' +
        'ON CONFLICT (key) DO UPDATE SET value = excluded.value, crc = excluded.crc',
      key,
      text,
      crc32(key + text),
    );
  }
}
