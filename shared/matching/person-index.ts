import { Answers, NONE, tokensBeginning } from './answers';
import { likelyTokens } from './typo';
import { enoughToSearch, joinedWords, queryWords } from './query';
import type { QueryWord } from './query';
import { Ranking } from './ranking';
import { SECTION } from './search-keys';
import { TokenTable } from './token-table';

/** A person as the index needs it. */
export interface IndexedPerson {
  readonly id: string;
  /** `searchKeys` of the person. */
  readonly keys: string;
  /** Expected at the meeting of this desk, not only known from others. */
  readonly expected: boolean;
}

/** How a hit was found; `sound` and `typo` are to be shown as "spelled otherwise". */
export type HitKind = 'exact' | 'sound' | 'typo';

export interface Hit {
  readonly id: string;
  readonly by: HitKind;
}

/** A person with the sections of their keys. */
interface Slot {
  readonly person: IndexedPerson;
  /** Decides between equal ranks, alphabetically. */
  readonly names: string;
  readonly party: string;
  readonly rest: string;
  readonly sounds: string;
}

/**
 * Cost of an answer to one word of a query; smaller is better, each weight exceeds all lighter
 * ones together. No answer is `NONE`.
 */
const NOT_BY_NAME = 1_000_000;
const NOT_EXPECTED = 100_000;
const ERRORS = 10_000;
const NOT_WHOLE = 1_000;

/** Name tokens carry their place in the name in the low bits: family names come first. */
const PLACES = 16;

const tokensOf = (section: string): string[] => section.split(' ').filter((token) => token !== '');

/** Of so few people each is asked for the further words; of more, everybody who has them is found. */
const FEW = 400;

/**
 * People in memory, found by the beginnings of words while somebody types. Every word of the query
 * must begin a token of the person, in any order. Changing one person costs a few insertions.
 */
export class PersonIndex {
  #slots: (Slot | null)[] = [];
  #live = new Map<string, number>();
  #names = new TokenTable();
  #rest = new TokenTable();
  #sounds = new TokenTable();
  /** Many people share a party: its tokens are filed once, by the place of its section here. */
  #parties = new TokenTable();
  #partySections = new Map<string, number>();
  #partySlots: number[][] = [];
  /** Used again with every search; a query has as many as words at most. */
  readonly #answers: Answers[] = [];

  constructor(people: Iterable<IndexedPerson> = []) {
    for (const person of people) this.put(person);
  }

  get size(): number {
    return this.#live.size;
  }

  /** Adds a person or replaces what was known of them. */
  put(person: IndexedPerson): void {
    this.remove(person.id);
    const [names = '', party = '', rest = '', sounds = ''] = person.keys.split(SECTION);
    const slot = this.#slots.length;
    this.#slots.push({ person, names, party, rest, sounds });
    this.#live.set(person.id, slot);
    tokensOf(names).forEach((token, place) => {
      this.#names.add(token, slot * PLACES + Math.min(place, PLACES - 1));
    });
    for (const token of tokensOf(rest)) this.#rest.add(token, slot);
    for (const token of tokensOf(sounds)) this.#sounds.add(token, slot);
    this.#partySlots[this.#partyPlace(party)]?.push(slot);
  }

  /** Forgets a person; unknown ids are ignored. */
  remove(id: string): void {
    const slot = this.#live.get(id);
    if (slot === undefined) return;
    this.#slots[slot] = null;
    this.#live.delete(id);
    if (this.#slots.length > 1_000 && this.#slots.length > 2 * this.#live.size) this.#rebuild();
  }

  /** Does now what the first search after many insertions would have to do before it answers. */
  prepare(): void {
    for (const table of [this.#names, this.#rest, this.#sounds, this.#parties]) table.prepare();
  }

  /**
   * The best `limit` people for a query, best first: found by name before found by party,
   * institution, e-mail or badge; expected before merely known; whole words before beginnings;
   * family name before given name. When there is room, people follow whose name only sounds alike;
   * people within a typing error come only when there is nobody else.
   */
  search(query: string, limit: number): Hit[] {
    if (limit < 1 || !enoughToSearch(query)) return [];
    const words = queryWords(query);
    const found = new Map<string, HitKind>();
    const collect = (by: HitKind, spelled: readonly QueryWord[]) => {
      if (found.size >= limit) return;
      for (const { person } of this.#ranked(spelled, by, limit)) {
        if (found.size < limit && !found.has(person.id)) found.set(person.id, by);
      }
    };
    collect('exact', words);
    collect('sound', joinedWords(query) ?? []);
    collect('sound', words);
    if (found.size === 0) collect('typo', words);
    return [...found].map(([id, by]) => ({ id, by }));
  }

  #rebuild(): void {
    const people = this.#slots.flatMap((slot) => (slot ? [slot.person] : []));
    this.#slots = [];
    this.#live = new Map();
    this.#names = new TokenTable();
    this.#rest = new TokenTable();
    this.#sounds = new TokenTable();
    this.#parties = new TokenTable();
    this.#partySections = new Map();
    this.#partySlots = [];
    for (const person of people) this.put(person);
  }

  #partyPlace(section: string): number {
    const known = this.#partySections.get(section);
    if (known !== undefined) return known;
    const place = this.#partySlots.length;
    this.#partySections.set(section, place);
    this.#partySlots.push([]);
    for (const token of tokensOf(section)) this.#parties.add(token, place);
    return place;
  }

  /**
   * The best `limit` people who answer every word in the given way. The longest word, which few
   * have, is looked up first: where it leaves few people, the others are looked for in their keys.
   */
  #ranked(words: readonly QueryWord[], by: HitKind, limit: number): readonly Slot[] {
    const ranking = new Ranking<Slot>(limit, isBefore);
    const [first, ...others] = [...words].sort((a, b) => lengthOf(b) - lengthOf(a));
    if (first === undefined) return ranking.items;
    let fewest = this.#looked(first, by, 0);
    const looked = [fewest];
    const asked: { readonly word: QueryWord; readonly by: 'exact' | 'sound' }[] = [];
    for (const word of others) {
      if (fewest.touched.length <= FEW && by !== 'typo') asked.push({ word, by });
      else {
        const answers = this.#looked(word, by, looked.length);
        looked.push(answers);
        if (answers.touched.length < fewest.touched.length) fewest = answers;
      }
    }
    for (const place of fewest.touched) {
      const slot = this.#slots[place];
      if (!slot) continue;
      let rank = slot.person.expected ? 0 : NOT_EXPECTED;
      for (const answers of looked) rank += answers.cost(place);
      for (const one of asked) {
        if (rank >= NONE) break;
        rank += costOf(slot, one.word, one.by);
      }
      if (rank < NONE) ranking.add(slot, rank);
    }
    return ranking.items;
  }

  /** Everybody's answers to a word, in the place of that number. */
  #looked(word: QueryWord, by: HitKind, number: number): Answers {
    const answers = (this.#answers[number] ??= new Answers()).begin(this.#slots.length);
    for (const spelling of word.spellings) this.#answerSpelling(answers, spelling);
    if (by === 'sound') this.#answerSound(answers, word);
    if (by === 'typo') this.#answerTypo(answers, word);
    return answers;
  }

  #offerNames(answers: Answers, values: readonly number[], cost: number): void {
    for (const value of values) {
      answers.offer(Math.floor(value / PLACES), cost + (value % PLACES));
    }
  }

  #answerSpelling(answers: Answers, spelling: string): void {
    const cost = (token: string) => (token === spelling ? 0 : NOT_WHOLE);
    this.#names.beginningWith(spelling, (values, token) => {
      this.#offerNames(answers, values, cost(token));
    });
    this.#parties.beginningWith(spelling, (places, token) => {
      for (const place of places) {
        const slots = this.#partySlots[place] ?? [];
        for (const slot of slots) answers.offer(slot, NOT_BY_NAME + cost(token));
      }
    });
    this.#rest.beginningWith(spelling, (slots, token) => {
      for (const slot of slots) answers.offer(slot, NOT_BY_NAME + cost(token));
    });
  }

  #answerSound(answers: Answers, { sound }: QueryWord): void {
    for (const beginning of sound.beginnings) {
      this.#sounds.beginningWith(beginning, (slots) => {
        for (const slot of slots) answers.offer(slot, ERRORS);
      });
      this.#names.beginningWith(beginning, (values) => {
        this.#offerNames(answers, values, ERRORS);
      });
    }
    for (const whole of sound.wholes) {
      for (const slot of this.#sounds.under(whole)) answers.offer(slot, 2 * ERRORS);
    }
  }

  #answerTypo(answers: Answers, { spellings: [spelling = ''] }: QueryWord): void {
    for (const { token, errors } of likelyTokens(this.#names.tokens(), spelling)) {
      this.#offerNames(answers, this.#names.under(token), errors * ERRORS);
    }
  }
}

/** By name, and namesakes always in the same order. */
const isBefore = (a: Slot, b: Slot): boolean =>
  a.names < b.names || (a.names === b.names && a.person.id < b.person.id);

const lengthOf = ({ spellings }: QueryWord): number => spellings[0]?.length ?? 0;

/** The cheapest token with a beginning, the places of which count or do not. */
function cheapest(section: string, beginning: string, places: boolean): number {
  let cost = NONE;
  for (const { place, whole } of tokensBeginning(section, beginning)) {
    const own = (places ? Math.min(place, PLACES - 1) : 0) + (whole ? 0 : NOT_WHOLE);
    if (own < cost) cost = own;
  }
  return cost;
}

/** What everybody's look-up would say of this person: cost of the best answer, else `NONE`. */
function costOf(slot: Slot, { spellings, sound }: QueryWord, by: 'exact' | 'sound'): number {
  let cost = NONE;
  for (const spelling of spellings) {
    cost = Math.min(cost, cheapest(slot.names, spelling, true));
    if (cost < NOT_BY_NAME) continue;
    cost = Math.min(
      cost,
      NOT_BY_NAME + cheapest(slot.party, spelling, false),
      NOT_BY_NAME + cheapest(slot.rest, spelling, false),
    );
  }
  if (by === 'exact') return cost;
  for (const beginning of sound.beginnings) {
    for (const { place } of tokensBeginning(slot.names, beginning)) {
      cost = Math.min(cost, ERRORS + Math.min(place, PLACES - 1));
    }
    if (!tokensBeginning(slot.sounds, beginning).next().done) cost = Math.min(cost, ERRORS);
  }
  for (const whole of sound.wholes) {
    for (const token of tokensBeginning(slot.sounds, whole)) {
      if (token.whole) cost = Math.min(cost, 2 * ERRORS);
    }
  }
  return cost;
}
