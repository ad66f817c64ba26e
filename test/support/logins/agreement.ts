import asset from '@assets/programmes/paris-pact.json';
import { programmeRecords } from '@shared/domain/programme/file';
import { programmeFileSchema } from '@shared/domain/programme/types';
import { LoginMatcher, type KnownPerson } from '@shared/matching/candidates';
import { certainPartyReader } from '@shared/matching/party-reader';
import { certainOnes, type CertainInput } from '@shared/matching/certain';
import { inventedLogins, type InventedLogin, type Style } from './logins';
import { inventedPeople } from './people';
import { comingAgain, remembering, strangersAmong } from './remembered';

const records = programmeRecords(programmeFileSchema.parse(asset), false).parties;
export const PARTIES = records.map(({ fields }) => fields);
export const codeOf = certainPartyReader(PARTIES);

/** What became of the logins of a set. */
export interface Agreement {
  readonly logins: number;
  /** Further logins of people whom nobody expects. */
  readonly strangers: number;
  /** Linked without anybody having been asked, and how many of these are somebody else. */
  readonly automatic: number;
  /** … by a name that is remembered from an earlier meeting. */
  readonly byName: number;
  readonly wrong: number;
  /** Those of the others that fit one person of the set only. */
  readonly toldApart: number;
  readonly first: number;
  readonly listed: number;
  /** Confirmed at once by the rule for certain ones, and how many of these are somebody else. */
  readonly certain: number;
  readonly certainWrong: number;
  /** Strangers among them: no rule knows who is not expected, which is why somebody looks at the list. */
  readonly certainStrangers: number;
  readonly missed: readonly { login: InventedLogin; person: KnownPerson; place: number }[];
}

/** People with what is remembered of them, their logins, and those of strangers. */
export function inventedSet(count: number, seed: number) {
  const codes = PARTIES.map(({ code }) => code);
  const names = new Map(PARTIES.map(({ code, names }) => [code, names.en ?? code]));
  const partyName = (code: string) => names.get(code) ?? code;
  const people = remembering(inventedPeople(count, seed, codes), seed + 2, partyName, codeOf);
  const logins = comingAgain(inventedLogins(people, seed + 1, partyName), people, seed + 4);
  return { people, logins, strangers: strangersAmong(people, seed + 5, partyName) };
}

/** Matches one login of each of `count` invented people, and those of strangers beside them. */
export function agreementOn(count: number, seed: number): Agreement {
  const { people, logins: own, strangers } = inventedSet(count, seed);
  const logins = [...own, ...strangers];
  const known = new Map(people.map((one) => [one.known.id, one.known]));
  const matcher = new LoginMatcher(known.values(), codeOf);
  const found = { automatic: 0, byName: 0, wrong: 0, toldApart: 0, first: 0, listed: 0 };
  const missed: { login: InventedLogin; person: KnownPerson; place: number }[] = [];
  const open: CertainInput[] = [];
  for (const [at, login] of logins.entries()) {
    const match = matcher.match(login);
    if (match.linked !== null) {
      found.automatic += 1;
      if (match.by === 'alias') found.byName += 1;
      if (match.linked !== login.person) found.wrong += 1;
      continue;
    }
    open.push({ id: String(at), name: login.name, email: login.email, match, rejected: [] });
    if (!login.alone) continue;
    found.toldApart += 1;
    const place = match.candidates.findIndex(({ person }) => person === login.person);
    if (place === 0) found.first += 1;
    if (place >= 0) found.listed += 1;
    const person = known.get(login.person);
    if (place !== 0 && person !== undefined) missed.push({ login, person, place });
  }
  const sure = certainOnes(open);
  const somebodyElse = [...sure].filter(([at, who]) => logins[Number(at)]?.person !== who);
  const certainStrangers = somebodyElse.filter(([at]) => Number(at) >= own.length).length;
  const certainWrong = somebodyElse.length - certainStrangers;
  const counted = { logins: own.length, strangers: strangers.length };
  return { ...counted, ...found, certain: sure.size, certainWrong, certainStrangers, missed };
}

/** How many of those missed were written in which way. */
export function missedByStyle({ missed }: Agreement): Partial<Record<Style, number>> {
  const counts: Partial<Record<Style, number>> = {};
  for (const { login } of missed) counts[login.style] = (counts[login.style] ?? 0) + 1;
  return counts;
}
