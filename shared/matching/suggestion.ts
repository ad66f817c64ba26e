import type { DisplayName } from './display-name';
import { foldName } from './fold';
import type { Evidence, Fit, KnownPerson, Suggestion } from './known-person';
import { pairUp } from './name-agreement';
import type { Agreement, NamePart, Pairing } from './name-agreement';
import type { WordIndex } from './word-index';

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

export interface Profile {
  readonly person: KnownPerson;
  /** The name in Latin letters and the name in its own script: a login writes one of them. */
  readonly names: readonly (readonly NamePart[])[];
  /** Parts known to be given names: many people share one. */
  readonly given: ReadonlySet<NamePart>;
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
    ...{ person, names, institutionDomains },
    given: new Set(person.family === '' ? [] : given),
    institution: new Set(foldName(person.institution).split(' ')),
    domains: new Set(domains),
  };
}

/** A word that says something: neither an initial nor a particle. */
export const isFullWord = (part: NamePart): boolean => part.full;

/** What a login says, ready to be compared. */
export interface Written {
  readonly words: readonly NamePart[];
  readonly doubtful: readonly NamePart[];
  readonly fromEmail: boolean;
  readonly display: DisplayName;
  /** Of the address, where it says something. */
  readonly domain: string;
}

const weightOf = (parts: readonly NamePart[]): number =>
  parts.reduce((sum, part) => sum + part.weight, 0);

/** Share of the written words and of the name that agree; the written words count for more. */
function nameScore(pairing: Pairing, written: readonly NamePart[], parts: readonly NamePart[]) {
  const paired = new Set(pairing.pairs.map((pair) => pair.written));
  const asked = weightOf(written.filter((word) => paired.has(word) || word.weight === 1));
  if (asked === 0) return 0;
  return (0.7 * pairing.worth) / asked + (0.3 * pairing.worth) / Math.max(weightOf(parts), 1);
}

/** Two full words must agree, or all of a shorter name. */
function enoughAgrees(
  { pairs }: Pairing,
  written: readonly NamePart[],
  parts: readonly NamePart[],
) {
  const agreeing = pairs.filter(({ written: word, part }) => isFullWord(word) && isFullWord(part));
  const needed = Math.min(2, written.filter(isFullWord).length, parts.filter(isFullWord).length);
  return agreeing.length >= Math.max(needed, 1);
}

/** Words of a display name that say where somebody works: "Ivan Petrov, Ministry of Interior". */
function institutionWords(
  words: readonly NamePart[],
  institution: ReadonlySet<string>,
): readonly NamePart[] {
  const named = words.filter(({ forms }) => forms.some((form) => institution.has(form)));
  return named.some(({ text }) => text.length >= 4) ? named : [];
}

/** A given name alone is shared by many: it suggests somebody only if more speaks for them. */
const ONLY_A_GIVEN_NAME = 0.3;

function onlyGiven({ pairs }: Pairing, given: ReadonlySet<NamePart>): boolean {
  return pairs.filter(({ part }) => isFullWord(part)).every(({ part }) => given.has(part));
}

interface Compared {
  readonly pairing: Pairing;
  readonly score: number;
  readonly asked: readonly NamePart[];
  readonly parts: readonly NamePart[];
}

/** Share of the words on both sides that are written alike but for case and accents. */
function wordForWord(
  { pairs }: Pairing,
  asked: readonly NamePart[],
  parts: readonly NamePart[],
): number {
  const alike = pairs.filter(({ written, part }) => written.forms[0] === part.forms[0]);
  return alike.length / Math.max(1, asked.length, parts.length);
}

/** The suggestion of a person for a login, `null` when too little speaks for it. */
export function suggest(profile: Profile, written: Written, words: WordIndex): Suggestion | null {
  const { person, institution } = profile;
  const ofInstitution = institutionWords(written.words, institution);
  const named = written.words.filter((word) => !ofInstitution.includes(word));
  let best: Compared | null = null;
  for (const parts of profile.names) {
    // A word read as a party counts only where it is a part of this name.
    const also = written.doubtful.filter((word) =>
      parts.some((part) => words.agreement(word, part) !== null),
    );
    const asked = [...named, ...also];
    const pairing = pairUp(asked, parts, words.agreement);
    if (!enoughAgrees(pairing, asked, parts)) continue;
    const weak = onlyGiven(pairing, profile.given) ? ONLY_A_GIVEN_NAME : 0;
    const score = nameScore(pairing, asked, parts) - weak;
    if (best === null || score > best.score) best = { pairing, score, asked, parts };
  }
  if (best === null) return null;
  const { pairs } = best.pairing;
  const around = circumstances(profile, written, {
    institution: ofInstitution.length > 0,
    partyIsName: pairs.some((pair) => written.doubtful.includes(pair.written)),
  });
  const name = Math.max(0, WORTH.name * best.score);
  const exact = WORTH.wordForWord * wordForWord(best.pairing, best.asked, best.parts);
  const score = Math.min(1, Math.max(0, name + around.score + exact));
  if (score < LEAST_SCORE) return null;
  const kind = written.fromEmail ? ('email-name' as const) : ('name-part' as const);
  const names = pairs.map(({ part, agreement }) => ({ kind, part: part.text, how: agreement }));
  const evidence = [...names, ...around.evidence];
  return { person: person.id, score, evidence, fit: fitOf(best.pairing, best.asked) };
}

const SURE: readonly Agreement[] = ['same', 'sound'];
const LOOSE: readonly Agreement[] = [...SURE, 'variant', 'consonants', 'typo'];

function fitOf({ pairs }: Pairing, asked: readonly NamePart[]): Fit {
  const full = asked.filter(isFullWord).length;
  const agreeing = (ways: readonly Agreement[]) =>
    pairs.filter(({ written, agreement }) => isFullWord(written) && ways.includes(agreement))
      .length;
  if (full === 0 || agreeing(LOOSE) < full) return 'part';
  return agreeing(SURE) < full ? 'loose' : 'whole';
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
