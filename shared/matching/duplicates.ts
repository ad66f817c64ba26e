import { blockKeysOf, PairBlocks } from './duplicate-blocks';
import { loginKind } from './device-names';
import { foldName } from './fold';
import { namePartsOf, pairUp, type Agreement, type NamePart, type Pairing } from './name-agreement';
import { emailKey, isFullWord } from './suggestion';

/** A person as people are compared with one another. Forgotten and merged records are left out. */
export interface ComparedPerson {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly full: string;
  readonly native: string;
  readonly emails: readonly string[];
  readonly institution: string;
  /** Ids of the parties that ever named them. */
  readonly parties: readonly string[];
  /** Ids of the meetings that they were named for or seen at. */
  readonly meetings: readonly string[];
}

/** One observation that speaks for, or as the last four against, two records being one person. */
export type DuplicateEvidence =
  | { readonly kind: 'name-part'; readonly part: string; readonly how: Agreement }
  | { readonly kind: 'same-email'; readonly email: string }
  | { readonly kind: 'same-party'; readonly party: string }
  | { readonly kind: 'same-institution'; readonly institution: string }
  | { readonly kind: 'other-name' }
  | { readonly kind: 'other-native-name' }
  | { readonly kind: 'other-party' }
  | { readonly kind: 'same-meeting'; readonly meeting: string };

/** How much speaks for a pair; none is ever merged by itself. */
export type Likelihood = 'strong' | 'likely' | 'weak';

export interface DuplicatePair {
  /** The smaller id of the two. */
  readonly one: string;
  readonly other: string;
  /** 0 to 1, for the order only. */
  readonly score: number;
  readonly likelihood: Likelihood;
  readonly evidence: readonly DuplicateEvidence[];
}

export interface Duplicates {
  /** Likeliest first. */
  readonly pairs: readonly DuplicatePair[];
  /** How many pairs were looked at: grows with the number of people, not with its square. */
  readonly compared: number;
}

/** What each observation is worth; less than `LEAST` is noise. */
const WORTH = { name: 0.5, email: 0.45, party: 0.25, institution: 0.1 };
const AGAINST = { party: 0.15, meeting: 0.2, native: 0.3 };
const LEAST = 0.35;
/** An address alone may be a delegation's mailbox: never more than a hint. */
const MOST_WITHOUT_NAME = 0.45;
const LIKELY = 0.55;
const STRONG = 0.75;

/** What a person is compared by, made once. */
export interface Compared {
  readonly person: ComparedPerson;
  /** In Latin letters, never split, in its own script; those that there are. */
  readonly names: readonly (readonly NamePart[])[];
  readonly native: readonly NamePart[];
  readonly emails: readonly string[];
  readonly institution: string;
}

/**
 * Pairs of records that may be one human being, with the evidence. Only records that share a block
 * are compared: an e-mail address, two parts of a name in any order and script, or one part and a
 * party. What is the name of a device and not of a person puts nobody in a block.
 */
export function findDuplicates(people: readonly ComparedPerson[]): Duplicates {
  const parts = new Map<string, readonly NamePart[]>();
  const blocks = new PairBlocks<Compared>(({ person: { parties } }) => parties);
  for (const person of people) {
    const compared = comparedOf(person, parts);
    for (const key of blockKeysOf(compared)) blocks.add(key, compared);
  }
  const pairs: DuplicatePair[] = [];
  let compared = 0;
  for (const [one, other] of blocks.pairs(({ person: { id } }) => id)) {
    compared += 1;
    const pair = compare(one, other);
    if (pair !== null) pairs.push(pair);
  }
  return { pairs: pairs.sort(byScore), compared };
}

function byScore(a: DuplicatePair, b: DuplicatePair): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.one !== b.one) return a.one < b.one ? -1 : 1;
  return a.other < b.other ? -1 : 1;
}

/** Most words of a list stand in many names: each is taken apart once. */
function partsOf(name: string, known: Map<string, readonly NamePart[]>): NamePart[] {
  return name.split(/\s+/).flatMap((chunk) => {
    let parts = known.get(chunk);
    if (parts === undefined) known.set(chunk, (parts = namePartsOf(chunk).map(withoutPrefix)));
    // A name may have a word twice, and pairing tells parts apart by identity.
    return parts.map((part) => ({ ...part }));
  });
}

/** The "d" of "d'Arc" and the "O" of "O'Neill" stand before many names and are nobody's. */
function withoutPrefix(part: NamePart): NamePart {
  if ([...part.text].length === 1) return part;
  const long = (key: string) => [...key].length > 1;
  return { ...part, forms: part.forms.filter(long), sounds: part.sounds.filter(long) };
}

function comparedOf(person: ComparedPerson, known: Map<string, readonly NamePart[]>): Compared {
  const nameOf = (text: string) =>
    text.trim() === '' || loginKind(text) !== null ? [] : partsOf(text, known);
  const native = nameOf(person.native);
  const names = [nameOf(`${person.family} ${person.given}`), nameOf(person.full), native];
  return {
    person,
    names: names.filter((parts) => parts.some(isFullWord)),
    native,
    emails: [...new Set(person.emails.map(emailKey))].filter((email) => email !== ''),
    institution: foldName(person.institution),
  };
}

/** How far two names are the same, 0 to 1; 0 when each has a word that the other lacks. */
function agreement(one: readonly NamePart[], other: readonly NamePart[]) {
  const pairing = pairUp(one, other);
  const left = (parts: readonly NamePart[], side: 'written' | 'part') =>
    parts.filter((part) => part.weight === 1 && !pairing.pairs.some((pair) => pair[side] === part));
  const full = pairing.pairs.filter(({ written, part }) => isFullWord(written) && isFullWord(part));
  const [without, also] = [left(one, 'written').length, left(other, 'part').length];
  if (full.length === 0 || (without > 0 && also > 0)) return { pairing, score: 0 };
  const score = (2 * pairing.worth) / (weightOf(one) + weightOf(other));
  // "Maria" is not yet "Maria Ejemplo".
  const single = Math.min(one.filter(isWord).length, other.filter(isWord).length) === 1;
  return { pairing, score: single && without + also > 0 ? score / 2 : score };
}

const isWord = (part: NamePart): boolean => part.weight === 1;

const weightOf = (parts: readonly NamePart[]): number =>
  parts.reduce((sum, part) => sum + part.weight, 0);

function bestAgreement(one: Compared, other: Compared): { pairing: Pairing; score: number } | null {
  let best: { pairing: Pairing; score: number } | null = null;
  for (const mine of one.names) {
    for (const theirs of other.names) {
      const found = agreement(mine, theirs);
      if (found.score > (best?.score ?? 0)) best = found;
      if (found.score >= 1) return found;
    }
  }
  return best;
}

const SCRIPTS = ['Han', 'Hangul', 'Cyrillic', 'Arabic', 'Greek', 'Georgian', 'Armenian'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** Names that sound alike in Latin letters and are written differently in their own script. */
function writtenOtherwise(one: Compared, other: Compared): boolean {
  if (one.native.length === 0 || other.native.length === 0) return false;
  const [a, b] = [one.person.native, other.person.native];
  if (!SCRIPTS.some((script) => script.test(a) && script.test(b))) return false;
  return agreement(one.native, other.native).score === 0;
}

/** The pair, `null` when too little speaks for it. */
function compare(one: Compared, other: Compared): DuplicatePair | null {
  const evidence: DuplicateEvidence[] = [];
  let score = 0;
  const name = bestAgreement(one, other);
  if (name !== null) {
    score += WORTH.name * name.score;
    for (const { part, agreement: how } of name.pairing.pairs) {
      evidence.push({ kind: 'name-part', part: part.text, how });
    }
  }
  const email = one.emails.find((address) => other.emails.includes(address));
  if (email !== undefined) {
    score += WORTH.email;
    evidence.push({ kind: 'same-email', email });
  }
  if (name === null && email === undefined) return null;
  const around = circumstances(one, other);
  score += around.score;
  evidence.push(...around.evidence);
  if (name === null) {
    score = Math.min(score, MOST_WITHOUT_NAME + Math.min(around.against, 0));
    if (one.names.length > 0 && other.names.length > 0) evidence.push({ kind: 'other-name' });
  }
  score = Math.min(1, Math.max(0, score));
  if (score < LEAST - 1e-9) return null;
  const [first, second] = one.person.id < other.person.id ? [one, other] : [other, one];
  const likelihood = score >= STRONG ? 'strong' : score >= LIKELY ? 'likely' : 'weak';
  return { one: first.person.id, other: second.person.id, score, likelihood, evidence };
}

/** What speaks for or against beside name and address. */
function circumstances(one: Compared, other: Compared) {
  const evidence: DuplicateEvidence[] = [];
  const [mine, theirs] = [one.person, other.person];
  let score = 0;
  let against = 0;
  const party = mine.parties.find((id) => theirs.parties.includes(id));
  if (party !== undefined) {
    evidence.push({ kind: 'same-party', party });
    score += WORTH.party;
  }
  if (one.institution !== '' && one.institution === other.institution) {
    evidence.push({ kind: 'same-institution', institution: mine.institution });
    score += WORTH.institution;
  }
  if (party === undefined && mine.parties.length > 0 && theirs.parties.length > 0) {
    evidence.push({ kind: 'other-party' });
    against -= AGAINST.party;
  }
  if (writtenOtherwise(one, other)) {
    evidence.push({ kind: 'other-native-name' });
    against -= AGAINST.native;
  }
  const meeting = mine.meetings.find((id) => theirs.meetings.includes(id));
  if (meeting !== undefined) {
    evidence.push({ kind: 'same-meeting', meeting });
    against -= AGAINST.meeting;
  }
  return { evidence, score: score + against, against };
}
