import type { Refusal } from '@shared/codecs/issue';
import { logins, type LoginEvidence } from '@shared/codecs/platform-reports/logins';
import { guessReportColumns, headOfSheet } from '@shared/codecs/platform-reports/mapping';
import { readReportTable, type ReadReportOptions } from '@shared/codecs/platform-reports/read';
import type { MappedField } from '@shared/codecs/platform-reports/mapping';
import type { PlatformReport, ReportRefusal } from '@shared/codecs/platform-reports/types';
import type { MappingGuess } from '@shared/codecs/table/mapping';
import { readTable, type ReadTable } from '@shared/codecs/table/read-table';
import type { Sheet } from '@shared/codecs/table/sheet';
import { isAnybodys } from '@shared/matching/device-names';

export interface ReadReportInput {
  readonly bytes: Uint8Array;
  readonly options: ReadReportOptions;
}

/** A report without its rows: what the page shows of it. The rows stay in the worker. */
export interface ReportSummary extends Omit<PlatformReport, 'joins' | 'totals'> {
  /** Rows that were read. */
  readonly rows: number;
  /** Wall clock as in the file; `null`: it has no times. */
  readonly firstJoin: string | null;
}

/** A table whose columns somebody can explain: its beginning, and what they may be. */
export interface Mappable {
  /** Index of the sheet. */
  readonly sheet: number;
  readonly head: Sheet;
  readonly guess: MappingGuess<MappedField>;
}

export type ReadReportOutput =
  | {
      readonly ok: true;
      readonly report: ReportSummary;
      readonly logins: readonly LoginEvidence[];
      /** Of a report that is read by somebody's explanation of its columns. */
      readonly mappable: Mappable | null;
    }
  | (Refusal<ReportRefusal> & { readonly mappable: Mappable | null });

/** The largest sheet that has rows and columns enough to be a list of people and times. */
function mappableIn({ sheets }: ReadTable): Mappable | null {
  const [largest] = sheets
    .map((sheet, at) => ({ sheet, at }))
    .filter(({ sheet }) => sheet.rows.filter((row) => row.length > 1).length > 1)
    .sort((one, other) => other.sheet.rows.length - one.sheet.rows.length);
  if (largest === undefined) return null;
  const head = headOfSheet(largest.sheet);
  return { sheet: largest.at, head, guess: guessReportColumns(head) };
}

function summaryOf({ joins, totals, ...report }: PlatformReport): ReportSummary {
  const firstJoin = joins.reduce<string | null>(
    (first, { join }) => (first === null || join < first ? join : first),
    null,
  );
  return { ...report, rows: joins.length + totals.length, firstJoin };
}

/** Reads a report, and groups its rows by login. */
export async function readReportJob({
  bytes,
  options,
}: ReadReportInput): Promise<ReadReportOutput> {
  const table = await readTable(bytes);
  if (!table.ok) return { ...table, mappable: null };
  const result = readReportTable(table, options);
  if (!result.ok) return { ...result, mappable: mappableIn(table) };
  const { report } = result;
  return {
    ok: true,
    report: summaryOf(report),
    logins: logins(report, isAnybodys),
    mappable: report.generation === 'mapped' ? mappableIn(table) : null,
  };
}
