import { foldName } from '@shared/matching/fold';

/** What a row of results shows of a person in any case, and what can be shown besides. */
export interface Readable {
  readonly id: string;
  readonly name: string;
  readonly native: string;
  readonly delegation: string;
  readonly institution: string;
  readonly jobTitle: string;
  readonly emails: readonly string[];
}

type Besides = 'jobTitle' | 'email';

/** Whether two rows show the same to somebody who reads them quickly. */
const shown = ({ name, native, delegation, institution }: Readable): string =>
  [name, native, delegation, institution].map(folded).join('\n');

/** Folding costs more than everything else here, and the same people come again with every letter. */
const known = new Map<string, string>();
const MOST_KNOWN = 2000;

function folded(text: string): string {
  let made = known.get(text);
  if (made === undefined) {
    made = foldName(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, made);
  }
  return made;
}

const said = (row: Readable, besides: Besides): string =>
  besides === 'jobTitle' ? row.jobTitle : row.emails.join(', ');

/**
 * What tells people apart whose rows would read alike: the job title where that differs, else the
 * e-mail, else both. Nothing for everybody else.
 */
export function tellApart(rows: readonly Readable[]): ReadonlyMap<string, string> {
  const besides = new Map<string, string>();
  for (const alike of Map.groupBy(rows, shown).values()) {
    if (alike.length < 2) continue;
    const differs = (one: Besides) => new Set(alike.map((row) => said(row, one))).size;
    const chosen = (['jobTitle', 'email'] as const).filter((one) => differs(one) > 1);
    const enough = chosen.find((one) => differs(one) === alike.length);
    for (const row of alike) {
      const words = (enough === undefined ? chosen : [enough]).map((one) => said(row, one));
      const text = words.filter((word) => word !== '').join(' · ');
      if (text !== '') besides.set(row.id, text);
    }
  }
  return besides;
}
