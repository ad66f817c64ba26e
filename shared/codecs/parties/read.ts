import { z } from 'zod';
import { UN_LANGUAGES, type Names } from '../../domain/language';
import {
  focalPointSchema,
  partyFields,
  partyFlagSchema,
  partyFootnoteSchema,
  partyKindSchema,
  partyStatusSchema,
  type FocalPoint,
  type PartyFields,
} from '../../domain/party/types';
import { error, refuse, type Issue, type Refusal } from '../issue';
import { foldLabel } from '../table/fold-label';
import { cellAt, isBlank, type Sheet } from '../table/sheet';
import {
  nameColumn,
  readPeriod,
  REGISTRY_COLUMNS,
  splitParts,
  TEXT_COLUMNS,
  unguard,
  type RegistryColumn,
  type TextColumn,
} from './columns';

export type RegistryIssueCode =
  | 'kind-unknown'
  | 'status-unreadable'
  | 'designation-unreadable'
  | 'footnote-unreadable'
  | 'flag-unknown'
  | 'language-unknown'
  /** A value is longer, or of another form, than it can be. */
  | 'value-unfit';

/** A row as it was read: only the fields whose columns the file has. */
export interface RegistryRow {
  /** Line of the file, from 1. */
  readonly row: number;
  readonly id: string | null;
  /** The code as the file writes it, for showing a row that cannot be taken over. */
  readonly code: string;
  readonly set: Partial<PartyFields>;
  /** `null`: the file has no such column. */
  readonly focalPoints: readonly FocalPoint[] | null;
  readonly issues: readonly Issue<RegistryIssueCode>[];
}

export interface ReadRegistry {
  readonly ok: true;
  readonly rows: readonly RegistryRow[];
  /** Headings that mean nothing here; their columns are left out. */
  readonly unknown: readonly string[];
}

/** `not-a-registry`: it lacks the columns `kind` and `code`. */
export type RegistryRefusal = 'not-a-registry' | 'no-rows';

type At = Partial<Record<RegistryColumn, number>>;

/** A sheet as a registry. Column names are read without regard to case and signs. */
export function readRegistry(sheet: Sheet): ReadRegistry | Refusal<RegistryRefusal> {
  const header = (sheet.rows[0] ?? []).map((text) => unguard(text.trim()));
  const at: At = {};
  const unknown: string[] = [];
  for (const [column, text] of header.entries()) {
    const name = REGISTRY_COLUMNS.find((one) => foldLabel(one) === foldLabel(text));
    if (name !== undefined) at[name] ??= column;
    else if (text !== '') unknown.push(text);
  }
  if (at.kind === undefined || at.code === undefined) return refuse('not-a-registry');
  const rows = sheet.rows.flatMap((cells, index) =>
    index === 0 || isBlank(cells) ? [] : [readRow(cells, at, sheet.firstLine[index] ?? index + 1)],
  );
  return rows.length === 0 ? refuse('no-rows') : { ok: true, rows, unknown };
}

function readRow(cells: readonly string[], at: At, row: number): RegistryRow {
  const issues: Issue<RegistryIssueCode>[] = [];
  const cell = (name: RegistryColumn) => unguard(cellAt(cells, at[name]));
  const complain = (code: RegistryIssueCode, name: RegistryColumn, value: string) => {
    issues.push(error(code, { row, column: at[name] ?? null, value, params: { column: name } }));
  };
  /** One value for each line of a cell; a line that cannot be read is told and left out. */
  const each = <T>(
    name: RegistryColumn,
    code: RegistryIssueCode,
    read: (line: string) => T | null,
  ): T[] =>
    linesOf(cell(name)).flatMap((line) => {
      const value = read(line);
      if (value === null) complain(code, name, line);
      return value === null ? [] : [value];
    });

  const set: Partial<PartyFields> = {};
  const kind = partyKindSchema.safeParse(cell('kind').toLowerCase());
  if (kind.success) set.kind = kind.data;
  else complain('kind-unknown', 'kind', cell('kind'));
  for (const column of Object.keys(TEXT_COLUMNS) as TextColumn[]) {
    if (at[column] === undefined) continue;
    const text = cell(column);
    if (column === 'code') set.code = text;
    else set[TEXT_COLUMNS[column]] = text === '' ? null : text;
  }
  const names = namesIn(cell, at);
  if (names !== null) set.names = names;
  if (at.statuses !== undefined) set.statuses = each('statuses', 'status-unreadable', readStatus);
  if (at.designations !== undefined) {
    set.designations = each('designations', 'designation-unreadable', readDesignation);
  }
  if (at.footnotes !== undefined) {
    set.footnotes = each('footnotes', 'footnote-unreadable', readFootnote);
  }
  if (at.flags !== undefined) {
    set.flags = each('flags', 'flag-unknown', (line) => parsed(partyFlagSchema, line));
  }
  if (at.language !== undefined) {
    const text = cell('language').toLowerCase();
    const language = UN_LANGUAGES.find((one) => one === text) ?? null;
    if (language === null && text !== '') complain('language-unknown', 'language', text);
    set.language = language;
  }
  if (at.aliases !== undefined) {
    set.aliases = linesOf(cell('aliases')).map((line) => splitParts(line).join('|'));
  }
  const focalPoints =
    at.focal_points === undefined
      ? null
      : each('focal_points', 'value-unfit', (line) => {
          const [name = '', email = '', institution = ''] = splitParts(line);
          return parsed(focalPointSchema, { name, email, institution });
        });
  complainOfUnfit(set, complain);
  const id = z.uuid().safeParse(cell('id'));
  return {
    ...{ row, id: id.success ? id.data : null, code: cell('code') },
    ...{ set, focalPoints, issues },
  };
}

/** Names of the columns that the file has; `null` when it has none. */
function namesIn(cell: (name: RegistryColumn) => string, at: At): Names | null {
  const has = UN_LANGUAGES.filter((language) => at[nameColumn(language)] !== undefined);
  if (has.length === 0) return null;
  const names: Names = {};
  for (const language of has) {
    const name = cell(nameColumn(language));
    if (name !== '') names[language] = name;
  }
  return names;
}

function readStatus(line: string): PartyFields['statuses'][number] | null {
  const [status = '', period = ''] = line.split(/\s+/);
  const read = readPeriod(period);
  return read === null
    ? null
    : parsed(partyStatusSchema, { status: status.toLowerCase(), ...read });
}

function readDesignation(line: string): PartyFields['designations'][number] | null {
  const [period = '', code = '', ...named] = splitParts(line);
  const read = readPeriod(period);
  if (read === null || !datesFit(read)) return null;
  const names: Names = {};
  for (const text of named) {
    const language = UN_LANGUAGES.find((one) => text.startsWith(`${one}=`));
    if (language === undefined) return null;
    names[language] = text.slice(language.length + 1);
  }
  return { code: code === '' ? null : code, names, ...read };
}

function readFootnote(line: string): PartyFields['footnotes'][number] | null {
  const [period = '', text = '', ...more] = splitParts(line);
  const read = readPeriod(period);
  if (read === null || text === '' || more.length > 0) return null;
  return parsed(partyFootnoteSchema, { text, ...read });
}

function datesFit({ from, to }: { from: string | null; to: string | null }): boolean {
  return [from, to].every((day) => day === null || z.iso.date().safeParse(day).success);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

const COLUMN_OF: Readonly<Partial<Record<keyof PartyFields, RegistryColumn>>> = {
  ...Object.fromEntries(
    (Object.keys(TEXT_COLUMNS) as TextColumn[]).map((column) => [TEXT_COLUMNS[column], column]),
  ),
  statuses: 'statuses',
  designations: 'designations',
  footnotes: 'footnotes',
  aliases: 'aliases',
};

/** Lengths and forms, by the same schema that the journal holds records to. */
function complainOfUnfit(
  set: Partial<PartyFields>,
  complain: (code: RegistryIssueCode, name: RegistryColumn, value: string) => void,
): void {
  const result = partyFields.partial().safeParse(set);
  for (const { path } of result.error?.issues ?? []) {
    const [field, part] = path as [keyof PartyFields, PropertyKey | undefined];
    // An empty code has words of its own, where the row is compared.
    if (field === 'code' && set.code === '') continue;
    const language = UN_LANGUAGES.find((one) => field === 'names' && one === part);
    const column = language === undefined ? (COLUMN_OF[field] ?? 'kind') : nameColumn(language);
    const value = language === undefined ? set[field] : set.names?.[language];
    complain('value-unfit', column, typeof value === 'string' ? value : '');
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
