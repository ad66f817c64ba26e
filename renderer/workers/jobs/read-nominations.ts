import { readCsv } from '@shared/codecs/csv/read';
import { refuse, type Issue, type Refusal } from '@shared/codecs/issue';
import { LIMITS } from '@shared/codecs/limits';
import { changesOf } from '@shared/codecs/nominations/compare';
import type { DayOrder } from '@shared/codecs/nominations/dates';
import { guessMapping, type NominationGuess } from '@shared/codecs/nominations/guess';
import type { NominationField } from '@shared/codecs/nominations/header-names';
import { recogniseProfile } from '@shared/codecs/nominations/profile';
import { ListReading } from '@shared/codecs/nominations/list-reading';
import { verdictCounts } from '@shared/codecs/nominations/read';
import {
  recogniseNominationSheet,
  type RecognisedSheet,
} from '@shared/codecs/nomination-sheet/recognise';
import type {
  ExistingNominee,
  NominationList,
  NominationPart,
  NominationRow,
  ResolveParty,
  RowEdits,
} from '@shared/codecs/nominations/types';
import { isBlank, type Sheet } from '@shared/codecs/table/sheet';
import { decodeText } from '@shared/codecs/text/decode';
import { fileKind, type FileKind } from '@shared/codecs/text/file-kind';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { foldName } from '@shared/matching/fold';
import { partyResolver, type NamedParty } from '@shared/matching/party-names';

/** Rows of one import: with person and nomination each, one act of the register carries them. */
export const MOST_ROWS = 45_000;

const WORKBOOKS = new Set<FileKind>(['xlsx', 'xlsb', 'xls', 'xls-xml', 'encrypted-office']);

export interface OpenTableInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type OpenTableOutput =
  | {
      readonly ok: true;
      readonly sheets: readonly Sheet[];
      readonly issues: readonly Issue[];
      /** It is a nomination sheet of this program, and `sheets` only its list. */
      readonly handedOut: HandedOut | null;
    }
  | Refusal;

/** What a nomination sheet that came back says of itself. */
export type HandedOut = Omit<RecognisedSheet, 'sheet'>;

/** The tables of a text file or workbook; what it is decides its content, not its name. */
export async function openTableJob({ name, bytes }: OpenTableInput): Promise<OpenTableOutput> {
  const kind = fileKind(bytes);
  const calledWorkbook = /\.xls[xm]?$/i.test(name);
  if (WORKBOOKS.has(kind) || (calledWorkbook && kind !== 'empty')) {
    const workbook = await readWorkbook(bytes);
    if (!workbook.ok) return asBounded(workbook);
    const handedOut = recogniseNominationSheet(workbook.sheets);
    if (handedOut !== null) {
      const { sheet, ...rest } = handedOut;
      const issues = workbook.issues.filter(({ params }) => params['sheet'] === sheet.name);
      return { ok: true, sheets: [sheet], issues, handedOut: rest };
    }
    const sheets = workbook.sheets.filter((sheet) => !sheet.rows.every(isBlank));
    const { issues } = workbook;
    return withinBounds(sheets) ?? { ok: true, sheets, issues, handedOut: null };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const csv = readCsv(decoded.text);
  if (!csv.ok) return asBounded(csv);
  const issues = [...decoded.issues, ...csv.issues];
  const sheets = [csv.sheet];
  return withinBounds(sheets) ?? { ok: true, sheets, issues, handedOut: null };
}

/** Whatever bound a reader of files met first: what a list may have is said. */
function asBounded(refusal: Refusal): Refusal {
  return refusal.reason === 'too-many-rows'
    ? refuse(refusal.reason, { ...refusal.params, limit: MOST_ROWS })
    : refusal;
}

function withinBounds(sheets: readonly Sheet[]): Refusal | null {
  const most = Math.max(0, ...sheets.map((sheet) => sheet.rows.length));
  return most > MOST_ROWS + LIMITS.headerSearchRows
    ? refuse('too-many-rows', { limit: MOST_ROWS })
    : null;
}

/** A party of the programme, or a country that is none and is recognised as itself. */
export type RecognisableParty = NamedParty & { readonly id: string };

interface Parties {
  readonly parties: readonly RecognisableParty[];
}

export interface MapColumnsInput extends Parties {
  readonly sheet: Sheet;
  /** `undefined`: to be found; `null`: the sheet has no headings. */
  readonly headerRow?: number | null;
  /** How sources were understood before, as the settings keep it. */
  readonly profiles?: Readonly<Record<string, unknown>>;
}

export interface MappedColumns extends NominationGuess {
  /** The source that the headings are known from. */
  readonly profile: { readonly key: string; readonly name: string } | null;
}

/** What the columns of a sheet are taken for: as a human said of this source before, else guessed. */
export async function mapColumnsJob(input: MapColumnsInput): Promise<MappedColumns> {
  const { sheet, headerRow, profiles = {} } = input;
  const resolve = partyResolver(input.parties);
  const known = headerRow === null ? null : recogniseProfile(sheet, profiles, headerRow);
  if (known === null) return { ...guessMapping(sheet, resolve, headerRow), profile: null };
  const guess = guessMapping(sheet, resolve, known.mapping.headerRow);
  const { columns } = known.mapping;
  const fields = new Map(Object.entries(columns).map(([field, column]) => [column, field]));
  return {
    ...guess,
    columns,
    guesses: guess.guesses.map((one) => {
      const field = (fields.get(one.column) ?? null) as NominationField | null;
      return { ...one, field, by: field === null ? null : ('header' as const) };
    }),
    profile: { key: known.key, name: known.name },
  };
}

export interface ReadNominationsInput extends Parties {
  /** The sheets that are read together; `party` is that of rows that name none. */
  readonly parts: readonly NominationPart[];
  readonly existing: readonly ExistingNominee[];
  /** What a human said of texts that no party was found for: folded text → id of the party. */
  readonly settled: ReadonlyMap<string, string>;
  /** Cells as they were corrected in the preview. */
  readonly edits?: RowEdits;
  readonly dayOrder: DayOrder | null;
  /** The party of rows that name none. */
  readonly defaultParty: string | null;
  readonly lastDay: string | null;
}

/** A list as it was last read here: the worker stays as long as somebody looks at it. */
interface KeptReading {
  readonly reading: ListReading;
  readonly resolve: ResolveParty;
  readonly settled: ReadonlyMap<string, string>;
  readonly withChanges: (row: NominationRow) => NominationRow;
}

let kept: KeptReading | null = null;

/** Rows with their verdicts; a known person who is new to the meeting shows what changes, too. */
export async function readNominationsJob(input: ReadNominationsInput): Promise<NominationList> {
  const { parts, parties, existing, settled, dayOrder, defaultParty, lastDay, edits } = input;
  const resolve = partyResolver(parties);
  const reading = new ListReading(parts, {
    ...{ existing, lastDay, foldName },
    resolveParty: withSettled(resolve, settled),
    ...(edits === undefined ? {} : { edits }),
    ...(dayOrder === null ? {} : { dayOrder }),
    ...(defaultParty === null ? {} : { defaults: { party: defaultParty } }),
  });
  const known = new Map(existing.map((one) => [one.personId, one]));
  const withChanges = (row: NominationRow): NominationRow => {
    const person = row.verdict === 'new' ? known.get(row.match?.personId ?? '') : undefined;
    return person === undefined ? row : { ...row, changes: changesOf(row, person) };
  };
  kept = { reading, resolve, settled, withChanges };
  const rows = reading.rows.map(withChanges);
  return { rows, counts: verdictCounts(rows) };
}

export interface CorrectNominationsInput {
  /** All of them, those of before included. */
  readonly edits: RowEdits;
  readonly settled: ReadonlyMap<string, string>;
}

/**
 * The rows of the list that was read here last which corrections have changed. `null`: it is not
 * kept, or all of its rows have to be read again.
 */
export async function correctNominationsJob({
  edits,
  settled,
}: CorrectNominationsInput): Promise<readonly NominationRow[] | null> {
  if (kept === null) return null;
  const { reading, resolve, settled: before, withChanges } = kept;
  const texts = new Set([...settled.keys(), ...before.keys()]);
  const told = new Set([...texts].filter((text) => settled.get(text) !== before.get(text)));
  const rows = reading.correct({ edits, resolveParty: withSettled(resolve, settled) }, (text) =>
    told.size === 0 ? false : told.has(foldName(text)),
  );
  kept = rows === null ? null : { ...kept, settled };
  return rows?.map(withChanges) ?? null;
}

function withSettled(resolve: ResolveParty, settled: ReadonlyMap<string, string>): ResolveParty {
  return (text) => {
    const id = settled.get(foldName(text));
    return id === undefined ? resolve(text) : { party: { id }, evidence: 'settled' };
  };
}
