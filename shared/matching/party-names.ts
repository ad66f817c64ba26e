import type { Names } from '../domain/language';
import { editDistance } from './edit-distance';
import { foldName } from './fold';
import { NEVER_MISSPELLINGS, PARTY_VARIANTS } from './party-variants';
import type { PartyVariants } from './party-variants';

/** What the resolver needs of a party; a projected party has it. */
export interface NamedParty {
  readonly code: string;
  readonly iso2: string | null;
  readonly m49: string | null;
  readonly names: Names;
  readonly designations: readonly {
    readonly code: string | null;
    readonly names: Names;
    readonly to: string | null;
  }[];
  /** Spellings of which a human has said that they mean this party. */
  readonly aliases?: readonly string[];
}

/**
 * Why a text was read as a party: its code or acronym, its English or everyday name, a name it no
 * longer has, its official name in another language, a spelling that a human has settled, or a name
 * with an error in it.
 */
export type PartyEvidence = 'code' | 'name' | 'former-name' | 'language' | 'alias' | 'misspelling';

export type PartyReading<T> =
  | { readonly party: T; readonly evidence: PartyEvidence; readonly language?: string }
  /** Not certain: to be shown for a human to choose from, likeliest first. */
  | { readonly candidates: readonly T[] };

/** Reads a text as a party; `null` when nothing speaks for any. */
export type PartyResolver<T> = (text: string) => PartyReading<T> | null;

export interface ResolverOptions {
  readonly variants?: Readonly<Record<string, PartyVariants>>;
  /** Further display names by ISO 3166-1 alpha-2 code (CLDR's, gathered by the caller). */
  readonly displayNames?: Readonly<Record<string, readonly string[]>>;
  /** Only what is certain: no misspelling is recognised and nothing is offered. Much quicker. */
  readonly certainOnly?: boolean;
}

/** Words that say nothing: articles, "of", "and" in the languages of Latin and Cyrillic script. */
const EMPTY_WORDS = new Set(
  'the of and a la le les l el los las de del des du d y et e i и'.split(' '),
);

/** What stands before a party's name in a delegation's title. */
const TITLES = new Set(
  (
    'delegation delegations government permanent mission embassy representation representatives ' +
    'délégation gouvernement mission permanente ambassade delegación gobierno embajada ' +
    'делегация правительство постоянное представительство посольство'
  )
    .split(' ')
    .map(foldName),
);

/** The words of a name in no order: "Iran (Islamic Republic of)" is "Islamic Republic of Iran". */
function bagOf(text: string): string {
  const words = foldName(text.replaceAll('&', ' and ')).split(' ');
  const saying = words.filter((word) => !EMPTY_WORDS.has(word));
  return (saying.length > 0 ? saying : words).sort().join(' ');
}

const codeKey = (text: string): string => foldName(text).replaceAll(' ', '');

interface Entry<T> {
  readonly party: T;
  readonly evidence: PartyEvidence;
  readonly language?: string;
}

/** Names under which parties are known; a name that two parties claim is known for neither alone. */
class NameTable<T> {
  readonly #entries = new Map<string, Entry<T>[]>();

  add(name: string, entry: Entry<T>): void {
    const key = bagOf(name);
    if (key === '') return;
    const known = this.#entries.get(key) ?? [];
    if (!known.some(({ party }) => party === entry.party)) known.push(entry);
    this.#entries.set(key, known);
  }

  get(key: string): readonly Entry<T>[] {
    return this.#entries.get(key) ?? [];
  }

  keys(): Iterable<string> {
    return this.#entries.keys();
  }
}

function fillNames<T extends NamedParty>(
  table: NameTable<T>,
  party: T,
  { variants = PARTY_VARIANTS, displayNames = {} }: ResolverOptions,
): void {
  for (const [language, name] of Object.entries(party.names)) {
    const evidence = language === 'en' ? 'name' : 'language';
    table.add(name, { party, evidence, language });
  }
  const former = party.designations.filter((designation) => designation.to !== null);
  const codes = [party.code, ...former.flatMap(({ code }) => (code === null ? [] : [code]))];
  const known = codes.map((code) => variants[code]).filter((own) => own !== undefined);
  for (const { names } of former) {
    for (const [language, name] of Object.entries(names)) {
      table.add(name, { party, evidence: 'former-name', language });
    }
  }
  for (const name of known.flatMap((own) => own.former ?? [])) {
    table.add(name, { party, evidence: 'former-name' });
  }
  for (const name of known.flatMap((own) => own.names ?? [])) {
    table.add(name, { party, evidence: 'name' });
  }
  for (const name of displayNames[party.iso2 ?? ''] ?? []) {
    table.add(name, { party, evidence: 'name' });
  }
}

function codesOf<T extends NamedParty>(parties: readonly T[]): Map<string, Entry<T>> {
  const codes = new Map<string, Entry<T>>();
  const add = (code: string | null, entry: Entry<T>) => {
    const key = codeKey(code ?? '');
    if (key !== '' && !codes.has(key)) codes.set(key, entry);
  };
  for (const party of parties) add(party.code, { party, evidence: 'code' });
  for (const party of parties) {
    add(party.iso2, { party, evidence: 'code' });
    add(party.m49, { party, evidence: 'code' });
    for (const { code, to } of party.designations) {
      add(code, { party, evidence: to === null ? 'code' : 'former-name' });
    }
  }
  return codes;
}

/**
 * Errors that a name may contain and still be recognised; none in short ones. Names of places are
 * near one another (Бургундия and Бурунди differ by two letters), and a wrong delegation is worse
 * than a question: two errors only in long names.
 */
function errorsAllowed(key: string): number {
  if (key.length < 5) return 0;
  return key.length < 12 ? 1 : 2;
}

/** Settled spellings, as they are looked up: whole, without regard to case and accents. */
function aliasesOf<T extends NamedParty>(parties: readonly T[]): Map<string, T[]> {
  const aliases = new Map<string, T[]>();
  for (const party of parties) {
    for (const alias of party.aliases ?? []) {
      const key = foldName(alias);
      const known = aliases.get(key) ?? [];
      if (key !== '' && !known.includes(party)) aliases.set(key, [...known, party]);
    }
  }
  return aliases;
}

function distinct<T>(entries: readonly Entry<T>[]): T[] {
  return [...new Set(entries.map(({ party }) => party))];
}

/** Entries of the names nearest to `key`, when any is near enough. */
function nearest<T>(table: NameTable<T>, key: string): readonly Entry<T>[] {
  let least = errorsAllowed(key);
  let found: Entry<T>[] = [];
  if (least === 0) return found;
  for (const name of table.keys()) {
    // Who misspells a name gets its first letter right; another one begins another name (Yalta).
    if (errorsAllowed(name) === 0 || name[0] !== key[0]) continue;
    const errors = editDistance(key, name, least);
    if (errors > least) continue;
    if (errors < least) found = [];
    least = errors;
    found.push(...table.get(name));
  }
  return found;
}

/** Parties whose whole name stands among the words, the longest name first. */
function contained<T>(table: NameTable<T>, words: ReadonlySet<string>): T[] {
  const entries: { entry: Entry<T>; length: number }[] = [];
  for (const name of table.keys()) {
    const parts = name.split(' ');
    if (name.length < 4 || !parts.every((part) => words.has(part))) continue;
    for (const entry of table.get(name)) entries.push({ entry, length: name.length });
  }
  entries.sort((a, b) => b.length - a.length);
  return distinct(entries.map(({ entry }) => entry));
}

/** A text that fits more names than this says too little to offer any of them. */
const MOST_CANDIDATES = 8;

/** Parties of whose names the words are a part: "Korea" of two. */
function partly<T>(table: NameTable<T>, key: string): T[] {
  const words = key.split(' ');
  if (!words.some((word) => word.length >= 4)) return [];
  const entries: Entry<T>[] = [];
  for (const name of table.keys()) {
    const parts = new Set(name.split(' '));
    if (words.every((word) => parts.has(word))) entries.push(...table.get(name));
  }
  const parties = distinct(entries);
  return parties.length > MOST_CANDIDATES ? [] : parties;
}

/** Parties whose code of three letters or more stands in the text in capitals. */
function byCodesInside<T>(codes: ReadonlyMap<string, Entry<T>>, text: string): T[] {
  const words = text.match(/(?<!\p{L})\p{Lu}[\p{Lu}-]{2,}(?!\p{L})/gu) ?? [];
  return distinct(words.flatMap((word) => codes.get(codeKey(word)) ?? []));
}

/**
 * A resolver over these parties: codes and acronyms, names in six languages, everyday and former
 * names, each without regard to case, accents, articles and the order of words. Give it the
 * programme's parties and the other countries too, so that a non-member is recognised as itself.
 */
export function partyResolver<T extends NamedParty>(
  parties: readonly T[],
  options: ResolverOptions = {},
): PartyResolver<T> {
  const table = new NameTable<T>();
  for (const party of parties) fillNames(table, party, options);
  const codes = codesOf(parties);
  const aliases = aliasesOf(parties);
  const notErrors = new Set(NEVER_MISSPELLINGS.map(bagOf));

  const exactly = (text: string): PartyReading<T> | null => {
    const key = bagOf(text);
    const code = codes.get(codeKey(text)) ?? codes.get(key);
    if (code) return code;
    const entries = table.get(key);
    const [only] = entries;
    if (only && entries.length === 1) return only;
    const settled = aliases.get(foldName(text)) ?? [];
    const [meant] = settled;
    if (meant && settled.length === 1) return { party: meant, evidence: 'alias' };
    const candidates = [...new Set([...settled, ...distinct(entries)])];
    return candidates.length > 0 ? { candidates } : null;
  };

  const read = (text: string): PartyReading<T> | null => {
    const key = bagOf(text);
    if (key === '') return null;
    const exact = exactly(text);
    if (exact) return exact;
    if (notErrors.has(key)) return null;
    const words = foldName(text).split(' ');
    const untitled = words.filter((word) => !TITLES.has(word) && !EMPTY_WORDS.has(word)).join(' ');
    if (untitled !== '' && words.some((word) => TITLES.has(word))) {
      const titled = exactly(untitled);
      if (titled) return titled;
    }
    if (options.certainOnly === true) return null;
    const inside = new Set([...contained(table, new Set(words)), ...byCodesInside(codes, text)]);
    if (inside.size > 0) return { candidates: [...inside] };
    const near = distinct(nearest(table, key));
    const [only] = near;
    if (only && near.length === 1) return { party: only, evidence: 'misspelling' };
    const candidates = near.length > 0 ? near : partly(table, key);
    return candidates.length > 0 ? { candidates } : null;
  };

  const readings = new Map<string, PartyReading<T> | null>();
  return (text) => {
    const known = readings.get(text);
    if (known !== undefined) return known;
    const reading = read(text);
    readings.set(text, reading);
    return reading;
  };
}
