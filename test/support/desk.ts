import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerOf, ChannelName, EventName, RequestOf } from '@shared/contract/contract';
import { openHost, type OpenHost } from '@electron/bridge/open-host';
import type { KeyStore } from '@electron/protection/types';
import { prepareProfile, profileAt, type Profile } from '@electron/settings/profile';
import { openSettings } from '@electron/settings/settings';
import { NO_KEY_STORE } from '@electron/web/key-store';
import { openConf } from '@electron/web/settings-store';
import { idleShell } from './fake-host';

/** scrypt's N where its slowness is not what is tested. */
const QUICK = 16;

/** A whole host over a profile on disk, without a window. */
export interface Desk {
  readonly profile: Profile;
  call<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<AnswerOf<C>>;
  /** Events since the start, in order. */
  readonly heard: (readonly [EventName, unknown])[];
  readonly faults: unknown[];
  readonly log: string[];
  close(): Promise<void>;
}

export function profileIn(folder: string, backup = ''): Profile {
  const env = { ROSTRUM_PROFILE: folder, ROSTRUM_BACKUP: backup };
  return { ...profileAt({ env, platform: process.platform, home: folder }), memory: null };
}

export async function startDesk(
  folder: string,
  options: {
    now?: () => number;
    keyStore?: KeyStore;
    /** As `ROSTRUM_BACKUP`. */
    backup?: string;
    onEvent?: (name: EventName, value: unknown) => void;
  } = {},
): Promise<Desk> {
  const { now = () => Date.now(), keyStore = NO_KEY_STORE, onEvent } = options;
  const profile = profileIn(folder, options.backup);
  prepareProfile(profile);
  const faults: unknown[] = [];
  const log: string[] = [];
  const settings = openSettings({
    ...{ folder: profile.settings, openStore: openConf, newId: randomUUID, locale: 'en' },
    ...{ now: () => new Date(now()).toISOString(), backupLabel: null },
  });
  const host: OpenHost = await openHost({
    ...{ profile, settings, keyStore, now, shell: idleShell, cost: QUICK },
    facts: { version: '0.0.0', platform: process.platform, locale: 'en', development: false },
    report: (_, fault) => void faults.push(fault),
    log: (message) => void log.push(message),
  });
  const heard: (readonly [EventName, unknown])[] = [];
  const stop = host.router.forward((name, value) => {
    heard.push([name, value]);
    onEvent?.(name, value);
  });
  return {
    ...{ profile, heard, faults, log },
    call: async <C extends ChannelName>(channel: C, request: RequestOf<C>) =>
      (await host.router.call(channel, request, { window: null })) as AnswerOf<C>,
    async close() {
      stop();
      await host.close();
    },
  };
}

/** Files below a folder in which one of the texts stands as UTF-8, with the text. */
export function traces(folder: string, texts: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return texts.filter((text) => bytes.includes(text)).map((text) => `${entry.name}: ${text}`);
    });
}
