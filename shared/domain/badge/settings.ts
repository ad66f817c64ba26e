import { z } from 'zod';

/** The three templates. Sizes are in millimetres; see codecs/badges. */
export const BADGE_TEMPLATES = ['portrait', 'landscape', 'nameplate'] as const;
export const badgeTemplateSchema = z.enum(BADGE_TEMPLATES);
export type BadgeTemplate = z.infer<typeof badgeTemplateSchema>;

/** What a desk prints with: the badge's template, and the id of the sheet that it lies on. */
export const badgeSettingsSchema = z.strictObject({
  template: badgeTemplateSchema,
  /** Id of a label sheet or of a single-badge printer's size; see codecs/badges. */
  sheet: z.string().max(40),
  /** Where on a begun sheet the first label lies, counted from 0. */
  startAt: z.int().min(0).max(100),
});
export type BadgeSettings = z.infer<typeof badgeSettingsSchema>;

export const DEFAULT_BADGE_SETTINGS: BadgeSettings = {
  template: 'portrait',
  sheet: 'a4-single',
  startAt: 0,
};
