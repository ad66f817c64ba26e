import { foldName } from './fold';
import { nameKeys, type WordMemo } from './name-keys';

/** What a person is found by. Party names in any languages; codes are ISO codes or acronyms. */
export interface Searchable {
  readonly family: string;
  readonly given: string;
  /** The name in its own script. */
  readonly native: string;
  /** The name where it was never split. */
  readonly full: string;
  readonly institution: string;
  readonly emails: readonly string[];
  readonly partyNames: readonly string[];
  readonly partyCodes: readonly string[];
  /** Badge number as printed, or `null`. */
  readonly badge: string | null;
}

/** Parts the sections of the keys; folding removes it from every text, so none contains it. */
export const SECTION = '|';

const folded = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => foldName(text).split(' '))).values(),
];

/** A space before every token, so that `" pe"` in the text means: some token begins with "pe". */
const section = (tokens: readonly string[]): string =>
  tokens
    .filter((token) => token !== '')
    .map((token) => ` ${token}`)
    .join('');

const partySections = new Map<string, string>();

/** The section of a party, made once: thousands of people share it. Parties are no secret. */
function partySection(texts: readonly string[]): string {
  const key = texts.join(SECTION);
  const known = partySections.get(key);
  if (known !== undefined) return known;
  const made = section(folded(texts));
  partySections.set(key, made);
  return made;
}

/**
 * The search keys of a person, computed when the person is written: one text of folded tokens,
 * each after a space, in four sections parted by `|`:
 *
 *     " petrov petroff ivan | bulgaria bgr bg| ministry of interior ivan petrov example org 4711| sounds"
 *
 * names (family first, all spellings and transliterations) · party · institution, e-mail, badge ·
 * sound and consonant keys of the name. The order of the tokens means nothing to a search.
 * `memo`: for the keys of many people, see `WordMemo`.
 */
export function searchKeys(person: Searchable, memo?: WordMemo): string {
  const names = [person.family, person.given, person.full, person.native];
  const { tokens, sounds } = nameKeys(names, memo);
  return [
    section(tokens),
    partySection([...person.partyNames, ...person.partyCodes]),
    section(folded([person.institution, ...person.emails, person.badge ?? ''])),
    section(sounds),
  ].join(SECTION);
}
