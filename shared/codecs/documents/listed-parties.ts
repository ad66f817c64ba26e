import { footnotesOn } from '../../domain/party/rules';
import type { Party } from '../../domain/party/types';
import type { Column } from '../table/column';
import { isMarked, MARK, partyName } from './names';
import type { Cells } from './table';
import type { Words } from './words';

interface Naming {
  readonly language: string;
  /** ISO date: parties are named as on that day, and have the footnotes of that day. */
  readonly day: string;
  readonly t: Words;
}

/** How one list names its parties. */
export interface ListedParties {
  /** The party's name with the marks of what is explained under the list. */
  name(party: Party): string;
  /** The text of the marks, to stand under the list: none where nothing is marked. */
  readonly footnotes: readonly string[];
  /** The footnotes of one party, for a file without lines under its table; `null`: it has none. */
  footnoteOf(party: Party | null): string | null;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(number: number): string {
  return [...String(number)].map((digit) => SUPERSCRIPT[Number(digit)]).join('');
}

/**
 * Names the parties of a list as UN lists do: a footnote to a designation ("in accordance with
 * Security Council resolution 1244") is marked wherever the name stands, numbered in the order in
 * which the list first comes to it, and printed once below. `parties`: in the order of the list.
 */
export function listedParties(
  parties: Iterable<Party | null>,
  { language, day, t }: Naming,
): ListedParties {
  const marks = new Map<string, string>();
  let unofficial = false;
  for (const party of new Set(parties)) {
    if (party === null) continue;
    for (const text of footnotesOn(party, day)) {
      if (!marks.has(text)) marks.set(text, superscript(marks.size + 1));
    }
    unofficial ||= isMarked(partyName(party, language, day));
  }
  const explained = (party: Party) =>
    footnotesOn(party, day).map((text) => ({ text, mark: marks.get(text) ?? '' }));
  const line = ({ mark, text }: { mark: string; text: string }) => `${mark} ${text}`;
  return {
    name: (party) => {
      const name = partyName(party, language, day);
      const own = explained(party)
        .map(({ mark }) => mark)
        .join(',');
      return isMarked(name) ? name.slice(0, -MARK.length) + own + MARK : name + own;
    },
    footnotes: [
      ...[...marks].map(([text, mark]) => line({ mark, text })),
      ...(unofficial ? [t('noOfficialName')] : []),
    ],
    footnoteOf: (party) => {
      const lines = party === null ? [] : explained(party).map(line);
      return lines.length === 0 ? null : lines.join(' ');
    },
  };
}

/**
 * A last column for a text file, which has no lines under its table: the footnotes of each row's
 * party. Nothing where no party has one.
 */
export function footnoteColumn(
  rows: readonly Cells[],
  partyAt: (row: number) => Party | null,
  listed: ListedParties,
  t: Words,
): Column<Cells> | undefined {
  const notes = new Map<Cells, string>();
  rows.forEach((row, at) => {
    const note = listed.footnoteOf(partyAt(at));
    if (note !== null) notes.set(row, note);
  });
  if (notes.size === 0) return undefined;
  const header = t('column.footnote');
  return { key: 'footnote', header, type: 'text', value: (row) => notes.get(row) ?? null };
}
