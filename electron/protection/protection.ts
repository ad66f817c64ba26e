import { dirname, join } from 'node:path';
import type { EventOf } from '@shared/contract/contract';
import type { ProtectionStatus, UnlockWay } from '@shared/contract/protection';
import { failureOf, messageOf } from '../register/failures';
import { openAttempts, pinGate, type Attempts } from './attempts';
import { changeWays } from './change-ways';
import { takeTurns } from './in-turn';
import type { KeyFile } from './key-file';
import { openKeyFiles } from './key-files';
import { prepareCodes } from './prepared-codes';
import { openScreenLock } from './screen-lock';
import { newKeys } from './set-up';
import {
  opensScreenByStore,
  stateOf,
  statusOf,
  type OpenSituation,
  type Situation,
} from './situation';
import { PASSPHRASE_COST } from './slow-hash';
import { deriveKeys, UNPROTECTED, type Keys } from './subkeys';
import type { KeyStore, ProtectedParts, Protection } from './types';
import { notOpened, openBy, type Opened } from './ways';

export interface ProtectionOptions {
  /** The key file, `keys.json`; the counts of wrong tries lie beside it. */
  readonly file: string;
  /** Where a copy of the key file is kept, beside the backup; null: nowhere. */
  readonly copy?: string | null;
  readonly keyStore: KeyStore;
  readonly parts: ProtectedParts;
  /**
   * Whether the register on the disk is sealed; where there is none, whether the backup is that it
   * would be restored from.
   */
  readonly sealed: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (message: string) => void;
  /** The wrong tries, when PINs are asked for elsewhere as well; else its own. */
  readonly attempts?: Attempts;
  /** scrypt's N, for tests. */
  readonly cost?: number;
}

/** Where the counts of wrong tries are kept for a key file. */
export const attemptsFileOf = (file: string): string => join(dirname(file), 'attempts.json');

/** Opens the protection of a profile: unprotected, opened by the key store, or locked. */
export async function openProtection(
  options: ProtectionOptions,
): Promise<Protection & { close(): Promise<void> }> {
  const { file, copy = null, keyStore, parts, sealed, now, log } = options;
  const attempts = options.attempts ?? openAttempts({ file: attemptsFileOf(file), now, log });
  const ways = { attempts, keyStore };
  const cost = options.cost === undefined ? PASSPHRASE_COST : { n: options.cost, r: 8, p: 1 };
  const files = openKeyFiles({ file, copy, sealed, now, log });
  const screenLock = openScreenLock(join(dirname(file), 'screen.locked'), log);
  const prepared = prepareCodes();
  const turns = takeTurns();
  const changed = new Set<(state: ProtectionStatus['state']) => void>();
  const progressed = new Set<(progress: EventOf<'protection.progress'>) => void>();

  let situation: Situation = { kind: 'none' };
  let switching = false;
  let interrupted = false;
  let storeRefused = false;

  const become = (next: Situation): void => {
    situation = next;
    for (const listener of changed) listener(stateOf(next));
  };
  const tellProgress = (progress: EventOf<'protection.progress'>): void => {
    for (const listener of progressed) listener(progress);
  };

  /** Says in the key file that every file is sealed. That it cannot be said costs a look next time. */
  const settled = (keyFile: KeyFile): KeyFile => {
    const next: KeyFile = { ...keyFile, state: 'on' };
    try {
      files.save(next);
      return next;
    } catch (error) {
      log(`The key file could not be marked as settled: ${messageOf(error)}`);
      return keyFile;
    }
  };

  /** Opens everything with the data key; a switch that was cut short is finished before. */
  const enter = async (keyFile: KeyFile, dataKey: Uint8Array, screen: boolean): Promise<void> => {
    const keys = deriveKeys(dataKey);
    try {
      if (keyFile.state === 'on') await parts.open(keys.ciphers);
      else await parts.switchOver(UNPROTECTED, keys.ciphers, tellProgress);
    } catch (error) {
      keys.wipe();
      throw error;
    }
    const next = keyFile.state === 'on' ? keyFile : settled(keyFile);
    become({ kind: 'open', file: next, keys, screen });
  };

  const open = async (way: UnlockWay, keyFile: KeyFile): Promise<Opened> => {
    const opened = await openBy(way, keyFile, ways);
    if (way.kind === 'key-store') storeRefused = !opened.ok && opened.reason === 'refused';
    return opened;
  };

  /** Lets somebody show that they may look at data that is open already. */
  const show = async (way: UnlockWay, current: OpenSituation) => {
    if (way.kind === 'pin') {
      const known = parts.pins.operators().some(({ id }) => id === way.operator);
      if (!known) return notOpened('no-such-way');
      const tried = await attempts.attempt(pinGate(way.operator), () =>
        parts.pins.check(way.operator, way.pin),
      );
      return tried.ok ? tried : notOpened(tried.reason, tried.waitMs);
    }
    const refused =
      way.kind === 'key-store' && current.screen && !opensScreenByStore(current.file, parts.pins);
    if (refused) return notOpened('no-such-way');
    const opened = await open(way, current.file);
    if (opened.ok) opened.dataKey.fill(0);
    return opened;
  };

  const unlock: Protection['unlock'] = async ({ way }) => {
    switch (situation.kind) {
      case 'none':
        return notOpened('no-such-way');
      case 'damaged':
        return notOpened('damaged');
      case 'locked': {
        const opened = await open(way, situation.file);
        if (!opened.ok) return opened;
        await enter(situation.file, opened.dataKey, false);
        break;
      }
      case 'open': {
        const shown = await show(way, situation);
        if (!shown.ok) return shown;
        if (situation.screen) become({ ...situation, screen: false });
      }
    }
    screenLock.clear();
    return { ok: true };
  };

  const lock: Protection['lock'] = async () => {
    if (situation.kind === 'none') return { ok: false, reason: 'no-way' };
    if (situation.kind === 'open' && !situation.screen) {
      screenLock.set();
      become({ ...situation, screen: true });
    }
    return { ok: true };
  };

  const setUp: Protection['setUp'] = async (request) => {
    if (situation.kind !== 'none') return { ok: false, reason: 'already' };
    const made = await newKeys(request, { prepared, keyStore, cost });
    if (!made.ok) return made;
    switching = true;
    try {
      return await switchOn(made.keyFile, deriveKeys(made.dataKey));
    } finally {
      switching = false;
      become(situation);
    }
  };

  /**
   * 1. The key file, with every way in, on the disk: were the first file sealed before it, a crash in
   *    between would leave data that nobody can ever open.
   * 2. All files, the register first; until it is sealed, the switch can be taken back.
   * 3. The key file once more: finished. A crash before is found by the next start (see `start`).
   */
  const switchOn = async (keyFile: KeyFile, keys: Keys): ReturnType<Protection['setUp']> => {
    let written = false;
    try {
      files.save(keyFile);
      written = true;
      await parts.switchOver(UNPROTECTED, keys.ciphers, tellProgress);
    } catch (error) {
      keys.wipe();
      log(`Protection could not be switched on: ${messageOf(error)}`);
      if (written) leaveSwitch(keyFile);
      return { ok: false, reason: failureOf(error) === 'disk-full' ? 'disk-full' : 'failed' };
    }
    situation = { kind: 'open', file: settled(keyFile), keys, screen: false };
    attempts.forgive('passphrase');
    attempts.forgive('recovery');
    screenLock.clear();
    prepared.wipe();
    interrupted = false;
    return { ok: true };
  };

  /** After a switch that failed: as before, or (with the register sealed) locked until it is finished. */
  const leaveSwitch = (keyFile: KeyFile): void => {
    if (isSealed()) {
      situation = { kind: 'locked', file: keyFile };
      return;
    }
    try {
      files.takeBack(keyFile);
    } catch (error) {
      log(`The key file will be taken back at the next start: ${messageOf(error)}`);
    }
  };

  /** When it cannot be said, keys are kept. */
  const isSealed = (): boolean => {
    try {
      return sealed();
    } catch (error) {
      log(`Whether the register is sealed could not be seen: ${messageOf(error)}`);
      return true;
    }
  };

  const start = async (): Promise<void> => {
    const found = files.find();
    if (found.state === 'damaged') {
      situation = { kind: 'damaged' };
      return;
    }
    if (found.state === 'absent') {
      await parts.open(UNPROTECTED);
      return;
    }
    if (found.keys.state === 'switching' && !isSealed()) {
      files.takeBack(found.keys);
      interrupted = true;
      log('A switch-on of protection was cut short before anything was sealed; it was taken back');
      await parts.open(UNPROTECTED);
      return;
    }
    situation = { kind: 'locked', file: found.keys };
    if (found.keys.keyStore === null) return;
    const opened = await open({ kind: 'key-store' }, found.keys);
    if (!opened.ok) return;
    try {
      await enter(found.keys, opened.dataKey, screenLock.isSet());
    } catch (error) {
      if (found.keys.state === 'on') throw error;
      // A full disk, perhaps: somebody can make room, and unlock.
      log(`The switch-on of protection could not be finished: ${messageOf(error)}`);
    }
  };

  await start();

  const changing = changeWays({
    desk: () =>
      situation.kind === 'open' && !situation.screen
        ? { file: situation.file, dataKey: situation.keys.dataKey }
        : null,
    save: (next) => {
      files.save(next);
      if (situation.kind === 'open') situation = { ...situation, file: next };
    },
    ways,
    prepared,
    cost,
    storeRefused: () => storeRefused,
  });

  return {
    status: () =>
      statusOf(situation, { keyStore, storeRefused, pins: parts.pins, attempts, interrupted }),
    isOpen: () => !switching && stateOf(situation) !== 'locked',
    page: () => {
      if (situation.kind === 'none') return { database: 'rostrum', key: null };
      if (situation.kind !== 'open' || situation.screen) throw new Error('the desk is locked');
      // A copy: the page's bytes go their own way, and are not wiped with these.
      return { database: situation.keys.database, key: situation.keys.page.slice() };
    },
    prepare: () => ({ recovery: prepared.prepare() }),
    setUp: (request) => turns.take(() => setUp(request)),
    unlock: (request) => turns.take(() => unlock(request)),
    lock: () => turns.take(lock),
    changePassphrase: (request) => turns.take(() => changing.changePassphrase(request)),
    renewRecovery: (request) => turns.take(() => changing.renewRecovery(request)),
    useKeyStore: (request) =>
      turns.take(async () => {
        const answer = await changing.useKeyStore(request);
        if (answer.ok) storeRefused = false;
        return answer;
      }),
    onChanged: (listener) => {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    onProgress: (listener) => {
      progressed.add(listener);
      return () => progressed.delete(listener);
    },
    close: () =>
      turns.end(async () => {
        prepared.wipe();
        if (situation.kind !== 'open') return;
        situation.keys.wipe();
        situation = { kind: 'locked', file: situation.file };
      }),
  };
}
