import { loginKind, wordsBesideDevice } from './device-names';
import type { LoginKind } from './device-names';
import { foldName, wordsOf } from './fold';
import { isHonorific, withoutAbbreviatedTitles } from './honorifics';

/** A display name taken apart. Words are as written; nothing is decided yet. */
export interface DisplayName {
  /** `person` unless the name says that it is none; words may be there all the same. */
  readonly kind: 'person' | 'delegation' | LoginKind;
  /** Words that may be parts of a name, without titles, numbers and what was read as a party. */
  readonly words: readonly string[];
  /** Words that were read as a party but may be a name all the same ("Georgia", "LI"). */
  readonly doubtful: readonly string[];
  /** Codes of the parties that the name speaks of. */
  readonly parties: readonly string[];
}

/** Reads a text as a party and answers its code, `null` when that is not certain. */
export type PartyCodeReader = (text: string) => string | null;

/** What platforms add to a name by themselves: "(Unverified)", "(External)", "(Host, me)". */
const PLATFORM_MARK =
  /\((?:unverified|external|guest|host|co-?host|me|host, me|co-?host, me|organizer|не проверено|внешний|гость|организатор|non vérifié|externe|invité|sin verificar|externo|invitado|غير متحقق منه|外部|来宾)\)/giu;

/** The display name without what the platform added to it. */
export function withoutPlatformMarks(name: string): string {
  return name.replace(PLATFORM_MARK, ' ').replace(/\s+/gu, ' ').trim();
}

const DELEGATION =
  /\b(?:delegation|delegacion|delegates|permanent mission|embassy|ambassade|embajada)\b|делегация|посольство|постоянное представительство|وفد|سفاره|代表团|大使馆/u;

/**
 * Separators between a party and a name, the strongest first; a hyphen only with a space beside it.
 * What is a party as a whole is not parted further: "UNAIDS (HIV/AIDS)", "Iran (Islamic Republic of)".
 */
const SEPARATORS = [
  /\s*(?:[|_•·–—;]+|\s-+|-+\s)\s*/u,
  /\s*[[\]{}<>]+\s*/u,
  /^(?<before>[^(]*)\((?<inside>.*)\)(?<after>[^)]*)$/u,
  /\s*[()]+\s*/u,
  /\s*[,:]+\s*/u,
  /\s*[/\\]+\s*/u,
];

/** "BGR-Ivan Petrov": capitals, hyphen, a capitalised word. */
const CODE_THEN_NAME = /^(\p{Lu}{2,8})-(?=\p{Lu}\p{Ll})/u;

function segmentsOf(name: string, codeOf: PartyCodeReader): string[] {
  const text = withoutAbbreviatedTitles(name).replace(CODE_THEN_NAME, '$1 - ');
  return parted(text.trim(), codeOf, 0);
}

function parted(text: string, codeOf: PartyCodeReader, strength: number): string[] {
  if (text === '') return [];
  if (codeIn(text, codeOf) !== null) return [text];
  for (let at = strength; at < SEPARATORS.length; at += 1) {
    const separator = SEPARATORS[at];
    if (separator?.test(text) !== true) continue;
    const groups = separator.exec(text)?.groups;
    const parts = groups === undefined ? text.split(separator) : Object.values(groups);
    return parts.flatMap((part) => parted(part.trim(), codeOf, at + 1));
  }
  return [text];
}

function nameWords(segment: string): string[] {
  return wordsOf(segment)
    .map((word) => word.replace(/['’]s$/iu, ''))
    .filter((word) => !isHonorific(foldName(word)) && !/\d/.test(word));
}

/** "Li" is a name, "LI" may be a code: short codes count only in capitals. */
function codeIn(text: string, codeOf: PartyCodeReader): string | null {
  const looksLikeName = text.length <= 3 && /^\p{L}\p{Ll}+$/u.test(text);
  return looksLikeName ? null : codeOf(text);
}

/**
 * A party written before or after a name without a separator: "UNODC Ivan Petrov", "Türkiye Ayşe
 * Yılmaz".
 */
function partyAtAnEnd(
  words: readonly string[],
  codeOf: PartyCodeReader,
): { code: string; found: readonly string[]; rest: readonly string[] } | null {
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    const ends = [
      { found: words.slice(0, length), rest: words.slice(length) },
      { found: words.slice(-length), rest: words.slice(0, -length) },
    ];
    for (const end of ends) {
      const code = codeIn(end.found.join(' '), codeOf);
      if (code !== null) return { code, ...end };
    }
  }
  return null;
}

/**
 * Takes a display name apart: parties named in it, titles, the "(Original Name)" that a platform
 * adds after a renaming, device words. Of a renamed login the words of all names count, once each.
 */
export function readDisplayName(name: string, codeOf: PartyCodeReader): DisplayName {
  const text = withoutPlatformMarks(name);
  const parties = new Set<string>();
  const words = new Map<string, string>();
  const doubtful = new Map<string, string>();
  const keep = (into: Map<string, string>, found: readonly string[]) => {
    for (const word of found) into.set(foldName(word), word);
  };
  for (const segment of segmentsOf(text, codeOf)) {
    const own = nameWords(segment);
    const whole = codeIn(segment, codeOf);
    const atEnd = whole === null ? partyAtAnEnd(own, codeOf) : null;
    if (whole !== null) parties.add(whole);
    if (atEnd) parties.add(atEnd.code);
    keep(doubtful, whole === null ? (atEnd?.found ?? []) : own);
    keep(words, whole === null ? (atEnd?.rest ?? own) : []);
  }
  const beside = new Set(wordsBesideDevice(text));
  for (const [folded] of words) {
    if (!folded.split(' ').some((part) => beside.has(part))) words.delete(folded);
  }
  for (const [folded] of words) doubtful.delete(folded);
  const delegation = DELEGATION.test(foldName(text));
  const kind = loginKind(name) ?? (delegation ? 'delegation' : 'person');
  return {
    kind,
    words: kind === 'phone' ? [] : [...words.values()],
    doubtful: [...doubtful.values()],
    parties: [...parties],
  };
}
