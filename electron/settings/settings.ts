import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /** Makes this operator the one who acts here. */
  actAs(operator: string): void;
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
  cleanCopies(options.folder);
  const document = openDocument({
    folder: options.folder,
    name: 'settings',
    schema: settingsSchema,
    fallback: () => defaultSettings({ operatorId: options.newId(), locale: options.locale }),
    openStore: options.openStore,
    redact: withoutName,
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
    actAs: (operator) => void document.write({ operator: { id: operator } }),
    setAside: document.setAside,
  };
}

/**
 * Earlier versions kept the operator's name in this file. It is in the journal, where it can be sealed
 * and forgotten, and is taken out of everything that they left, whatever shape that is in.
 */
function withoutName(text: string): string {
  return text.replace(/("operator"\s*:\s*\{[^}]*?"name"\s*:\s*)"(?:[^"\\]|\\.)*"?/gs, '$1""');
}

function cleanCopies(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^settings\.broken-\w+\.json$/.test(name)) continue;
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const clean = withoutName(text);
    if (clean !== text) writeFileSync(file, clean, { mode: 0o600, flush: true });
  }
}
