import type { OptionsFilter } from '@mantine/core';
import { foldName } from '@shared/matching/fold';
import type { KnownParties, KnownParty } from '../known-parties';

interface Folded {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const folded = new WeakMap<KnownParty, Folded>();

/** What a party is found by, folded once: codes, names in all languages, former and other names. */
function foldedOf(party: KnownParty): Folded {
  let made = folded.get(party);
  if (made === undefined) {
    const { code, iso2, names, designations, aliases } = party;
    const former = designations.flatMap((one) => [one.code ?? '', ...Object.values(one.names)]);
    const all = [...Object.values(names), ...former, ...aliases].map(foldName);
    const codes = [code, iso2 ?? ''].map(foldName).filter((text) => text !== '');
    const words = [...codes, ...all.flatMap((name) => name.split(' '))];
    made = { codes, names: all.filter((name) => name !== ''), words };
    folded.set(party, made);
  }
  return made;
}

/** How well a party answers what was typed; smaller is better, `null` not at all. */
function rankOf(party: KnownParty, typed: string): number | null {
  const { codes, names, words } = foldedOf(party);
  if (codes.includes(typed)) return 0;
  if (names.includes(typed)) return 1;
  if (names.some((name) => name.startsWith(typed))) return 2;
  return typed.split(' ').every((part) => words.some((word) => word.startsWith(part))) ? 3 : null;
}

/**
 * The options of a party select for what was typed, in whatever language and without regard to case
 * and accents: whole codes and names first, then beginnings of a name, then of any of its words.
 */
export function partyFilter({ byId }: KnownParties): OptionsFilter {
  return ({ options, search, limit }) => {
    const typed = foldName(search);
    if (search.trim() === '') return options;
    const found = options
      .flatMap((option) => ('group' in option ? option.items : [option]))
      .flatMap((option) => {
        const party = byId.get(option.value);
        const rank = party === undefined || typed === '' ? null : rankOf(party, typed);
        return rank === null ? [] : [{ option, rank }];
      });
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ option }) => option);
  };
}
