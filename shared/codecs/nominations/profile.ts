import { z } from 'zod';
import { LIMITS } from '../limits';
import { foldLabel } from '../table/fold-label';
import type { Sheet } from '../table/sheet';
import { NOMINATION_FIELDS, type NominationField } from './header-names';
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

/** Headings as they are compared, a repeated one with its number: order does not matter. */
function headingKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const text = foldLabel(cell).slice(0, 100);
    if (text === '') return '';
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 1 ? text : `${text} #${times}`;
  });
}

/** FNV-1a of 32 bits, from two beginnings: enough to tell headings apart, and short. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((basis) => {
      let hash = basis;
      for (let at = 0; at < text.length; at++)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}

/** The name under which a profile for these headings is kept; `null`: too few to be recognised by. */
export function profileKey(header: readonly string[]): string | null {
  const keys = headingKeys(header).filter((key) => key !== '');
  return keys.length < 2 ? null : `nominations:${fingerprint(keys.sort().join('\n'))}`;
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
  const keys = headingKeys(header);
  const named = (Object.entries(columns) as [NominationField, number][]).flatMap(
    ([field, column]) => (keys[column] ? [[field, keys[column]] as const] : []),
  );
  return { key, profile: { name: name.trim().slice(0, 80), columns: Object.fromEntries(named) } };
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
    const keys = headingKeys(header);
    const found = Object.entries(profile.data.columns).flatMap(([field, heading]) => {
      const column = keys.indexOf(heading);
      return column < 0 ? [] : [[field, column] as const];
    });
    const { name } = profile.data;
    return { key, name, mapping: { headerRow: at, columns: Object.fromEntries(found) } };
  }
  return null;
}
