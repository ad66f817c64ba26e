import { z } from 'zod';
import { LIMITS } from '../limits';
import { columnsOf, headingsKey, headingsOf } from '../table/heading-keys';
import type { Sheet } from '../table/sheet';
import { NOMINATION_FIELDS } from './header-names';
import type { NominationMapping } from './types';

/**
 * How the columns of a source were understood, as a human corrected it: kept among the settings and
 * recognised by the headings. It holds headings only, never a value of a row or a file's name.
 */
export const sourceProfileSchema = z.strictObject({
  /** What the user calls the source. */
  name: z.string().min(1).max(80),
  /** Heading of the column that holds each field. */
  columns: z.partialRecord(z.enum(NOMINATION_FIELDS), z.string().max(120)),
});
export type SourceProfile = z.infer<typeof sourceProfileSchema>;

export interface RecognisedProfile {
  readonly key: string;
  readonly name: string;
  readonly mapping: NominationMapping;
}

/** The name under which a profile for these headings is kept; `null`: too few to be recognised by. */
export function profileKey(header: readonly string[]): string | null {
  return headingsKey('nominations', header);
}

/** The profile of a mapping; `null` for a sheet without headings. */
export function profileOf(
  name: string,
  sheet: Sheet,
  { headerRow, columns }: NominationMapping,
): { readonly key: string; readonly profile: SourceProfile } | null {
  const header = headerRow === null ? [] : (sheet.rows[headerRow] ?? []);
  const key = profileKey(header);
  if (key === null) return null;
  const named = headingsOf(header, columns);
  return { key, profile: { name: name.trim().slice(0, 80), columns: named } };
}

/**
 * The kept profile whose headings a row of the sheet has, in any order. `headerRow` looks at that
 * row alone. Profiles that are not as they should be are passed over.
 */
export function recogniseProfile(
  sheet: Sheet,
  profiles: Readonly<Record<string, unknown>>,
  headerRow?: number,
): RecognisedProfile | null {
  const rows = headerRow === undefined ? [...sheet.rows.keys()] : [headerRow];
  for (const at of rows.slice(0, LIMITS.headerSearchRows)) {
    const header = sheet.rows[at] ?? [];
    const key = profileKey(header);
    const kept = key === null ? undefined : profiles[key];
    if (key === null || kept === undefined) continue;
    const profile = sourceProfileSchema.safeParse(kept);
    if (!profile.success) continue;
    const { name, columns } = profile.data;
    return { key, name, mapping: { headerRow: at, columns: columnsOf(header, columns) } };
  }
  return null;
}
