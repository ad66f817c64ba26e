import { z } from 'zod';
import { badgeSettingsSchema, DEFAULT_BADGE_SETTINGS } from '../domain/badge/settings';
import { channel } from './channel';

export const LANGUAGES = ['en', 'ru'] as const;
export const THEMES = ['light', 'dark', 'auto'] as const;

const PROFILE_TEXT_LIMIT = 64 * 1024;

/** Small JSON by name: how the columns of a known nomination list were mapped, and the like. */
const importProfiles = z
  .record(z.string().min(1).max(200), z.json())
  .refine((profiles) => JSON.stringify(profiles).length <= PROFILE_TEXT_LIMIT, {
    error: 'import profiles together exceed 64 kB',
  });

const fields = {
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  /** Empty until the first start is done. */
  deskName: z.string().max(100),
  /** The first start is done. */
  started: z.boolean(),
  lastMeeting: z.uuid().nullable(),
  importProfiles,
  sound: z.boolean(),
  /** How loud the desk's tones are, 0 to 1; `sound` mutes them without forgetting it. */
  volume: z.number().min(0).max(1),
  /** What this desk prints badges and plates with. */
  badges: badgeSettingsSchema,
  /** By table: columns that are hidden, and how it is sorted, as somebody left it. */
  tables: z.record(
    z.string().min(1).max(60),
    z.strictObject({
      hidden: z.array(z.string().max(60)).max(60),
      sort: z.array(z.strictObject({ id: z.string().max(60), desc: z.boolean() })).max(5),
    }),
  ),
  /** The screen is locked after so many minutes without a touch; 0: never. */
  lockAfterMinutes: z.int().min(0).max(240),
};

/** What a page may change. */
export const settingsPatchSchema = z.strictObject(fields).partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/**
 * All settings. `operator` is who acts here: there is always one, and only `operators.signIn` changes
 * it; the name is in the journal, because names do not belong into a settings file (members that
 * earlier versions wrote are dropped). `backupFolder` is only a label of where the continuous backup goes (the folder's own
 * name, never its path), null when it lies inside the profile; the host alone decides it.
 */
export const settingsSchema = z.strictObject({
  ...fields,
  operator: z.object({ id: z.uuid() }),
  backupFolder: z.string().max(255).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The settings of a machine that has none yet. `locale` is the machine's BCP 47 tag. */
export function defaultSettings(input: { operatorId: string; locale: string }): Settings {
  return {
    language: /^ru\b/i.test(input.locale) ? 'ru' : 'en',
    theme: 'auto',
    deskName: '',
    operator: { id: input.operatorId },
    started: false,
    lastMeeting: null,
    importProfiles: {},
    sound: true,
    volume: 0.7,
    badges: { ...DEFAULT_BADGE_SETTINGS },
    tables: {},
    lockAfterMinutes: 0,
    backupFolder: null,
  };
}

export const settingsChannels = {
  'settings.read': channel(z.strictObject({}), settingsSchema),
  'settings.write': channel(z.strictObject({ patch: settingsPatchSchema }), settingsSchema),
};
