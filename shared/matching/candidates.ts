import { isAnybodys } from './device-names';
import { readDisplayName, withoutPlatformMarks } from './display-name';
import type { DisplayName, PartyCodeReader } from './display-name';
import { foldName } from './fold';
import type { Candidate, Evidence, KnownPerson, Suggestion } from './known-person';
import type { NamePart } from './name-agreement';
import { emailKey, isFullWord, profileOf, suggest, workDomain } from './suggestion';
import type { Profile, Written } from './suggestion';
import { WordIndex } from './word-index';

export type { Candidate, Evidence, KnownPerson, Suggestion } from './known-person';

export type LoginMatch =
  /** Certain: an exact e-mail address or a confirmed alias, of one person only. */
  | { readonly linked: string; readonly by: 'email' | 'alias' }
  | {
      readonly linked: null;
      readonly kind: DisplayName['kind'];
      /** Parties that the display name speaks of ("Delegation of Serbia"). */
      readonly parties: readonly string[];
      /** Suggestions for a human to confirm, likeliest first; none is ever taken by itself. */
      readonly candidates: readonly Suggestion[];
    };

export interface LoginName {
  readonly name: string;
  readonly email: string | null;
}

const MOST_CANDIDATES = 8;
/** No name has more; what does was not written by somebody who wants to be known. */
const MOST_WORDS = 24;

/** A display name in the form in which it is compared with confirmed aliases. */
export function aliasKey(name: string): string {
  return foldName(withoutPlatformMarks(name));
}

/**
 * Whether a display name may be remembered as somebody's: it is a person's or a whole telephone
 * number. "iPhone", "Call-in User_2" and "+43 ***12" are anybody's and are never an alias; nor is
 * "Interpreter 1".
 */
export function mayBeAlias(name: string, display: DisplayName): boolean {
  if (isAnybodys(name)) return false;
  return display.kind === 'phone' || (display.kind === 'person' && aliasKey(name) !== '');
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

/** So many are compared in full; the others agree less in what can be seen at once. */
const MOST_COMPARED = 32;
/** What the named delegation is worth beside words, in the choice of these. */
const NAMED_PARTY = 0.5;

/** What a sign that stands beside the name is worth at least. */
const SHARED = 0.8;
const SEEN = 0.85;
/** From this agreement on two words are one: the same, or the same by sound. */
const SURE = 0.9;
/** What a name in the address adds to the same name on display. */
const ALSO_IN_EMAIL = 0.05;

/** The finder of people behind logins, for one list of people. */
export class LoginMatcher {
  readonly #codeOf: PartyCodeReader;
  readonly #byEmail = new Many<string, string>();
  readonly #byAlias = new Many<string, string>();
  readonly #bySeen = new Map<string, Map<string, string[]>>();
  readonly #words = new WordIndex();
  readonly #profiles: Profile[] = [];
  /** By person: how many words of the login at hand agree, the last of these, and how many suffice. */
  readonly #hits: Uint8Array;
  readonly #at: Float64Array;
  readonly #least: Uint8Array;
  /** … and what their agreement is worth. */
  readonly #worths: Float64Array;
  /** Number of the word at hand, counted over all logins. */
  #word = 0;

  /** `codeOf` reads a text as a party with certainty (see `partyResolver`) or gives `null`. */
  constructor(people: Iterable<KnownPerson>, codeOf: PartyCodeReader) {
    this.#codeOf = codeOf;
    const domains = new Map<string, Set<string>>();
    for (const person of people) {
      for (const email of person.emails) this.#byEmail.add(emailKey(email), person.id);
      for (const alias of person.aliases) this.#byAlias.add(aliasKey(alias), person.id);
      for (const { name, meeting } of person.seen ?? []) this.#see(person.id, name, meeting);
      const institution = foldName(person.institution);
      const own = domains.get(institution) ?? new Set<string>();
      domains.set(institution, own);
      if (institution !== '') {
        for (const email of person.emails) own.add(workDomain(email));
      }
      const profile = profileOf(person, this.#words, own);
      this.#words.add(this.#profiles.length, profile.names.flat());
      this.#profiles.push(profile);
    }
    this.#hits = new Uint8Array(this.#profiles.length);
    this.#at = new Float64Array(this.#profiles.length);
    this.#worths = new Float64Array(this.#profiles.length);
    this.#least = Uint8Array.from(this.#profiles, ({ names }) => smallest(names));
  }

  #see(person: string, name: string, meeting: string): void {
    const key = aliasKey(name);
    const people = this.#bySeen.get(key) ?? new Map<string, string[]>();
    this.#bySeen.set(key, people);
    people.set(person, [...(people.get(person) ?? []), meeting]);
  }

  /**
   * The person behind a login, where that is certain, else suggestions with their evidence. An
   * address or alias of several people, the alias of a device or a service account, which anybody
   * may use, and one that is the name of somebody else too, link nobody.
   */
  match(login: LoginName): LoginMatch {
    const email = login.email === null ? '' : emailKey(login.email);
    const owners = this.#byEmail.get(email);
    const [owner] = owners;
    if (email !== '' && owner && owners.size === 1) return { linked: owner, by: 'email' };

    const display = readDisplayName(login.name, this.#codeOf);
    const key = aliasKey(login.name);
    const known = this.#byAlias.get(key);
    const [alias] = known;
    const isPersonal = mayBeAlias(login.name, display);
    const suggested = this.#suggestions(display, email);
    const namesake =
      suggested.some(({ fit, person }) => fit === 'whole' && person !== alias) ||
      this.#isSharedWord(display, alias);
    if (alias && known.size === 1 && isPersonal && !namesake) return { linked: alias, by: 'alias' };

    const candidates = new Map(suggested.map((one) => [one.person, one]));
    const also = (person: string, least: number, evidence: Evidence) => {
      const found = candidates.get(person) ?? {
        person,
        score: 0,
        evidence: [],
        fit: 'part' as const,
      };
      candidates.set(person, {
        ...found,
        score: Math.max(found.score, least),
        evidence: [evidence, ...found.evidence],
      });
    };
    if (isPersonal) {
      for (const [person, meetings] of this.#bySeen.get(key) ?? []) {
        const meeting = meetings.at(-1) ?? '';
        also(person, SEEN, { kind: 'seen-before', meeting, times: meetings.length });
      }
    }
    if (email !== '') for (const person of owners) also(person, SHARED, { kind: 'shared-email' });
    const onlyNamesake = known.size === 1 && isPersonal;
    for (const person of known) {
      also(person, SHARED, { kind: onlyNamesake ? 'namesake' : 'shared-alias' });
    }
    return {
      linked: null,
      kind: display.kind,
      parties: display.kind === 'service' ? [] : display.parties,
      candidates: [...candidates.values()].sort(byScore).slice(0, MOST_CANDIDATES),
    };
  }

  /** Whether the name is one word that somebody else has in theirs too: "Ivan" is every Ivan. */
  #isSharedWord({ words, doubtful }: DisplayName, person: string | undefined): boolean {
    const [word, ...others] = this.#words.partsOf([...words, ...doubtful].join(' '));
    if (word === undefined || others.length > 0) return false;
    return this.#words
      .peopleBy(word)
      .some(
        ({ people, worth }) =>
          worth >= SURE && people.some((at) => this.#profiles[at]?.person.id !== person),
      );
  }

  /** By the name on display and by the one in the address; a person of both counts for more. */
  #suggestions(display: DisplayName, email: string): Suggestion[] {
    const parts = (text: string) => this.#words.partsOf(text).slice(0, MOST_WORDS);
    const local = (email.split('@')[0] ?? '').replaceAll(/[\d_+]+/gu, ' ').replaceAll('.', ' ');
    const common = { display, domain: workDomain(email) };
    const inEmail = this.#by({
      ...{ ...common, words: parts(local.trim()), doubtful: [], fromEmail: true },
    });
    if (display.words.length === 0 && display.doubtful.length === 0) return inEmail;
    const shown = this.#by({
      ...{ ...common, words: parts(display.words.join(' ')), fromEmail: false },
      doubtful: parts(display.doubtful.join(' ')),
    });
    const both = new Map(shown.map((one) => [one.person, one]));
    for (const one of inEmail) {
      const known = both.get(one.person);
      const named = one.evidence.filter(({ kind }) => kind === 'email-name');
      both.set(one.person, {
        ...(known ?? { ...one, fit: 'part' as const }),
        score: Math.min(
          1,
          known === undefined ? one.score - ALSO_IN_EMAIL : known.score + ALSO_IN_EMAIL,
        ),
        evidence: known === undefined ? one.evidence : [...known.evidence, ...named],
      });
    }
    return [...both.values()];
  }

  #by(written: Written): Suggestion[] {
    const full = written.words.filter(isFullWord);
    if (full.length === 0 && written.doubtful.length === 0) return [];
    const suggestions: Suggestion[] = [];
    const needed = Math.max(1, Math.min(2, full.length));
    const agreeing = this.#agreeing([...full, ...written.doubtful], needed);
    for (const person of this.#likeliest(agreeing, written.display.parties)) {
      const profile = this.#profiles[person];
      const found = profile === undefined ? null : suggest(profile, written, this.#words);
      if (found) suggestions.push(found);
    }
    return suggestions;
  }

  /** The best by their words and the delegation, where many have the same names. */
  #likeliest(people: readonly number[], parties: readonly string[]): readonly number[] {
    if (people.length <= MOST_COMPARED) return people;
    const worthOf = (person: number): number => {
      const party = this.#profiles[person]?.person.party ?? '';
      return (this.#worths[person] ?? 0) + (parties.includes(party) ? NAMED_PARTY : 0);
    };
    return people
      .map((person) => ({ person, worth: worthOf(person) }))
      .sort((one, other) => other.worth - one.worth)
      .slice(0, MOST_COMPARED)
      .map(({ person }) => person);
  }

  /**
   * Those with whose name so many of the words agree, or as many as a shorter name has. Most words
   * agree with a part of thousands of names: nothing is done for a person before it is enough.
   */
  #agreeing(words: readonly NamePart[], needed: number): readonly number[] {
    const found: number[] = [];
    const [hits, at, least, worths] = [this.#hits, this.#at, this.#least, this.#worths];
    const first = this.#word + 1;
    for (const word of new Set(words)) {
      this.#word += 1;
      for (const { people, worth } of this.#words.peopleBy(word)) {
        for (const person of people) {
          const last = at[person] ?? 0;
          if (last === this.#word) continue;
          const isFirst = last < first;
          const count = isFirst ? 1 : (hits[person] ?? 0) + 1;
          hits[person] = count;
          worths[person] = isFirst ? worth : (worths[person] ?? 0) + worth;
          at[person] = this.#word;
          if (count === Math.min(needed, least[person] ?? 1)) found.push(person);
        }
      }
    }
    return found;
  }
}

/** The full words of the shorter of a person's names; at least one. */
const smallest = (names: Profile['names']): number =>
  Math.max(1, Math.min(255, ...names.map((parts) => parts.filter(isFullWord).length)));

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.person < b.person ? -1 : 1);
