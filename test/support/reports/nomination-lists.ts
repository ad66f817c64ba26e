import { readCsv } from '@shared/codecs/csv/read';
import { guessMapping } from '@shared/codecs/nominations/guess';
import { readNominations } from '@shared/codecs/nominations/read';
import type {
  NominationInput,
  NominationPart,
  NominationRow,
  ResolveParty,
} from '@shared/codecs/nominations/types';
import type { Sheet } from '@shared/codecs/table/sheet';
import { foldName } from '@shared/matching/fold';

/** A programme of four parties; codes, names and one misspelling are known. */
const PARTIES = new Map([
  ...['bulgaria', 'bgr', 'болгария', 'bulgarie', 'بلغاريا', '保加利亚'].map(
    (name) => [name, 'p-bgr'] as const,
  ),
  ...['austria', 'aut', 'австрия', 'autriche'].map((name) => [name, 'p-aut'] as const),
  ...['unodc', 'united nations office on drugs and crime'].map(
    (name) => [name, 'p-unodc'] as const,
  ),
]);
export const resolveParty: ResolveParty = (text) => {
  const folded = text.trim().toLowerCase();
  const id = PARTIES.get(folded);
  if (id !== undefined) return { party: { id }, evidence: 'name' };
  if (folded === 'bulgeria') return { party: { id: 'p-bgr' }, evidence: 'misspelling' };
  if (folded === 'congo') return { candidates: [{ id: 'p-cog' }, { id: 'p-cod' }] };
  return null;
};

export function sheetOf(text: string): Sheet {
  const result = readCsv(text);
  if (!result.ok) throw new Error(result.reason);
  return result.sheet;
}

/** A list read with guessed columns, against nobody unless told otherwise. */
export function read(text: string, more: Partial<NominationInput> = {}) {
  const sheet = sheetOf(text);
  const mapping = guessMapping(sheet, resolveParty);
  return readNominations({ sheet, mapping, resolveParty, foldName, existing: [], ...more });
}

/** A text as the one part of a list, its columns guessed. */
export function listParts(text: string): NominationPart[] {
  const sheet = sheetOf(text);
  return [{ sheet, mapping: guessMapping(sheet, resolveParty) }];
}

/** Severity and code of a row's issues. */
export function codes(row: NominationRow | undefined) {
  return row?.issues.map(({ code, severity }) => `${severity[0]} ${code}`);
}
