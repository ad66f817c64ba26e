import { nameIn, UN_LANGUAGES } from '../language';
import type { Names } from '../language';
import { sortName } from './sort-name';

/** What a list needs to know of a party in order to place it. */
export interface Sortable {
  readonly kind: 'country' | 'organization';
  readonly code: string;
  readonly names: Names;
}

const collators = new Map<string, Intl.Collator>();

/** Alphabetical order of a language; Chinese by pronunciation, as the UN's Chinese lists are. */
function collatorOf(language: string): Intl.Collator {
  const tag = language === 'zh' ? 'zh-u-co-pinyin' : language;
  const known = collators.get(tag);
  if (known) return known;
  const made = new Intl.Collator(tag, { sensitivity: 'variant', ignorePunctuation: true });
  collators.set(tag, made);
  return made;
}

/**
 * Comparison of two parties for a list in `language`: countries before organizations, then by
 * name without its article, then by code. A party without a name in that language is placed by its
 * English name (marked as such by whoever shows it).
 */
export function partyOrder(language: string): (a: Sortable, b: Sortable) => number {
  const collator = collatorOf(language);
  const placed = (party: Sortable) => {
    const own = UN_LANGUAGES.some((known) => known === language && party.names[known]);
    return sortName(nameIn(party.names, language), own ? language : 'en');
  };
  return (a, b) => {
    if (a.kind !== b.kind) return a.kind === 'country' ? -1 : 1;
    return collator.compare(placed(a), placed(b)) || (a.code < b.code ? -1 : 1);
  };
}

/** The parties in the alphabetical order of `language`; the argument stays as it is. */
export function sortParties<T extends Sortable>(parties: readonly T[], language: string): T[] {
  return [...parties].sort(partyOrder(language));
}
