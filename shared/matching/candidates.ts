import { readDisplayName, withoutPlatformMarks } from './display-name';
import type { DisplayName, PartyCodeReader } from './display-name';
import { foldName } from './fold';
import { namePartsOf } from './name-agreement';
import type { NamePart } from './name-agreement';
import { emailKey, isFullWord, profileOf, suggest } from './suggestion';
import type { Candidate, KnownPerson, Profile } from './suggestion';

export type { Candidate, Evidence, KnownPerson } from './suggestion';

export type LoginMatch =
  /** Certain: an exact e-mail address or a confirmed alias, of one person only. */
  | { readonly linked: string; readonly by: 'email' | 'alias' }
  | {
      readonly linked: null;
      readonly kind: DisplayName['kind'];
      /** Parties that the display name speaks of ("Delegation of Serbia"). */
      readonly parties: readonly string[];
      /** Suggestions for a human to confirm, likeliest first; none is ever taken by itself. */
      readonly candidates: readonly Candidate[];
    };

export interface LoginName {
  readonly name: string;
  readonly email: string | null;
}

const MOST_CANDIDATES = 8;

/** A display name in the form in which it is compared with confirmed aliases. */
export function aliasKey(name: string): string {
  return foldName(withoutPlatformMarks(name));
}

/** Keys by which people with a possibly agreeing part are found without looking at all others. */
function blockKeys(part: NamePart): string[] {
  const starts = [...part.forms, ...part.sounds].map((key) => key.slice(0, 3));
  const second = part.forms.filter((form) => form.length >= 5).map((form) => form.slice(-3));
  return [
    ...part.forms.map((form) => `f${form}`),
    ...starts.filter((key) => key.length === 3).map((key) => `s${key}`),
    ...second.map((key) => `e${key}`),
    ...part.consonants.map((key) => `c${key}`),
  ];
}

class Many<K, V> {
  readonly #map = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const known = this.#map.get(key);
    if (known) known.add(value);
    else this.#map.set(key, new Set([value]));
  }

  get(key: K): ReadonlySet<V> {
    return this.#map.get(key) ?? new Set();
  }
}

/** The finder of people behind logins, for one list of people. */
export class LoginMatcher {
  readonly #codeOf: PartyCodeReader;
  readonly #byEmail = new Many<string, string>();
  readonly #byAlias = new Many<string, string>();
  readonly #blocks = new Many<string, Profile>();

  /** `codeOf` reads a text as a party with certainty (see `partyResolver`) or gives `null`. */
  constructor(people: Iterable<KnownPerson>, codeOf: PartyCodeReader) {
    this.#codeOf = codeOf;
    for (const person of people) {
      for (const email of person.emails) this.#byEmail.add(emailKey(email), person.id);
      for (const alias of person.aliases) this.#byAlias.add(aliasKey(alias), person.id);
      const profile = profileOf(person);
      for (const part of profile.names.flat()) {
        for (const key of blockKeys(part)) this.#blocks.add(key, profile);
      }
    }
  }

  /**
   * The person behind a login, where that is certain, else suggestions with their evidence. An
   * address or alias of several people, and the alias of a device or a service account, which
   * anybody may use, link nobody.
   */
  match(login: LoginName): LoginMatch {
    const email = login.email === null ? '' : emailKey(login.email);
    const owners = this.#byEmail.get(email);
    const [owner] = owners;
    if (email !== '' && owner && owners.size === 1) return { linked: owner, by: 'email' };

    const display = readDisplayName(login.name, this.#codeOf);
    const known = this.#byAlias.get(aliasKey(login.name));
    const [alias] = known;
    const personal =
      display.kind === 'person' || (display.kind === 'phone' && !/[*x]/iu.test(login.name));
    if (alias && known.size === 1 && personal) return { linked: alias, by: 'alias' };

    const candidates = new Map<string, Candidate>();
    for (const found of this.#suggestions(display, email)) candidates.set(found.person, found);
    const share = (people: ReadonlySet<string>, kind: 'shared-email' | 'shared-alias') => {
      for (const person of people) {
        const found = candidates.get(person) ?? { person, score: 0, evidence: [] };
        candidates.set(person, {
          person,
          score: Math.max(found.score, 0.8),
          evidence: [{ kind }, ...found.evidence],
        });
      }
    };
    if (email !== '') share(owners, 'shared-email');
    share(known, 'shared-alias');
    return {
      linked: null,
      kind: display.kind,
      parties: display.kind === 'service' ? [] : display.parties,
      candidates: [...candidates.values()].sort(byScore).slice(0, MOST_CANDIDATES),
    };
  }

  #suggestions(display: DisplayName, email: string): Candidate[] {
    const fromEmail = display.words.length === 0;
    const local = (email.split('@')[0] ?? '').replaceAll(/\d+/gu, ' ');
    const words = namePartsOf(fromEmail ? local : display.words.join(' '));
    const doubtful = namePartsOf(display.doubtful.join(' '));
    const full = words.filter(isFullWord);
    if (full.length === 0 && doubtful.length === 0) return [];
    const hits = this.#hits([...full, ...doubtful]);
    const suggestions: Candidate[] = [];
    for (const [profile, count] of hits) {
      if (count < Math.min(2, full.length) && count < smallest(profile.names)) continue;
      const found = suggest(profile, { words, doubtful, fromEmail, display, email });
      if (found) suggestions.push(found);
    }
    return suggestions;
  }

  /** People with, for each, the number of words that may agree with a part of the name. */
  #hits(words: readonly NamePart[]): Map<Profile, number> {
    const hits = new Map<Profile, number>();
    for (const word of words) {
      const own = new Set<Profile>();
      for (const key of blockKeys(word)) {
        for (const profile of this.#blocks.get(key)) own.add(profile);
      }
      for (const profile of own) hits.set(profile, (hits.get(profile) ?? 0) + 1);
    }
    return hits;
  }
}

const smallest = (names: Profile['names']): number =>
  Math.min(...names.map((parts) => parts.filter(isFullWord).length));

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.person < b.person ? -1 : 1);
