import { readCsv } from '@shared/codecs/csv/read';
import { refuse, type Issue, type Refusal } from '@shared/codecs/issue';
import { LIMITS } from '@shared/codecs/limits';
import { changesOf } from '@shared/codecs/nominations/compare';
import type { DayOrder } from '@shared/codecs/nominations/dates';
import { guessMapping, type NominationGuess } from '@shared/codecs/nominations/guess';
import { readNominations } from '@shared/codecs/nominations/read';
import type {
  ExistingNominee,
  NominationList,
  NominationMapping,
  ResolveParty,
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
  | { readonly ok: true; readonly sheets: readonly Sheet[]; readonly issues: readonly Issue[] }
  | Refusal;

/** The tables of a text file or workbook; what it is decides its content, not its name. */
export async function openTableJob({ name, bytes }: OpenTableInput): Promise<OpenTableOutput> {
  const kind = fileKind(bytes);
  const calledWorkbook = /\.xls[xm]?$/i.test(name);
  if (WORKBOOKS.has(kind) || (calledWorkbook && kind !== 'empty')) {
    const workbook = await readWorkbook(bytes);
    if (!workbook.ok) return workbook;
    const sheets = workbook.sheets.filter((sheet) => !sheet.rows.every(isBlank));
    return withinBounds(sheets) ?? { ok: true, sheets, issues: workbook.issues };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const csv = readCsv(decoded.text);
  if (!csv.ok) return csv;
  const issues = [...decoded.issues, ...csv.issues];
  return withinBounds([csv.sheet]) ?? { ok: true, sheets: [csv.sheet], issues };
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
}

/** What the columns of a sheet are taken for. */
export async function mapColumnsJob(input: MapColumnsInput): Promise<NominationGuess> {
  return guessMapping(input.sheet, partyResolver(input.parties), input.headerRow);
}

export interface ReadNominationsInput extends Parties {
  readonly sheet: Sheet;
  readonly mapping: NominationMapping;
  readonly existing: readonly ExistingNominee[];
  /** What a human said of texts that no party was found for: folded text → id of the party. */
  readonly settled: ReadonlyMap<string, string>;
  readonly dayOrder: DayOrder | null;
  /** The party of rows that name none. */
  readonly defaultParty: string | null;
  readonly lastDay: string | null;
}

/** Rows with their verdicts; a known person who is new to the meeting shows what changes, too. */
export async function readNominationsJob(input: ReadNominationsInput): Promise<NominationList> {
  const { sheet, mapping, existing, dayOrder, defaultParty, lastDay } = input;
  const list = readNominations({
    ...{ sheet, mapping, existing, lastDay, foldName },
    resolveParty: withSettled(input),
    ...(dayOrder === null ? {} : { dayOrder }),
    ...(defaultParty === null ? {} : { defaults: { party: defaultParty } }),
  });
  const known = new Map(existing.map((one) => [one.personId, one]));
  const rows = list.rows.map((row) => {
    const person = row.verdict === 'new' ? known.get(row.match?.personId ?? '') : undefined;
    return person === undefined ? row : { ...row, changes: changesOf(row, person) };
  });
  return { ...list, rows };
}

function withSettled({ parties, settled }: ReadNominationsInput): ResolveParty {
  const resolve = partyResolver(parties);
  return (text) => {
    const id = settled.get(foldName(text));
    return id === undefined ? resolve(text) : { party: { id }, evidence: 'name' };
  };
}
