import { zipSync } from 'fflate';
import { partyFileNames } from '@shared/codecs/lists/party-files';
import {
  writeNominationSheet,
  type NominationSheetSpec,
} from '@shared/codecs/nomination-sheet/write';
import type { Report } from '../jobs';

export interface WriteNominationSheetsInput {
  readonly sheets: readonly NominationSheetSpec[];
  /** Several sheets are packed into one file. */
  readonly packed: boolean;
}

/** Nomination sheets as the bytes of a workbook, or of a package with one for each party. */
export async function writeNominationSheetsJob(
  { sheets, packed }: WriteNominationSheetsInput,
  report: Report,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array>();
  const names = partyFileNames(
    sheets.map(({ party }) => party.code),
    (code) => `${code}.xlsx`,
  );
  for (const [at, spec] of sheets.entries()) {
    report({ phase: 'writing', done: files.size, total: sheets.length });
    files.set(names[at] ?? '', await writeNominationSheet(spec));
  }
  const [only] = files.values();
  if (!packed && only !== undefined) return new Uint8Array(only);
  const mtime = new Date(sheets[0]?.madeAt ?? '2000-01-01T00:00:00Z');
  // The workbooks are packed already.
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0, mtime }));
}
