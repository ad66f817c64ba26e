import type { Attendance } from '@shared/domain/attendance/types';
import { isAdmitted } from '@shared/domain/attendance/desk';
import { isOpen, isStanding } from '@shared/domain/nomination/rules';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import { NO_ROOTS, Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { WordMemo } from '@shared/matching/name-keys';
import { PersonIndex } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';
import { MergedFacts } from '@shared/statistics/merged';

/** What the desk knows of the people it may meet. */
export interface DeskData {
  readonly people: readonly Person[];
  readonly nominations: readonly Nomination[];
  readonly parties: readonly Party[];
}

interface Known {
  readonly person: Person;
  /** All of theirs, this one first: somebody is found by the name in any of them. */
  readonly records: readonly Person[];
  readonly party: Party | undefined;
  readonly expected: boolean;
}

/** So many who changed are indexed at once: a few milliseconds. More wait for `work`. */
const AT_ONCE = 100;

/**
 * The people of a desk in memory, kept level with the data: only who changed is indexed again, so
 * that a check-in elsewhere never makes somebody's typing wait. Where thousands come together, they
 * are taken over at once and indexed in slices.
 */
export class DeskDirectory {
  readonly index = new PersonIndex();
  private readonly known = new Map<string, Known>();
  private forgotten: ReadonlySet<string> = new Set();
  /** Who is known and not indexed yet. */
  private readonly pending = new Map<string, Known>();
  /** Only while people wait. */
  private readonly words: WordMemo = new Map();
  private filled = false;
  private merged = new MergedFacts(NO_ROOTS);

  /** Those of the meeting, of the records that stand for people. */
  nominations: readonly Nomination[] = [];
  nominationsOf: ReadonlyMap<string, readonly Nomination[]> = new Map();
  nominationsById: ReadonlyMap<string, Nomination> = new Map();
  /** By delegation, those of whom the desk lets in. */
  delegations: ReadonlyMap<string, readonly Nomination[]> = new Map();
  parties: ReadonlyMap<string, Party> = new Map();

  person(id: string): Person | undefined {
    return this.known.get(id)?.person;
  }

  /** Whether everything about somebody was deleted. */
  isForgotten(id: string): boolean {
    return this.forgotten.has(id);
  }

  /** The party that a person speaks for at this meeting, if it is known. */
  party(id: string): Party | undefined {
    return this.known.get(id)?.party;
  }

  /** Whether this meeting waits for a person: accepted, or named and not decided yet. */
  isExpected(id: string): boolean {
    return this.known.get(id)?.expected === true;
  }

  /** Whether everybody was indexed once: before that, somebody who is not found may well be there. */
  get answers(): boolean {
    return this.filled;
  }

  /** Whether somebody is known and not indexed yet. */
  get isBehind(): boolean {
    return this.pending.size > 0;
  }

  /** The record that stands for a person. */
  rootOf(id: string): string {
    return this.merged.roots.of(id);
  }

  /** Every record of the same human being. */
  recordsOf(id: string): readonly string[] {
    return this.merged.roots.recordsOf(id);
  }

  /** Everybody's events, those of merged records under the record that stands for them. */
  attendance(seen: ReadonlyMap<string, Attendance>): ReadonlyMap<string, Attendance> {
    const { roots } = this.merged;
    const merged = [...roots.merged()].filter((id) => seen.has(id));
    if (merged.length === 0) return seen;
    const byRoot = new Map(seen);
    for (const root of new Set(merged.map((id) => roots.of(id)))) {
      const records = roots.recordsOf(root);
      const [whole] = this.merged.attendance(records.flatMap((id) => seen.get(id) ?? []));
      for (const id of records) byRoot.delete(id);
      if (whole !== undefined) byRoot.set(root, whole);
    }
    return byRoot;
  }

  /** Takes over what changed; returns itself. */
  update({ people, nominations, parties }: DeskData): this {
    this.parties = new Map(parties.map((party) => [party.id, party]));
    const roots = new Roots(people);
    if (!roots.equals(this.merged.roots)) this.merged = new MergedFacts(roots);
    const all = new Map(people.map((person) => [person.id, person]));
    this.nominations = this.merged.nominations(nominations);
    this.nominationsOf = Map.groupBy(this.nominations, ({ person }) => person);
    this.nominationsById = new Map(this.nominations.map((one) => [one.id, one]));
    this.forgotten = new Set(people.filter((one) => one.forgotten).map(({ id }) => id));
    const admitted = this.nominations.filter(
      (one) => isAdmitted(one) && !this.forgotten.has(one.person),
    );
    this.delegations = Map.groupBy(admitted, ({ party }) => party);
    const present = new Set<string>();
    for (const person of people) {
      // Nobody can say who it was: a reference is not somebody to check in.
      if (person.forgotten || roots.isMerged(person.id)) continue;
      present.add(person.id);
      const own = this.nominationsOf.get(person.id) ?? [];
      const speaking = own.find(isStanding) ?? own.find(isOpen) ?? own[0];
      const party = speaking === undefined ? undefined : this.parties.get(speaking.party);
      const expected = own.some(isOpen);
      const records = roots.recordsOf(person.id).flatMap((id) => all.get(id) ?? []);
      const before = this.known.get(person.id);
      if (
        before !== undefined &&
        same(before.records, records) &&
        before.party === party &&
        before.expected === expected
      ) {
        continue;
      }
      const known = { person, records, party, expected };
      this.known.set(person.id, known);
      this.pending.set(person.id, known);
    }
    for (const id of this.known.keys()) {
      if (present.has(id)) continue;
      this.known.delete(id);
      this.pending.delete(id);
      this.index.remove(id);
    }
    if (this.pending.size <= AT_ONCE) this.work(() => true);
    return this;
  }

  /** Indexes who is waiting, as long as there is time. Returns whether somebody still waits. */
  work(hasTime: () => boolean): boolean {
    for (const [id, known] of this.pending) {
      if (!hasTime()) return true;
      this.pending.delete(id);
      this.index.put({ id, keys: keysOf(known, this.words), expected: known.expected });
    }
    this.words.clear();
    this.index.prepare();
    this.filled = true;
    return false;
  }
}

function same(one: readonly Person[], other: readonly Person[]): boolean {
  return one.length === other.length && one.every((person, at) => person === other[at]);
}

function keysOf({ person, records, party }: Known, words: WordMemo): string {
  const { family, given, institution } = person;
  const others = records.filter((one) => one !== person);
  const searchable = {
    family,
    given,
    native: records.map(({ native }) => native).join(' '),
    full: [person.full, ...others.map((one) => `${one.family} ${one.given} ${one.full}`)].join(' '),
    institution,
    emails: records.flatMap(({ emails }) => emails),
    partyNames: Object.values(party?.names ?? {}),
    partyCodes: party === undefined ? [] : [party.code, ...(party.iso2 ? [party.iso2] : [])],
    badge: null,
  };
  return searchKeys(searchable, words);
}
