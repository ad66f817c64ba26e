import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Hello } from '@shared/contract/app';
import { openAttempts } from '../protection/attempts';
import { attemptsFileOf, openProtection } from '../protection/protection';
import type { KeyStore } from '../protection/types';
import { machineId } from '../settings/machine';
import { otherShellsPages } from '../settings/page-storage';
import { emptyScratch, type Profile } from '../settings/profile';
import { createDeskFiles } from './desk-files';
import type { SettingsPort } from './host';
import { operatorReader } from './operator-records';
import { createOperators, pinCheck } from './operators';
import { createRouter, type Router } from './router';
import type { Shell } from './shell-port';

export interface OpenHost {
  readonly router: Router;
  /** Flushes and closes the register, and forgets the keys. */
  close(): Promise<void>;
}

export interface HostOptions {
  readonly profile: Profile;
  readonly settings: SettingsPort;
  readonly shell: Shell;
  readonly keyStore: KeyStore;
  readonly facts: Omit<Hello, 'shell'>;
  readonly now: () => number;
  /** A fault, of which only what is no personal data may be written down (see fault-text.ts). */
  readonly report: (channel: string, fault: unknown) => void;
  /** A message of this program for whoever keeps the log; never personal data. */
  readonly log: (message: string) => void;
  /** scrypt's N; only tests take another one. */
  readonly cost?: number;
}

/**
 * Puts the router over the files of a profile, the same in both shells: open at once, or locked until
 * somebody opens them.
 */
export async function openHost(options: HostOptions): Promise<OpenHost> {
  const { profile, settings, shell, keyStore, facts, now, report, log, cost } = options;
  emptyScratch(profile);
  const files = createDeskFiles({
    ...{ profile, now, log, machine: machineId() },
    otherPages: otherShellsPages(profile, shell.kind),
    // The page does not say who acts; the host knows.
    actor: () => settings.read().operator.id,
  });
  const readOperators = operatorReader();
  const records = () => readOperators(files.present());
  const attempts = openAttempts({ file: attemptsFileOf(profile.keys), now, log });
  const protection = await openProtection({
    ...{
      file: profile.keys,
      copy: join(profile.backup, 'keys.json'),
      keyStore,
      now,
      log,
      attempts,
    },
    sealed: () => files.isSealed(),
    parts: { open: files.open, switchOver: files.switchOver, pins: pinCheck(records) },
    ...(cost === undefined ? {} : { cost }),
  });
  const { register, blobs, texts } = files;
  const operators = createOperators({
    ...{ records, register, settings, attempts, newId },
    ...(cost === undefined ? {} : { pinCost: cost }),
  });
  const router = createRouter({
    ...{ facts, settings, register, blobs, texts, protection, operators, shell, report },
  });
  return {
    router,
    async close() {
      await protection.close();
      await files.close();
    },
  };
}
