import type { DisplayName } from './display-name';
import { foldName } from './fold';
import type { Evidence, Fit, KnownPerson } from './known-person';
import { pairUp } from './name-agreement';
import type { Agreement, NamePart, Pairing } from './name-agreement';
import type { Word, WordIndex } from './word-index';

/** What each sign is worth; together never more than 1. */
const WORTH = {
  ...{ name: 0.7, delegation: 0.13, institution: 0.04, domain: 0.04, institutionDomain: 0.03 },
  /** Word for word: of two whose names agree, the one who writes it so comes first. */
  wordForWord: 0.05,
};
/** Fewer agreeing signs than this are noise. */
const LEAST_SCORE = 0.44;

/** Mail providers whose domain says nothing about where somebody works. */
const PUBLIC_MAIL = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com ' +
    'icloud.com me.com aol.com proton.me protonmail.com gmx.net gmx.at gmx.de web.de mail.ru ' +
    'inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net abv.bg qq.com 163.com ' +
    '126.com'
  ).split(' '),
);

/** An address in the form in which two are compared: trimmed, lower case, nothing else. */
export function emailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** The domain of an address; an empty text where it says nothing about where somebody works. */
export function workDomain(email: string): string {
  const domain = emailKey(email).split('@')[1] ?? '';
  return PUBLIC_MAIL.has(domain) ? '' : domain;
}

/** A name of a person, with what is asked of it again and again. */
interface Name {
  readonly parts: readonly Word[];
  readonly weight: number;
  /** How many of its words say something. */
  readonly full: number;
}

export interface Profile {
  readonly person: KnownPerson;
  /** The name in Latin letters and the name in its own script: a login writes one of them. */
  readonly names: readonly Name[];
  /** Parts known to be given names: many people share one. */
  readonly given: ReadonlySet<Word>;
  readonly institution: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  /** Domains of everybody of the same institution. */
  readonly institutionDomains: ReadonlySet<string>;
}

/** What a person is compared by, made once. `institutionDomains` may fill up afterwards. */
export function profileOf(
  person: KnownPerson,
  words: WordIndex,
  institutionDomains: ReadonlySet<string>,
): Profile {
  const given = words.partsOf(person.given);
  const names = [
    [...words.partsOf(person.family), ...given],
    words.partsOf(person.full),
    words.partsOf(person.native),
  ].filter((parts) => parts.length > 0);
  const domains = person.emails.map(workDomain).filter((domain) => domain !== '');
  return {
    ...{ person, institutionDomains },
    names: names.map((parts) => ({ parts, weight: weightOf(parts), full: fullOf(parts) })),
    given: new Set(person.family === '' ? [] : given),
    institution: new Set(foldName(person.institution).split(' ')),
    domains: new Set(domains),
  };
}

/** A word that says something: neither an initial nor a particle. */
export const isFullWord = (part: NamePart): boolean => part.full;

/** What a login says, ready to be compared. */
export interface Written {
  readonly words: readonly Word[];
  readonly doubtful: readonly Word[];
  /** Those of the words that are a word of any institution's name. */
  readonly institutional: readonly Word[];
  readonly fromEmail: boolean;
  readonly display: DisplayName;
  /** Of the address, where it says something. */
  readonly domain: string;
}

/** A person who may be meant. Why is written down only for those who are shown. */
export interface Found {
  readonly person: string;
  readonly score: number;
  readonly fit: Fit;
  readonly evidence: () => readonly Evidence[];
}

function weightOf(parts: readonly Word[]): number {
  let sum = 0;
  for (const { weight } of parts) sum += weight;
  return sum;
}

function fullOf(parts: readonly Word[]): number {
  let count = 0;
  for (const { full } of parts) if (full) count += 1;
  return count;
}

type Pairs = Pairing<Word>['pairs'];

/** Share of the written words and of the name that agree; the written words count for more. */
function nameScore({ pairs, worth }: Pairing<Word>, written: readonly Word[], name: Name): number {
  let asked = 0;
  for (const word of written) {
    if (word.weight === 1 || pairs.some((pair) => pair.written === word)) asked += word.weight;
  }
  if (asked === 0) return 0;
  return (0.7 * worth) / asked + (0.3 * worth) / Math.max(name.weight, 1);
}

/** Two full words must agree, or all of a shorter name. */
function enoughAgrees(pairs: Pairs, written: readonly Word[], name: Name): boolean {
  let agreeing = 0;
  for (const pair of pairs) if (pair.written.full && pair.part.full) agreeing += 1;
  return agreeing >= Math.max(Math.min(2, fullOf(written), name.full), 1);
}

/** Words of a display name that say where somebody works: "Ivan Petrov, Ministry of Interior". */
function institutionWords(
  words: readonly Word[],
  institution: ReadonlySet<string>,
): readonly Word[] {
  const named = words.filter(({ forms }) => forms.some((form) => institution.has(form)));
  return named.some(({ text }) => text.length >= 4) ? named : [];
}

/** A given name alone is shared by many: it suggests somebody only if more speaks for them. */
const ONLY_A_GIVEN_NAME = 0.3;

const isOnlyGiven = (pairs: Pairs, given: ReadonlySet<Word>): boolean =>
  pairs.every(({ part }) => !part.full || given.has(part));

interface Compared {
  readonly pairs: Pairs;
  readonly score: number;
  readonly asked: readonly Word[];
  readonly name: Name;
}

/** Share of the words on both sides that are written alike but for case and accents. */
function wordForWord({ pairs, asked, name }: Compared): number {
  let alike = 0;
  for (const { written, part } of pairs) if (written.forms[0] === part.forms[0]) alike += 1;
  return alike / Math.max(1, asked.length, name.parts.length);
}

/** The suggestion of a person for a login, `null` when too little speaks for it. */
export function suggest(profile: Profile, written: Written, words: WordIndex): Found | null {
  const { person, institution } = profile;
  const { institutional, doubtful } = written;
  const ofInstitution =
    institutional.length === 0 ? institutional : institutionWords(institutional, institution);
  const named =
    ofInstitution.length === 0
      ? written.words
      : written.words.filter((word) => !ofInstitution.includes(word));
  let best: Compared | null = null;
  for (const name of profile.names) {
    // A word read as a party counts only where it is a part of this name.
    const also = doubtful.filter((word) =>
      name.parts.some((part) => words.agreement(word, part) !== null),
    );
    const asked = also.length === 0 ? named : [...named, ...also];
    const pairing = pairUp(asked, name.parts, words.agreement);
    const { pairs } = pairing;
    if (!enoughAgrees(pairs, asked, name)) continue;
    const weak = isOnlyGiven(pairs, profile.given) ? ONLY_A_GIVEN_NAME : 0;
    const score = nameScore(pairing, asked, name) - weak;
    if (best === null || score > best.score) best = { pairs, score, asked, name };
  }
  if (best === null) return null;
  const { pairs } = best;
  const around = circumstances(profile, written, {
    institution: ofInstitution.length > 0,
    partyIsName:
      doubtful.length > 0 && pairs.some((pair) => written.doubtful.includes(pair.written)),
  });
  const name = Math.max(0, WORTH.name * best.score);
  const exact = WORTH.wordForWord * wordForWord(best);
  const score = Math.min(1, Math.max(0, name + around.score + exact));
  if (score < LEAST_SCORE) return null;
  return {
    ...{ person: person.id, score, fit: fitOf(best) },
    evidence: () => {
      const kind = written.fromEmail ? ('email-name' as const) : ('name-part' as const);
      const names = pairs.map(({ part, agreement }) => words.evidence(kind, part, agreement));
      return [...names, ...around.evidence];
    },
  };
}

const SURE: readonly Agreement[] = ['same', 'sound'];
const LOOSE: readonly Agreement[] = [...SURE, 'variant', 'consonants', 'typo'];

function fitOf({ pairs, asked }: Compared): Fit {
  const full = fullOf(asked);
  let [sure, loose] = [0, 0];
  for (const { written, agreement } of pairs) {
    if (!written.full) continue;
    if (SURE.includes(agreement)) sure += 1;
    if (LOOSE.includes(agreement)) loose += 1;
  }
  if (full === 0 || loose < full) return 'part';
  return sure < full ? 'loose' : 'whole';
}

/** What speaks for or against beside the name. */
function circumstances(
  { person, domains, institutionDomains }: Profile,
  { display, domain }: Written,
  same: { institution: boolean; partyIsName: boolean },
): { score: number; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  let score = 0;
  const [other] = display.parties;
  if (person.party !== null && display.parties.includes(person.party)) {
    evidence.push({ kind: 'delegation', party: person.party });
    score += WORTH.delegation;
  } else if (person.party !== null && other !== undefined && !same.partyIsName) {
    evidence.push({ kind: 'other-delegation', party: other });
    score -= WORTH.delegation;
  }
  if (same.institution) {
    evidence.push({ kind: 'institution', institution: person.institution });
    score += WORTH.institution;
  }
  if (domain !== '' && domains.has(domain)) {
    evidence.push({ kind: 'email-domain', domain });
    score += WORTH.domain;
  } else if (domain !== '' && institutionDomains.has(domain)) {
    evidence.push({ kind: 'institution-domain', domain });
    score += WORTH.institutionDomain;
  }
  return { score, evidence };
}
