export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

const SAMPLE_RECORDS = 60;

/** Fields of each of the first records, if `separator` were the separator. Quotes are respected. */
function fieldCounts(sample: string, separator: Separator): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fresh = true;
  for (const char of sample) {
    if (char === '"' && (quoted || fresh)) {
      // A doubled quote inside a quoted field closes and opens: the effect is the same.
      quoted = !quoted;
      fresh = false;
    } else if (quoted) continue;
    else if (char === separator) {
      fields++;
      fresh = true;
    } else if (char === '\n') {
      counts.push(fields);
      if (counts.length >= SAMPLE_RECORDS) return counts;
      fields = 1;
      fresh = true;
    } else fresh = false;
  }
  if (fields > 1 || !fresh) counts.push(fields);
  return counts;
}

/**
 * How steadily a separator cuts the records: groups of records with equally many fields, the larger
 * the better. A count that occurs once is as likely punctuation in somebody's text.
 */
function steadiness(counts: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const count of counts) if (count > 1) groups.set(count, (groups.get(count) ?? 0) + 1);
  let score = 0;
  for (const [fields, records] of groups)
    score += (records > 1 ? records : 0.5) * Math.sqrt(fields - 1);
  return score;
}

/**
 * The separator that cuts most records into equally many fields; a comma when none cuts anything.
 * The text has its line ends as `\n`. A first line `sep=;`, which Excel writes, decides by itself.
 */
export function guessSeparator(text: string, sampleCharacters: number): Separator {
  const stated = /^sep=([,;\t])\n/i.exec(text)?.[1] as Separator | undefined;
  if (stated !== undefined) return stated;
  const sample = text.slice(0, sampleCharacters);
  let best: Separator = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const score = steadiness(fieldCounts(sample, separator));
    if (score > most) {
      best = separator;
      most = score;
    }
  }
  return best;
}
