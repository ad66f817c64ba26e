import type { Attendance, AttendanceEvent } from '../domain/attendance/types';
import type { Roots } from '../domain/person/roots';
import type { Person } from '../domain/person/types';
import type { LoginFacts, NominationFacts, PersonFacts } from './world';

type OfPerson = Pick<NominationFacts, 'person'>;

/**
 * Facts as they are once people are counted instead of records: what is said about a record that
 * was merged is said about the record that stands for it. The same fact gives the same object, so
 * that whoever compares by identity sees only what changed. One of these belongs to one state of
 * the merges.
 */
export class MergedFacts {
  private readonly known = new WeakMap<object, object>();
  private readonly together = new WeakMap<
    Attendance,
    { readonly of: readonly Attendance[]; readonly made: Attendance }
  >();

  constructor(readonly roots: Roots) {}

  nominations<One extends OfPerson>(all: readonly One[]): readonly One[] {
    return all.map((one) => this.renamed(one));
  }

  /** Events of all records of a person at one meeting are one attendance. */
  attendance(all: readonly Attendance[]): readonly Attendance[] {
    if (!all.some(({ person }) => this.roots.recordsOf(person).length > 1)) return all;
    const groups = Map.groupBy(all, ({ person }) => this.roots.of(person));
    return [...groups].map(([root, group]) => this.united(root, group));
  }

  logins<One extends LoginFacts>(all: readonly One[]): readonly One[] {
    return all.map((one) => this.relinked(one));
  }

  private renamed<One extends OfPerson>(one: One): One {
    const person = this.roots.of(one.person);
    return person === one.person ? one : this.keep(one, () => ({ ...one, person }));
  }

  private relinked<One extends LoginFacts>(one: One): One {
    const { link, rejected } = one;
    const isMerged = (id: string): boolean => this.roots.isMerged(id);
    const linked = link?.kind === 'persons' && link.persons.some(isMerged);
    if (!linked && !rejected.some(isMerged)) return one;
    return this.keep(one, () => ({
      ...one,
      link: linked ? { ...link, persons: this.rootsOf(link.persons) } : link,
      rejected: this.rootsOf(rejected),
    }));
  }

  private rootsOf(records: readonly string[]): string[] {
    return [...new Set(records.map((id) => this.roots.of(id)))];
  }

  private united(root: string, group: readonly Attendance[]): Attendance {
    const [first] = group as readonly [Attendance];
    if (group.length === 1 && first.person === root) return first;
    const known = this.together.get(first);
    if (known !== undefined && same(known.of, group)) return known.made;
    const events = group.flatMap((one) => one.events).sort(inOrderOfTime);
    const made: Attendance = { ...first, person: root, events };
    this.together.set(first, { of: group, made });
    return made;
  }

  private keep<One extends object>(one: One, make: () => One): One {
    const known = this.known.get(one);
    if (known !== undefined) return known as One;
    const made = make();
    this.known.set(one, made);
    return made;
  }
}

/**
 * What figures know of each record. A root also has what only another of its records says: its
 * gender, where it has declared none itself, and that somebody invented is among them.
 */
export function personFacts(
  people: readonly Person[],
  roots: Roots,
): ReadonlyMap<string, PersonFacts> {
  const facts = new Map<string, PersonFacts>();
  for (const { id, gender, synthetic } of people) facts.set(id, { gender, synthetic });
  for (const { id } of people) {
    if (roots.isMerged(id) || roots.recordsOf(id).length === 1) continue;
    const all = roots.recordsOf(id).flatMap((record) => facts.get(record) ?? []);
    facts.set(id, {
      gender: all.find(({ gender }) => gender !== 'not-declared')?.gender ?? 'not-declared',
      synthetic: all.some(({ synthetic }) => synthetic),
    });
  }
  return facts;
}

function inOrderOfTime(a: AttendanceEvent, b: AttendanceEvent): number {
  if (a.when !== b.when) return a.when < b.when ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
