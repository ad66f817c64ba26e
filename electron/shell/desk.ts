import { randomUUID } from 'node:crypto';
import { app } from 'electron';
import type { SettingsPort } from '../bridge/host';
import { openHost, type OpenHost } from '../bridge/open-host';
import type { Profile } from '../settings/profile';
import { openSettings, type SettingsKeeper } from '../settings/settings';
import { electronKeyStore } from './key-store';
import { log, logFault } from './log';
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
    shell: createElectronShell({ preload, places: profile, now }),
    keyStore: electronKeyStore(process.platform),
    facts: { version: app.getVersion(), platform: process.platform, locale, development },
    now,
    report: logFault,
    log,
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
    actAs: (operator) => settings.actAs(operator),
  };
}
