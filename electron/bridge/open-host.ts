import type { Hello } from '@shared/contract/app';
import { openBlobStore } from '../register/blobs';
import { openRegister } from '../register/register';
import { machineId } from '../settings/machine';
import { emptyScratch, type Profile } from '../settings/profile';
import type { SettingsPort } from './host';
import { createRouter, type Router } from './router';
import type { Shell } from './shell-port';

export interface OpenHost {
  readonly router: Router;
  /** Flushes and closes the register. */
  close(): Promise<void>;
}

/** Opens the register and the blobs of a profile and puts the router over them: the same in both shells. */
export async function openHost(options: {
  profile: Profile;
  settings: SettingsPort;
  shell: Shell;
  facts: Omit<Hello, 'shell'>;
  now: () => number;
  report: (channel: string, fault: unknown) => void;
}): Promise<OpenHost> {
  const { profile, settings, shell, facts, now, report } = options;
  emptyScratch(profile);
  const register = openRegister({
    folder: profile.register,
    backupFolder: profile.backup,
    now,
    machine: machineId(),
    // The page does not say who acts; the host knows.
    actor: () => settings.read().operator.id,
    log: (message) => report('register', message),
  });
  const blobs = openBlobStore(profile.blobs);
  const router = createRouter({ facts, settings, register, blobs, shell, report });
  return { router, close: async () => register.close() };
}
