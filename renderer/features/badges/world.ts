import type { Badge, PrintRecord } from '@shared/domain/badge/types';
import { nameIn } from '@shared/domain/language';
import type { Meeting } from '@shared/domain/meeting/types';
import { speakingNomination } from '@shared/domain/attendance/desk';
import { isStanding } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import { Roots } from '@shared/domain/person/roots';
import { listName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';

/** What badges of one meeting are made from. */
export interface BadgeData {
  readonly meeting: Meeting;
  readonly people: readonly Person[];
  readonly parties: readonly Party[];
  /** Of the meeting. */
  readonly nominations: readonly Nomination[];
  /** Of every meeting. */
  readonly badges: readonly Badge[];
  /** Of the meeting. */
  readonly prints: readonly PrintRecord[];
}

/** Somebody who may have a badge, with what is known of it. */
export interface BadgeEntry {
  /** The record that stands for the person. */
  readonly id: string;
  readonly person: Person;
  readonly nomination: Nomination;
  readonly party: Party | undefined;
  /** The badge that holds; `null`: none was issued, or what was does not hold any more. */
  readonly badge: Badge | null;
  /** The last one that does not hold any more. */
  readonly revoked: Badge | null;
  /** Prints of the badge that holds, newest first. */
  readonly prints: readonly PrintRecord[];
  /** Prints of the plate, newest first. */
  readonly plates: readonly PrintRecord[];
}

const newestFirst = (a: PrintRecord, b: PrintRecord) => (a.at < b.at ? 1 : -1);

/** The people, delegations and badges of a meeting, with merged records as one person. */
export class BadgeWorld {
  readonly meeting: Meeting;
  readonly roots: Roots;
  readonly people: ReadonlyMap<string, Person>;
  readonly parties: ReadonlyMap<string, Party>;
  /** Of this meeting. */
  readonly badges: readonly Badge[];
  private readonly nominationsOf = new Map<string, Nomination[]>();
  private readonly badgesOf = new Map<string, Badge[]>();
  private readonly printsOfBadge = new Map<string, PrintRecord[]>();
  private readonly platesOf = new Map<string, PrintRecord[]>();

  constructor(readonly data: BadgeData) {
    this.meeting = data.meeting;
    this.roots = new Roots(data.people);
    this.people = new Map(data.people.map((person) => [person.id, person]));
    this.parties = new Map(data.parties.map((party) => [party.id, party]));
    this.badges = data.badges.filter(({ meeting }) => meeting === data.meeting.id);
    for (const one of data.nominations) {
      add(this.nominationsOf, this.roots.of(one.person), one);
    }
    for (const one of this.badges) {
      if (one.person !== null) add(this.badgesOf, this.roots.of(one.person), one);
    }
    for (const one of data.prints) {
      if (one.badge !== null) add(this.printsOfBadge, one.badge, one);
      if (one.kind === 'nameplate' && one.person !== null) {
        add(this.platesOf, this.roots.of(one.person), one);
      }
    }
  }

  /** What is known of somebody; `null`: nobody, or nobody whom this meeting knows. */
  entry(id: string): BadgeEntry | null {
    const root = this.roots.of(id);
    const person = this.people.get(root);
    const nomination = speakingNomination(this.nominationsOf.get(root) ?? []);
    if (person === undefined || person.forgotten || nomination === null) return null;
    const own = [...(this.badgesOf.get(root) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    const badge = own.find(({ revokedFor }) => revokedFor === null) ?? null;
    return {
      ...{ id: root, person, nomination, badge },
      party: this.parties.get(nomination.party),
      revoked: own.findLast(({ revokedFor }) => revokedFor !== null) ?? null,
      prints: badge === null ? [] : this.printsOf(badge.id),
      plates: [...(this.platesOf.get(root) ?? [])].sort(newestFirst),
    };
  }

  /** Everybody who is expected in the room, and everybody who has a badge. */
  entries(): BadgeEntry[] {
    const entries: BadgeEntry[] = [];
    for (const id of this.nominationsOf.keys()) {
      const entry = this.entry(id);
      if (entry === null) continue;
      const expected = isExpected(entry.nomination);
      if (expected || entry.badge !== null || entry.revoked !== null) entries.push(entry);
    }
    return entries;
  }

  /** Badges that delegations lend, in the order in which they were made. */
  floating(): Badge[] {
    return this.badges
      .filter(({ kind }) => kind === 'floating')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Prints of a badge, newest first. */
  printsOf(badge: string): readonly PrintRecord[] {
    return [...(this.printsOfBadge.get(badge) ?? [])].sort(newestFirst);
  }
}

/** Accepted for the room, or come to it un-nominated and not approved yet. */
function isExpected(nomination: Nomination): boolean {
  const { state, walkIn, modality } = nomination;
  return modality === 'in-person' && (isStanding(nomination) || (walkIn && state === 'received'));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

export type BadgeState = 'not-printed' | 'printed' | 'revoked';

/** How it stands with somebody's badge. */
export function stateOf({ badge, revoked, prints }: BadgeEntry): BadgeState {
  if (prints.length > 0) return 'printed';
  return badge === null && revoked !== null ? 'revoked' : 'not-printed';
}

export const nameOf = ({ person }: BadgeEntry): string => listName(person);

export const partyNameOf = ({ party }: BadgeEntry, language: string): string =>
  party === undefined ? '' : nameIn(party.names, language);
