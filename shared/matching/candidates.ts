import { isAnybodys } from './device-names';
import { readDisplayName, withoutPlatformMarks } from './display-name';
import type { DisplayName, PartyCodeReader } from './display-name';
import { foldName } from './fold';
import type { Evidence, KnownPerson, Suggestion } from './known-person';
import { remembering } from './party-reader';
import { emailKey, isFullWord, profileOf, suggest, workDomain } from './suggestion';
import type { Found, Profile, Written } from './suggestion';
import { WordIndex, type Word } from './word-index';

export type { Candidate, Evidence, KnownPerson, Suggestion } from './known-person';

/** Certain: an exact e-mail address or a confirmed alias, of one person only. */
export interface AutomaticLink {
  readonly linked: string;
  readonly by: 'email' | 'alias';
}

export type LoginMatch =
  | AutomaticLink
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
  if (display.kind === 'phone') return !isAnybodys(name);
  return display.kind === 'person' && aliasKey(name) !== '';
}

const NOBODY: ReadonlySet<never> = new Set<never>();

class Many<K, V> {
  readonly #map = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const known = this.#map.get(key);
    if (known) known.add(value);
    else this.#map.set(key, new Set([value]));
  }

  get(key: K): ReadonlySet<V> {
    return this.#map.get(key) ?? NOBODY;
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
  /** Words of the names of everybody's institutions. */
  readonly #institutional = new Set<string>();
  /** By person: how many words of the login at hand agree, the last of these, and how many suffice. */
  readonly #hits: Uint8Array;
  readonly #at: Uint32Array;
  readonly #least: Uint8Array;
  /** … and what their agreement is worth. */
  readonly #worths: Float64Array;
  /** Number of the word at hand, counted over all logins. */
  #word = 0;

  /** `codeOf` reads a text as a party with certainty (see `partyResolver`) or gives `null`. */
  constructor(people: Iterable<KnownPerson>, codeOf: PartyCodeReader) {
    this.#codeOf = remembering(codeOf);
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
      for (const word of profile.institution) this.#institutional.add(word);
      this.#words.add(
        this.#profiles.length,
        profile.names.flatMap(({ parts }) => parts),
      );
      this.#profiles.push(profile);
    }
    this.#hits = new Uint8Array(this.#profiles.length);
    this.#at = new Uint32Array(this.#profiles.length);
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
   * The person behind a login where that is certain, as `match` says it, and nothing else: nobody is
   * looked for but where a confirmed name has to be compared with everybody's.
   */
  linkOf({ name, email }: LoginName): AutomaticLink | null {
    const address = email === null ? '' : emailKey(email);
    const owner = this.#ownerOf(address);
    if (owner !== null) return { linked: owner, by: 'email' };
    const alias = this.#confirmed(aliasKey(name));
    if (alias === null) return null;
    const display = readDisplayName(name, this.#codeOf);
    const isTheirs =
      mayBeAlias(name, display) &&
      !this.#hasNamesake(alias, display, this.#suggestions(display, address));
    return isTheirs ? { linked: alias, by: 'alias' } : null;
  }

  /**
   * The person behind a login, where that is certain, else suggestions with their evidence. An
   * address or alias of several people, the alias of a device or a service account, which anybody
   * may use, and one that is the name of somebody else too, link nobody.
   */
  match({ name, email }: LoginName): LoginMatch {
    const address = email === null ? '' : emailKey(email);
    const owner = this.#ownerOf(address);
    if (owner !== null) return { linked: owner, by: 'email' };

    const display = readDisplayName(name, this.#codeOf);
    const key = aliasKey(name);
    const alias = this.#confirmed(key);
    const seen = this.#bySeen.get(key);
    const isPersonal = (alias !== null || seen !== undefined) && mayBeAlias(name, display);
    const suggested = this.#suggestions(display, address);
    if (alias !== null && isPersonal && !this.#hasNamesake(alias, display, suggested)) {
      return { linked: alias, by: 'alias' };
    }

    const candidates = new Map(suggested.map((one) => [one.person, one]));
    const also = (person: string, least: number, evidence: Evidence) => {
      const found = candidates.get(person);
      candidates.set(person, {
        ...{ person, fit: found?.fit ?? 'part', score: Math.max(found?.score ?? 0, least) },
        evidence: () => [evidence, ...(found?.evidence() ?? [])],
      });
    };
    if (isPersonal) {
      for (const [person, meetings] of seen ?? []) {
        const meeting = meetings.at(-1) ?? '';
        also(person, SEEN, { kind: 'seen-before', meeting, times: meetings.length });
      }
    }
    if (address !== '') {
      for (const person of this.#byEmail.get(address)) {
        also(person, SHARED, { kind: 'shared-email' });
      }
    }
    const onlyNamesake = alias !== null && isPersonal;
    for (const person of this.#byAlias.get(key)) {
      also(person, SHARED, { kind: onlyNamesake ? 'namesake' : 'shared-alias' });
    }
    return {
      linked: null,
      kind: display.kind,
      parties: display.kind === 'service' ? [] : display.parties,
      candidates: [...candidates.values()]
        .sort(byScore)
        .slice(0, MOST_CANDIDATES)
        .map(({ person, score, evidence, fit }) => ({
          ...{ person, score, evidence: evidence(), fit },
        })),
    };
  }

  /** Whose address it is, where it is one person's. */
  #ownerOf(address: string): string | null {
    const [owner, ...others] = address === '' ? [] : this.#byEmail.get(address);
    return owner !== undefined && others.length === 0 ? owner : null;
  }

  /** Of whom a human has confirmed that they use this name, where it is one person. */
  #confirmed(key: string): string | null {
    const [alias, ...others] = this.#byAlias.get(key);
    return alias !== undefined && others.length === 0 ? alias : null;
  }

  /**
   * Whether the name, which has been confirmed as this person's, is that of somebody else too, or may
   * be: of two who write it in two scripts nobody can tell which one this is.
   */
  #hasNamesake(person: string, display: DisplayName, suggested: readonly Found[]): boolean {
    return (
      suggested.some((one) => one.fit !== 'part' && one.person !== person) ||
      this.#isSharedWord(display, person)
    );
  }

  /** Whether the name is one word that somebody else has in theirs too: "Ivan" is every Ivan. */
  #isSharedWord({ words, doubtful }: DisplayName, person: string): boolean {
    const [word, ...others] = this.#wordsOf([...words, ...doubtful]);
    if (word === undefined || others.length > 0) return false;
    return this.#words
      .peopleBy(word)
      .some(
        ({ people, worth }) =>
          worth >= SURE && people.some((at) => this.#profiles[at]?.person.id !== person),
      );
  }

  #wordsOf(texts: readonly string[]): readonly Word[] {
    return texts.flatMap((text) => this.#words.partsOf(text));
  }

  /** By the name on display and by the one in the address; a person of both counts for more. */
  #suggestions(display: DisplayName, email: string): readonly Found[] {
    const domain = workDomain(email);
    const words = (texts: readonly string[]) => this.#wordsOf(texts).slice(0, MOST_WORDS);
    const local = (email.split('@')[0] ?? '').replaceAll(/[\d_+]+/gu, ' ').replaceAll('.', ' ');
    const inEmail = this.#by({
      ...{ display, domain, words: words(local.split(/\s+/u)), doubtful: [], fromEmail: true },
    });
    if (display.words.length === 0 && display.doubtful.length === 0) return inEmail;
    const shown = this.#by({
      ...{ display, domain, words: words(display.words), fromEmail: false },
      doubtful: words(display.doubtful),
    });
    if (inEmail.length === 0) return shown;
    const both = new Map(shown.map((one) => [one.person, one]));
    for (const one of inEmail) both.set(one.person, alsoInEmail(both.get(one.person), one));
    return [...both.values()];
  }

  #by(said: Omit<Written, 'institutional'>): readonly Found[] {
    const full = said.words.filter(isFullWord);
    if (full.length === 0 && said.doubtful.length === 0) return [];
    const institutional = said.words.filter(({ forms }) =>
      forms.some((form) => this.#institutional.has(form)),
    );
    const written = { ...said, institutional };
    const found: Found[] = [];
    const needed = Math.max(1, Math.min(2, full.length));
    const agreeing = this.#agreeing([...full, ...said.doubtful], needed);
    for (const person of this.#likeliest(agreeing, said.display.parties)) {
      const profile = this.#profiles[person];
      const one = profile === undefined ? null : suggest(profile, written, this.#words);
      if (one !== null) found.push(one);
    }
    return found;
  }

  /** The best by their words and the delegation, where many have the same names. */
  #likeliest(people: readonly number[], parties: readonly string[]): readonly number[] {
    if (people.length <= MOST_COMPARED) return people;
    const best: number[] = [];
    const worths: number[] = [];
    for (const person of people) {
      let worth = this.#worths[person] ?? 0;
      if (parties.length > 0) {
        const party = this.#profiles[person]?.person.party ?? '';
        if (parties.includes(party)) worth += NAMED_PARTY;
      }
      if (best.length === MOST_COMPARED && worth <= (worths.at(-1) ?? 0)) continue;
      // Behind those that are worth as much: who was found first stays first.
      let at = Math.min(best.length, MOST_COMPARED - 1);
      while (at > 0 && (worths[at - 1] ?? 0) < worth) {
        [best[at], worths[at]] = [best[at - 1] ?? 0, worths[at - 1] ?? 0];
        at -= 1;
      }
      [best[at], worths[at]] = [person, worth];
    }
    return best;
  }

  /**
   * Those with whose name so many of the words agree, or as many as a shorter name has. Most words
   * agree with a part of thousands of names: nothing is done for a person before it is enough.
   */
  #agreeing(words: readonly Word[], needed: number): readonly number[] {
    const found: number[] = [];
    const [hits, at, least, worths] = [this.#hits, this.#at, this.#least, this.#worths];
    const first = this.#word + 1;
    for (const word of new Set(words)) {
      const now = (this.#word += 1);
      for (const { people, worth } of this.#words.peopleBy(word)) {
        for (const person of people) {
          const last = at[person] ?? 0;
          if (last === now) continue;
          const isFirst = last < first;
          const count = isFirst ? 1 : (hits[person] ?? 0) + 1;
          hits[person] = count;
          worths[person] = isFirst ? worth : (worths[person] ?? 0) + worth;
          at[person] = now;
          if (count === Math.min(needed, least[person] ?? 1)) found.push(person);
        }
      }
    }
    return found;
  }
}

/** Somebody whose name the address has, and the display name perhaps too. */
function alsoInEmail(shown: Found | undefined, inEmail: Found): Found {
  if (shown === undefined) {
    return { ...inEmail, fit: 'part', score: Math.min(1, inEmail.score - ALSO_IN_EMAIL) };
  }
  return {
    ...shown,
    score: Math.min(1, shown.score + ALSO_IN_EMAIL),
    evidence: () => [
      ...shown.evidence(),
      ...inEmail.evidence().filter(({ kind }) => kind === 'email-name'),
    ],
  };
}

/** The full words of the shorter of a person's names; at least one. */
const smallest = (names: Profile['names']): number =>
  Math.max(1, Math.min(255, ...names.map(({ full }) => full)));

const byScore = (a: Found, b: Found): number => b.score - a.score || (a.person < b.person ? -1 : 1);
