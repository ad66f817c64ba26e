import {
  defaultSettings,
  settingsSchema,
  type Settings,
  type SettingsPatch,
} from '@shared/contract/settings';
import { openDocument, type OpenStore } from './document';

export interface SettingsKeeper {
  read(): Settings;
  write(patch: SettingsPatch): Settings;
  /** The name under which a damaged settings file was set aside, else null. */
  readonly setAside: string | null;
}

/** The settings in `folder/settings.json`. A first operator is made when there is none. */
export function openSettings(options: {
  folder: string;
  openStore: OpenStore;
  newId: () => string;
  locale: string;
  now: () => string;
  backupLabel: string | null;
}): SettingsKeeper {
  const document = openDocument({
    folder: options.folder,
    name: 'settings',
    schema: settingsSchema,
    fallback: () => defaultSettings({ operatorId: options.newId(), locale: options.locale }),
    openStore: options.openStore,
    now: options.now,
  });
  if (document.read().backupFolder !== options.backupLabel) {
    document.write({ backupFolder: options.backupLabel });
  }
  return {
    read: () => document.read(),
    // A field that is given as undefined is a field that is not given.
    write: (patch) =>
      document.write(
        Object.fromEntries(
          Object.entries<unknown>(patch).filter(([, value]) => value !== undefined),
        ),
      ),
    setAside: document.setAside,
  };
}
