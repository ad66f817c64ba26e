import type { DisplayName } from './display-name';
import { foldName } from './fold';
import { namePartsOf, pairUp } from './name-agreement';
import type { Agreement, NamePart, Pairing } from './name-agreement';

/** A person as a login is compared with them. */
export interface KnownPerson {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly full: string;
  readonly native: string;
  readonly emails: readonly string[];
  /** Display names that a human confirmed to be this person. */
  readonly aliases: readonly string[];
  /** Code of the party of the person's delegation. */
  readonly party: string | null;
  readonly institution: string;
}

/** One observation for or, as `other-delegation`, against a suggestion; shown to who decides. */
export type Evidence =
  | { readonly kind: 'name-part'; readonly part: string; readonly how: Agreement }
  | { readonly kind: 'email-name'; readonly part: string; readonly how: Agreement }
  | { readonly kind: 'shared-email' }
  | { readonly kind: 'shared-alias' }
  | { readonly kind: 'delegation'; readonly party: string }
  | { readonly kind: 'other-delegation'; readonly party: string }
  | { readonly kind: 'institution'; readonly institution: string }
  | { readonly kind: 'email-domain'; readonly domain: string };

export interface Candidate {
  readonly person: string;
  /** 0 to 1, for the order only: no score links anybody. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Fewer agreeing signs than this are noise. */
const LEAST_SCORE = 0.5;

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

const domainOf = (email: string): string => emailKey(email).split('@')[1] ?? '';

export interface Profile {
  readonly person: KnownPerson;
  /** The name in Latin letters and the name in its own script: a login writes one of them. */
  readonly names: readonly (readonly NamePart[])[];
  /** Parts known to be given names: many people share one. */
  readonly given: ReadonlySet<NamePart>;
  readonly institution: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
}

/** What a person is compared by, made once. */
export function profileOf(person: KnownPerson): Profile {
  const given = namePartsOf(person.given);
  const names = [
    [...namePartsOf(person.family), ...given],
    namePartsOf(person.full),
    namePartsOf(person.native),
  ].filter((parts) => parts.length > 0);
  const domains = person.emails.map(domainOf).filter((domain) => !PUBLIC_MAIL.has(domain));
  return {
    person,
    names,
    given: new Set(person.family === '' ? [] : given),
    institution: new Set(foldName(person.institution).split(' ')),
    domains: new Set(domains.filter((domain) => domain !== '')),
  };
}

/** A word that says something: neither an initial nor a particle. */
export const isFullWord = (part: NamePart): boolean =>
  [...part.text].length > 1 && part.weight === 1;

/** What a login says, ready to be compared. */
export interface Written {
  readonly words: readonly NamePart[];
  readonly doubtful: readonly NamePart[];
  readonly fromEmail: boolean;
  readonly display: DisplayName;
  readonly email: string;
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

/** The suggestion of a person for a login, `null` when too little speaks for it. */
export function suggest(profile: Profile, written: Written): Candidate | null {
  const { person, institution } = profile;
  const ofInstitution = institutionWords(written.words, institution);
  const words = written.words.filter((word) => !ofInstitution.includes(word));
  let best: { pairing: Pairing; score: number } | null = null;
  for (const parts of profile.names) {
    // A word read as a party counts only where it is a part of this name.
    const also = written.doubtful.filter((word) => pairUp([word], parts).pairs.length > 0);
    const asked = [...words, ...also];
    const pairing = pairUp(asked, parts);
    if (!enoughAgrees(pairing, asked, parts)) continue;
    const weak = onlyGiven(pairing, profile.given) ? ONLY_A_GIVEN_NAME : 0;
    const score = nameScore(pairing, asked, parts) - weak;
    if (best === null || score > best.score) best = { pairing, score };
  }
  if (best === null) return null;
  const { pairs } = best.pairing;
  const around = circumstances(profile, written, {
    institution: ofInstitution.length > 0,
    partyIsName: pairs.some((pair) => written.doubtful.includes(pair.written)),
  });
  const score = Math.min(1, Math.max(0, 0.8 * best.score + around.score));
  if (score < LEAST_SCORE) return null;
  const kind = written.fromEmail ? ('email-name' as const) : ('name-part' as const);
  const names = pairs.map(({ part, agreement }) => ({
    kind,
    part: part.text,
    how: agreement,
  }));
  return { person: person.id, score, evidence: [...names, ...around.evidence] };
}

/** What speaks for or against beside the name. */
function circumstances(
  { person, domains }: Profile,
  { display, email }: Written,
  same: { institution: boolean; partyIsName: boolean },
): { score: number; evidence: Evidence[] } {
  const evidence: Evidence[] = [];
  let score = 0;
  const [other] = display.parties;
  if (person.party !== null && display.parties.includes(person.party)) {
    evidence.push({ kind: 'delegation', party: person.party });
    score += 0.15;
  } else if (person.party !== null && other !== undefined && !same.partyIsName) {
    evidence.push({ kind: 'other-delegation', party: other });
    score -= 0.15;
  }
  if (same.institution) {
    evidence.push({ kind: 'institution', institution: person.institution });
    score += 0.05;
  }
  const domain = domainOf(email);
  if (domains.has(domain)) {
    evidence.push({ kind: 'email-domain', domain });
    score += 0.05;
  }
  return { score, evidence };
}
