import { UN_LANGUAGES, type UnLanguage } from '../../domain/language';
import type { PartyFields } from '../../domain/party/types';

/**
 * The columns of the registry as a CSV file. Their headings are the same in every language, so
 * that a file written at one desk is read at another. Several values of one cell stand one under
 * the other:
 *
 * - `statuses`: `member 2003-05-22/2010-12-31`; `..` where a day is not known or the end is open;
 * - `designations`: `../2024-07-01 | EMCDDA | en=European Monitoring Centre …`, the code empty
 *   where it was the party's own; `\`, `|` and line ends within a name are written `\\`, `\|`, `\n`;
 * - `footnotes`: `1999-06-10/.. | In accordance with …`, those that held or hold for a time;
 * - `focal_points`: `name | e-mail | institution`, only in a file that was asked to have them.
 */
export const NAME_COLUMNS = UN_LANGUAGES.map((language) => `name_${language}` as const);

/** Columns of one plain text, by the field that it is. */
export const TEXT_COLUMNS = {
  code: 'code',
  iso2: 'iso2',
  m49: 'm49',
  region: 'region',
  subregion: 'subregion',
  organization_kind: 'organizationKind',
  footnote: 'footnote',
} as const satisfies Readonly<Record<string, keyof PartyFields>>;
export type TextColumn = keyof typeof TEXT_COLUMNS;

export const REGISTRY_COLUMNS = [
  'id',
  'kind',
  'code',
  'iso2',
  'm49',
  'region',
  'subregion',
  'organization_kind',
  ...NAME_COLUMNS,
  'statuses',
  'designations',
  'footnote',
  'footnotes',
  'flags',
  'language',
  'aliases',
  'focal_points',
] as const;
export type RegistryColumn = (typeof REGISTRY_COLUMNS)[number];

export function nameColumn(language: UnLanguage): RegistryColumn {
  return `name_${language}`;
}

/** The parts of a line, from one text and back: `|` parts them, `\` before it keeps it. */
export function joinParts(parts: readonly string[]): string {
  return parts
    .map((part) =>
      part.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\r?\n/g, '\\n').trim(),
    )
    .join(' | ');
}

export function splitParts(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '\\') {
      at += 1;
      const next = line.charAt(at);
      part += next === 'n' ? '\n' : next;
    } else if (sign === '|') {
      parts.push(part.trim());
      part = '';
    } else part += sign;
  }
  return [...parts, part.trim()];
}

/** A period as ISO 8601 writes an interval, `..` where an end is open or not known. */
export function writePeriod(from: string | null, to: string | null): string {
  return `${from ?? '..'}/${to ?? '..'}`;
}

const PERIOD = /^(\.\.|\d{4}-\d\d-\d\d)\/(\.\.|\d{4}-\d\d-\d\d)$/;

export function readPeriod(text: string): { from: string | null; to: string | null } | null {
  const match = PERIOD.exec(text.trim());
  if (match === null) return null;
  const day = (one: string | undefined) => (one === undefined || one === '..' ? null : one);
  return { from: day(match[1]), to: day(match[2]) };
}

/** What a spreadsheet would run; `writeCsv` puts an apostrophe before it. */
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that itself begins as a guarded one does gets one more apostrophe, to be told apart. */
export function guard(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that `writeCsv` or `guard` put before it. */
export function unguard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
