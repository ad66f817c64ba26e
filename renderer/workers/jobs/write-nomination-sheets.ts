import { zipSync } from 'fflate';
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

/** A name that every file system takes. */
function fileName(code: string, taken: ReadonlySet<string>): string {
  const base = code.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '') || 'party';
  let name = base;
  for (let copy = 2; taken.has(`${name}.xlsx`.toLowerCase()); copy++) name = `${base}-${copy}`;
  return `${name}.xlsx`;
}

/** Nomination sheets as the bytes of a workbook, or of a package with one for each party. */
export async function writeNominationSheetsJob(
  { sheets, packed }: WriteNominationSheetsInput,
  report: Report,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const spec of sheets) {
    report({ phase: 'writing', done: files.size, total: sheets.length });
    const name = fileName(spec.party.code, taken);
    taken.add(name.toLowerCase());
    files.set(name, await writeNominationSheet(spec));
  }
  const [only] = files.values();
  if (!packed && only !== undefined) return new Uint8Array(only);
  const mtime = new Date(sheets[0]?.madeAt ?? '2000-01-01T00:00:00Z');
  // The workbooks are packed already.
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0, mtime }));
}
