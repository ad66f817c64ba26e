import type { Attendance } from '@shared/domain/attendance/types';
import { yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import { NO_ROOTS, Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { RecordTable } from '@shared/domain/record';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { attendanceView } from '@shared/projections/attendance';
import type { RecordRow, Row } from '@shared/projections/row';
import { view, type Views } from '@shared/projections/views';
import { MergedFacts, personFacts } from '@shared/statistics/merged';
import type { MeetingWorld, PersonFacts, World } from '@shared/statistics/world';
import type { ProjectionDatabase } from './database';

/** The meetings that figures or a document are about. */
export type Wanted =
  | { readonly kind: 'meeting'; readonly meeting: string }
  | { readonly kind: 'year'; readonly programme: string; readonly year: number };

/** Records of one meeting, by table. */
const OF_MEETING = ['sessions', 'nominations', 'logins', 'reports'] as const;
type OfMeeting = (typeof OF_MEETING)[number];

type Kept<T extends RecordTable> = Map<string, Views[T]>;
const OF_PROGRAMME = ['programmes', 'parties', 'meetings', 'recommendations', 'people'] as const;

/** One meeting's records as they are now, and the same as figures take them. */
class MeetingRecords {
  private readonly tables: { readonly [T in OfMeeting]: Kept<T> } = {
    sessions: new Map(),
    nominations: new Map(),
    logins: new Map(),
    reports: new Map(),
  };
  private readonly attendance = new Map<string, Attendance>();
  private made: MeetingWorld | null = null;
  private madeOf: MergedFacts | null = null;

  take(row: Row): void {
    this.made = null;
    if (row.table === 'attendance') {
      const seen = attendanceView(row);
      if (seen.events.length > 0) this.attendance.set(row.id, seen);
      else this.attendance.delete(row.id);
      return;
    }
    const table = OF_MEETING.find((one) => one === row.table);
    if (table !== undefined) keep(this.tables[table], table, row as RecordRow);
  }

  nominations(merged: MergedFacts): readonly Nomination[] {
    return merged.nominations([...this.tables.nominations.values()]);
  }

  /** The same object as long as nothing in it changed. */
  world(
    meeting: Meeting,
    recommendations: readonly Recommendation[],
    merged: MergedFacts,
  ): MeetingWorld {
    const { made } = this;
    if (
      made?.meeting === meeting &&
      this.madeOf === merged &&
      same(made.recommendations, recommendations)
    ) {
      return made;
    }
    this.madeOf = merged;
    this.made = {
      meeting,
      sessions: [...this.tables.sessions.values()],
      nominations: this.nominations(merged),
      attendance: merged.attendance([...this.attendance.values()]),
      logins: merged.logins([...this.tables.logins.values()]),
      reports: [...this.tables.reports.values()],
      recommendations,
    };
    return this.made;
  }
}

/**
 * Everything that figures are made of, read from the database once and kept level with the rows
 * that change: what a worker counts a year from. Meetings outside `wanted` are there with their
 * recommendations only, because what a meeting endorses was agreed at others.
 */
export class KeptWorld {
  private readonly tables: { readonly [T in (typeof OF_PROGRAMME)[number]]: Kept<T> } = {
    programmes: new Map(),
    parties: new Map(),
    meetings: new Map(),
    recommendations: new Map(),
    people: new Map(),
  };
  private readonly records = new Map<string, MeetingRecords>();
  private readonly wereRead = new Set<string>();
  private people: ReadonlyMap<string, Person> | null = null;
  private facts: ReadonlyMap<string, PersonFacts> = new Map();
  private merged = new MergedFacts(NO_ROOTS);

  constructor(
    private readonly db: ProjectionDatabase,
    private readonly wanted: Wanted,
  ) {}

  /** Reads everything. `onMeeting` hears how many of how many meetings are read. */
  async read(onMeeting: (done: number, total: number) => void = () => undefined): Promise<void> {
    for (const table of OF_PROGRAMME) {
      for (const row of await this.db.rows(table).toArray()) this.take(row);
    }
    await this.readMeetings(onMeeting);
  }

  /** Takes over rows that changed; reads meetings that came into the year with them. */
  async change(rows: readonly Row[]): Promise<void> {
    for (const row of rows) this.take(row);
    await this.readMeetings(() => undefined);
  }

  /** As it is now; `null` when there is no programme, or no such meeting. */
  world(): World | null {
    const programme = this.programme();
    if (programme === null) return null;
    this.named();
    const recommendations = Map.groupBy(this.tables.recommendations.values(), (one) => one.meeting);
    const meetings = [...this.tables.meetings.values()]
      .filter((meeting) => meeting.programme === programme.id)
      .map((meeting) =>
        this.recordsOf(meeting.id).world(
          meeting,
          recommendations.get(meeting.id) ?? [],
          this.merged,
        ),
      );
    return {
      programme,
      parties: [...this.tables.parties.values()],
      meetings,
      people: this.facts,
    };
  }

  /** The people by id, merged records too. Whoever writes them into a file was asked to. */
  named(): ReadonlyMap<string, Person> {
    if (this.people !== null) return this.people;
    this.people = new Map(this.tables.people);
    const everybody = [...this.people.values()];
    const roots = new Roots(everybody);
    // The same merges are the same object: only another merge makes meetings be read again.
    if (!roots.equals(this.merged.roots)) this.merged = new MergedFacts(roots);
    this.facts = personFacts(everybody, this.merged.roots);
    return this.people;
  }

  /** The nominations of a meeting, whole, of the records that stand for people. */
  nominations(meeting: string): readonly Nomination[] {
    this.named();
    return this.recordsOf(meeting).nominations(this.merged);
  }

  private programme(): Programme | null {
    const { wanted } = this;
    const id =
      wanted.kind === 'year'
        ? wanted.programme
        : this.tables.meetings.get(wanted.meeting)?.programme;
    return this.tables.programmes.get(id ?? '') ?? null;
  }

  private isWanted(meeting: Meeting): boolean {
    const { wanted } = this;
    if (wanted.kind === 'meeting') return meeting.id === wanted.meeting;
    return meeting.programme === wanted.programme && yearOf(meeting) === wanted.year;
  }

  private async readMeetings(onMeeting: (done: number, total: number) => void): Promise<void> {
    const missing = [...this.tables.meetings.values()].filter(
      (meeting) => this.isWanted(meeting) && !this.wereRead.has(meeting.id),
    );
    for (const [at, { id }] of missing.entries()) {
      const records = this.recordsOf(id);
      this.wereRead.add(id);
      for (const table of [...OF_MEETING, 'attendance'] as const) {
        const rows = await this.db.rows(table).ofMeeting(id);
        for (const row of rows) records.take(row);
      }
      onMeeting(at + 1, missing.length);
    }
  }

  private recordsOf(meeting: string): MeetingRecords {
    let records = this.records.get(meeting);
    if (records === undefined) this.records.set(meeting, (records = new MeetingRecords()));
    return records;
  }

  private take(row: Row): void {
    if (row.table === 'versions') return;
    const table = OF_PROGRAMME.find((one) => one === row.table);
    if (table === undefined) {
      const { meeting } = row;
      if (meeting !== null && this.wereRead.has(meeting)) this.recordsOf(meeting).take(row);
      return;
    }
    if (table === 'people') this.people = null;
    keep(this.tables[table], table, row as RecordRow);
  }
}

/** Names of people for a list on a screen, read when somebody looks. */
export async function readPeople(
  db: ProjectionDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const rows = await db.rows('people').bulkGet(ids);
  const people = new Map<string, Person>();
  for (const row of rows) if (row) people.set(row.id, view('people', row as RecordRow));
  return people;
}

function keep<T extends RecordTable>(kept: Map<string, Views[T]>, table: T, row: RecordRow): void {
  if (row.live === 1) kept.set(row.id, view(table, row));
  else kept.delete(row.id);
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
