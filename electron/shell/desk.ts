import { randomUUID } from 'node:crypto';
import { app } from 'electron';
import type { SettingsPort } from '../bridge/host';
import { openHost, type OpenHost } from '../bridge/open-host';
import type { Profile } from '../settings/profile';
import { openSettings, type SettingsKeeper } from '../settings/settings';
import { setMenu } from './menu';
import { openElectronStore } from './settings-store';
import { createElectronShell } from './shell';

/** Opens the desk of a profile: settings, register, and the bridge over them. */
export async function openDesk(profile: Profile, preload: string): Promise<OpenHost> {
  const development = !app.isPackaged && process.env['ROSTRUM_DEVELOPMENT'] === '1';
  const locale = app.getLocale();
  const now = (): number => Date.now();
  const settings = openSettings({
    folder: profile.settings,
    openStore: openElectronStore,
    newId: randomUUID,
    locale,
    now: () => new Date().toISOString(),
    backupLabel: profile.backupLabel,
  });
  return openHost({
    profile,
    settings: withMenu(settings, development),
    shell: createElectronShell({ preload, scratch: profile.scratch, now }),
    facts: { version: app.getVersion(), platform: process.platform, locale, development },
    now,
    report: logFault,
  });
}

/** The menu speaks the language of the settings, from now on and when it is changed. */
function withMenu(settings: SettingsKeeper, development: boolean): SettingsPort {
  const show = (): void => setMenu(settings.read().language, process.platform, development);
  show();
  return {
    read: () => settings.read(),
    write(patch) {
      const written = settings.write(patch);
      if (patch.language !== undefined) show();
      return written;
    },
  };
}

/** Faults go to standard error: a console that the user opened the app from, or the system's log. */
export function logFault(where: string, fault: unknown): void {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  process.stderr.write(`rostrum: ${where}: ${text}\n`);
}
