import { randomBytes, randomUUID } from 'node:crypto';
import type { AnswerOf, ParsedRequestOf } from '@shared/contract/contract';
import { isLongEnough, storeSlotFor } from './change-ways';
import type { KeyFile } from './key-file';
import type { PreparedCodes } from './prepared-codes';
import type { Cost } from './slow-hash';
import { makeSecretSlot, passphraseBytes } from './slots';
import { DATA_KEY_BYTES } from './subkeys';
import type { KeyStore } from './types';

type Refusal = Exclude<AnswerOf<'protection.setUp'>, { ok: true }>;
type NewKeys = { ok: true; keyFile: KeyFile; dataKey: Uint8Array } | Refusal;

/** Makes a data key and the file with every way to it; nothing is written. */
export async function newKeys(
  request: ParsedRequestOf<'protection.setUp'>,
  options: { prepared: PreparedCodes; keyStore: KeyStore; cost: Cost },
): Promise<NewKeys> {
  const { passphrase } = request;
  const { prepared, cost } = options;
  if (passphrase === null && !request.keyStore) return { ok: false, reason: 'no-way' };
  if (passphrase !== null && !isLongEnough(passphrase)) return { ok: false, reason: 'too-short' };
  const recovery = prepared.find(request.recovery);
  if (recovery === null) return { ok: false, reason: 'unknown-recovery' };

  const dataKey = randomBytes(DATA_KEY_BYTES);
  const keyStore = request.keyStore ? await storeSlotFor(options.keyStore, dataKey) : null;
  if (request.keyStore && keyStore === null) return { ok: false, reason: 'key-store-refused' };
  const keyFile: KeyFile = {
    format: 'rostrum-keys',
    version: 1,
    id: randomUUID(),
    state: 'switching',
    passphrase:
      passphrase === null
        ? null
        : await makeSecretSlot('passphrase', passphraseBytes(passphrase), dataKey, cost),
    recovery: await makeSecretSlot('recovery', recovery, dataKey, cost),
    keyStore,
  };
  return { ok: true, keyFile, dataKey };
}
