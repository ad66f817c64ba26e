import { readBadgeCode } from '@shared/domain/badge/code';
import { bearerOf } from '@shared/domain/badge/resolve';
import type { Badge } from '@shared/domain/badge/types';
import type { Party } from '@shared/domain/party/types';
import { foldName } from '@shared/matching/fold';
import type { HitKind } from '@shared/matching/person-index';
import { enoughToSearch } from '@shared/matching/query';
import type { DeskDirectory } from '../directory';

/** One row of what the box found, in the order in which they stand. */
export type Found =
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly by: HitKind;
      readonly badge: Badge | null;
    }
  | { readonly kind: 'delegation'; readonly party: Party; readonly people: number }
  | { readonly kind: 'walk-in'; readonly name: string };

/** More people than anybody reads; who is not among them types one letter more. */
const PEOPLE = 8;
/** So many are ranked, so that the people of this meeting are among those that are shown. */
const RANKED = 16;
const DELEGATIONS = 2;

/** A number's beginning that is worth looking for: shorter ones begin a badge by chance. */
const CODE_BEGINNING = /^[0-9A-HJKMNP-TV-Z]{4,13}$/;

/**
 * Badges of the meeting whose number begins with what was typed, in whatever form: only those that
 * somebody wears. They are looked through as they are, nothing is prepared: 20,000 take less than a
 * millisecond.
 */
export function badgesBeginning(typed: string, badges: readonly Badge[]): Badge[] {
  const beginning = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!CODE_BEGINNING.test(beginning)) return [];
  return badges.filter(
    (badge) =>
      badge.code.startsWith(beginning) && badge.revokedFor === null && bearerOf(badge) !== null,
  );
}

interface FoldedNames {
  readonly names: readonly string[];
  readonly tokens: readonly string[];
}

const folded = new WeakMap<Party, FoldedNames>();

/** A party's names in all languages and its codes, folded once. */
function namesOf(party: Party): FoldedNames {
  let made = folded.get(party);
  if (made === undefined) {
    const texts = [...Object.values(party.names), party.code, party.iso2, ...party.aliases];
    const names = texts.map((text) => foldName(text ?? '')).filter((name) => name !== '');
    made = { names, tokens: names.flatMap((name) => name.split(' ')) };
    folded.set(party, made);
  }
  return made;
}

/** Delegations with somebody to check in whose name, in any language, or code is meant. */
export function delegationsMeant(typed: string, directory: DeskDirectory): Party[] {
  const words = foldName(typed)
    .split(' ')
    .filter((word) => word !== '');
  const found: { party: Party; whole: boolean }[] = [];
  for (const id of directory.delegations.keys()) {
    const party = directory.parties.get(id);
    if (party === undefined) continue;
    const { names, tokens } = namesOf(party);
    if (!words.every((word) => tokens.some((token) => token.startsWith(word)))) continue;
    found.push({ party, whole: names.includes(words.join(' ')) });
  }
  return found.sort((a, b) => Number(b.whole) - Number(a.whole)).map(({ party }) => party);
}

/** People found by name or badge: of this meeting first, then those known from others. */
function peopleMeant(typed: string, directory: DeskDirectory, badges: readonly Badge[]): Found[] {
  const byBadge = new Map(
    badgesBeginning(typed, badges).map((badge) => [directory.rootOf(bearerOf(badge) ?? ''), badge]),
  );
  const exact = [...byBadge.keys()]
    .filter((id) => directory.person(id) !== undefined)
    .map((id) => ({ id, by: 'exact' as const }));
  const hits = directory.index.search(typed, RANKED).filter(({ id }) => !byBadge.has(id));
  const near = (id: string): number => {
    if (directory.isExpected(id)) return 0;
    return directory.nominationsOf.has(id) ? 1 : 2;
  };
  // Who is spelled as typed is never crowded out by people of this meeting who only sound alike.
  const kept = hits
    .map((hit, place) => ({ hit, place, exact: hit.by === 'exact' ? 0 : 1, near: near(hit.id) }))
    .sort((a, b) => a.exact - b.exact || a.near - b.near || a.place - b.place)
    .slice(0, PEOPLE)
    .sort((a, b) => a.near - b.near || a.exact - b.exact || a.place - b.place)
    .map(({ hit }) => hit);
  return [...exact, ...kept]
    .slice(0, PEOPLE)
    .map(({ id, by }) => ({ kind: 'person', id, by, badge: byBadge.get(id) ?? null }));
}

/**
 * What somebody who typed this may mean: people, then delegations, and *walk-in* always as the last
 * row. A whole badge number stands alone before it: it is answered as if it were scanned.
 */
export function find(typed: string, directory: DeskDirectory, badges: readonly Badge[]): Found[] {
  if (!enoughToSearch(typed)) return [];
  const read = readBadgeCode(typed);
  const walkIn: Found = { kind: 'walk-in', name: read.ok ? '' : typed.trim() };
  if (read.ok) return [{ kind: 'code', code: read.code }, walkIn];
  const delegations = delegationsMeant(typed, directory)
    .slice(0, DELEGATIONS)
    .map((party): Found => {
      const people = directory.delegations.get(party.id)?.length ?? 0;
      return { kind: 'delegation', party, people };
    });
  return [...peopleMeant(typed, directory, badges), ...delegations, walkIn];
}
