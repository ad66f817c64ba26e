import { z } from 'zod';
import { LIMITS } from '../limits';
import { columnsOf, headingsKey, headingsOf } from '../table/heading-keys';
import type { Mapping } from '../table/mapping';
import type { Sheet } from '../table/sheet';
import { MAPPED_FIELDS, missingColumns, type MappedField } from './mapping';

/**
 * How the columns of a report that no table knows were understood, as somebody said once: kept among
 * the settings and recognised by the headings. It holds headings only, never a value of a row.
 */
export const reportProfileSchema = z.strictObject({
  /** What the user calls the source. */
  name: z.string().min(1).max(80),
  /** Heading of the column that holds each field. */
  columns: z.partialRecord(z.enum(MAPPED_FIELDS), z.string().max(120)),
  /** Whether day or month comes first; `null`: the values or the meeting decide. */
  dateOrder: z.enum(['dmy', 'mdy']).nullable(),
});
export type ReportProfile = z.infer<typeof reportProfileSchema>;

export interface RecognisedReportProfile {
  readonly key: string;
  readonly name: string;
  readonly dateOrder: ReportProfile['dateOrder'];
  readonly mapping: Mapping<MappedField>;
}

/** The profile of a mapping; `null` without headings, or with too few to be recognised by. */
export function reportProfileOf(
  name: string,
  sheet: Sheet,
  { headerRow, columns }: Mapping<MappedField>,
  dateOrder: ReportProfile['dateOrder'],
): { readonly key: string; readonly profile: ReportProfile } | null {
  const header = headerRow === null ? [] : (sheet.rows[headerRow] ?? []);
  const key = headingsKey('report', header);
  const named = name.trim().slice(0, 80);
  if (key === null || named === '') return null;
  return { key, profile: { name: named, columns: headingsOf(header, columns), dateOrder } };
}

/**
 * The kept profile whose headings a row of the sheet has, in any order. Profiles that are not as
 * they should be, or do not suffice, are passed over.
 */
export function recogniseReportProfile(
  sheet: Sheet,
  profiles: Readonly<Record<string, unknown>>,
): RecognisedReportProfile | null {
  const last = Math.min(sheet.rows.length, LIMITS.headerSearchRows);
  for (let at = 0; at < last; at++) {
    const header = sheet.rows[at] ?? [];
    const key = headingsKey('report', header);
    if (key === null || !Object.hasOwn(profiles, key)) continue;
    const profile = reportProfileSchema.safeParse(profiles[key]);
    if (!profile.success) continue;
    const { name, dateOrder } = profile.data;
    const columns = columnsOf(header, profile.data.columns);
    if (missingColumns(columns).length > 0) continue;
    return { key, name, dateOrder, mapping: { headerRow: at, columns } };
  }
  return null;
}
