import { unite, type Interval } from '../../domain/attendance/intervals';
import { fromWallClock, wallClock } from './local-time';
import type { Join, LocalDateTime, PlatformReport } from './types';

/** Everything that one address, or else one display name, did in a report. */
export interface LoginEvidence {
  /** `email:…` or `name:…`, folded, and which of several: one login's alone, stable for a report. */
  readonly key: string;
  /** The display name of the first row. */
  readonly name: string;
  /** All display names in order of appearance. */
  readonly names: readonly string[];
  /** The accounts' names that the platform shows beside changed ones. */
  readonly originalNames: readonly string[];
  readonly email: string | null;
  readonly guest: boolean | null;
  /** United, never summed; wall clock as in the file. */
  readonly intervals: readonly (readonly [start: LocalDateTime, end: LocalDateTime])[];
  readonly seconds: number;
  /** Of the united intervals, rounded; of a report without times, as it states them. */
  readonly minutes: number;
  /** Still connected when the report was made: an interval ends with the meeting instead. */
  readonly openEnded: boolean;
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function keyOf(name: string, email: string | null): string {
  return email === null ? `name:${foldName(name)}` : `email:${email.toLowerCase()}`;
}

/** When somebody who never left is taken to have left: at the stated end, or with the last act. */
function closingTime(report: PlatformReport): LocalDateTime {
  const times = report.joins.flatMap(({ join, leave }) =>
    leave === null ? [join] : [join, leave],
  );
  const last = times.reduce((a, b) => (a > b ? a : b), '');
  const end = report.scheduled?.end ?? '';
  return end > last ? end : last;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ''))];
}

function groups<Row extends { readonly name: string; readonly email: string | null }>(
  rows: readonly Row[],
  isAnybodys: (name: string) => boolean,
): ReadonlyMap<string, readonly [Row, ...Row[]]> {
  const found = new Map<string, [Row, ...Row[]]>();
  const apart = new Map<string, boolean>();
  const standsApart = ({ name, email }: Row, key: string): boolean => {
    let known = apart.get(key);
    if (known === undefined) apart.set(key, (known = email === null && isAnybodys(name)));
    return known;
  };
  for (const row of rows) {
    const key = keyOf(row.name, row.email);
    const group = found.get(key);
    if (group === undefined) found.set(key, [row]);
    // No folded name has a line break: the key is no other login's.
    else if (standsApart(row, key)) found.set(`${key}\n${found.size}`, [row]);
    else group.push(row);
  }
  return found;
}

function evidence(
  key: string,
  rows: readonly [Join, ...Join[]],
  closing: LocalDateTime,
): LoginEvidence {
  const united = unite(
    rows.map(({ join, leave }): Interval => [wallClock(join), wallClock(leave ?? closing)]),
  );
  const seconds = united.reduce((sum, [start, end]) => sum + (end - start), 0) / 1000;
  const guests = rows.map(({ guest }) => guest);
  return {
    key,
    name: rows[0].name,
    names: distinct(rows.map(({ name }) => name)),
    originalNames: distinct(rows.map(({ originalName }) => originalName)),
    email: rows[0].email,
    guest: guests.includes(true) ? true : guests.includes(false) ? false : null,
    intervals: united.map(([start, end]) => [fromWallClock(start), fromWallClock(end)]),
    seconds,
    minutes: Math.round(seconds / 60),
    openEnded: rows.some(({ leave }) => leave === null),
  };
}

/**
 * Groups a report's rows by e-mail, else by display name, and unites their intervals. Rows from
 * the waiting room do not count. A name that `isAnybodys` says to be anybody's (*iPhone*) unites
 * nothing: each of its rows is a login, because overlapping they would hide people in one another,
 * and one after another they may be different ones.
 */
export function logins(
  report: PlatformReport,
  isAnybodys: (name: string) => boolean = () => false,
): readonly LoginEvidence[] {
  const closing = closingTime(report);
  const present = report.joins.filter(({ waiting }) => !waiting);
  const timed = [...groups(present, isAnybodys)].map(([key, rows]) => evidence(key, rows, closing));
  const totals = [...groups(report.totals, isAnybodys)].map(([key, rows]): LoginEvidence => {
    const minutes = rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
    return {
      key,
      name: rows[0].name,
      names: distinct(rows.map(({ name }) => name)),
      originalNames: distinct(rows.map(({ originalName }) => originalName)),
      email: rows[0].email,
      guest: null,
      intervals: [],
      seconds: minutes * 60,
      minutes: Math.round(minutes),
      openEnded: false,
    };
  });
  return [...timed, ...totals];
}

/**
 * A login's intervals as instants (milliseconds since the epoch). `toInstant` knows the file's time
 * zone, which is asked once per file.
 */
export function instants(
  login: LoginEvidence,
  toInstant: (local: LocalDateTime) => number,
): readonly Interval[] {
  return unite(login.intervals.map(([start, end]): Interval => [toInstant(start), toInstant(end)]));
}
