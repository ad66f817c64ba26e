import { z } from 'zod';
import type { LifeKey } from './signing';
import type { Store } from './store';

/** A replica's public key, as the backup carries it. */
export const replicaKeySchema = z.object({
  replica: z.uuid(),
  /** 32 bytes in Base64. */
  key: z.base64(),
  /** Of the register's own lives: see `LifeKey`. Null of others'. */
  signed: z.object({ from: z.int().min(1), until: z.int().min(0).nullable() }).nullable(),
});
export type ReplicaKey = z.infer<typeof replicaKeySchema>;

/** The public keys of all replicas that a store knows one of. */
export function keysOf(store: Store): ReplicaKey[] {
  const own = store.signing.lives();
  return store.highest().flatMap(([replica]): ReplicaKey[] => {
    const life = own.get(replica);
    if (life !== undefined) {
      const { key, from, until } = life;
      return [{ replica, key, signed: { from, until } }];
    }
    const key = store.replicaKey(replica);
    return key === null
      ? []
      : [{ replica, key: Buffer.from(key).toString('base64'), signed: null }];
  });
}

/**
 * Takes over keys that the store lacks; those that it has stay. After the operations and commits,
 * from which it is told how far a life went. Of several for one replica the last one counts.
 */
export function adoptKeys(store: Store, keys: readonly ReplicaKey[]): void {
  const own: Record<string, LifeKey> = {};
  for (const { replica, key, signed } of keys) {
    if (signed !== null) own[replica] = { key, ...signed };
    else if (store.replicaKey(replica) === null) {
      store.setReplicaKey(replica, Buffer.from(key, 'base64'));
    }
  }
  store.signing.adopt(own);
}
