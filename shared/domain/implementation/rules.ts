import type { Party } from '../party/types';
import { concerns, isInForce } from '../recommendation/rules';
import type { Recommendation } from '../recommendation/types';
import type { Implementation, ImplementationStatus } from './types';

/** Why a status cannot be recorded as it is. */
export type ImplementationProblem =
  /** There is nothing to carry out: not agreed yet, referred back, or not endorsed. */
  | 'not-in-force'
  /** The recommendation is addressed to others. */
  | 'not-addressed'
  /** The year was over before the recommendation was agreed. */
  | 'year-before-agreement'
  | 'year-in-future'
  /** It was reported before the recommendation was agreed, or before the year began. */
  | 'day-too-early'
  | 'day-in-future'
  | 'evidence-too-long';

/** What a report says; `reportedOn` is an ISO date. */
export interface ReportedStatus {
  readonly year: number;
  readonly status: ImplementationStatus;
  readonly reportedOn: string | null;
  readonly evidence: string;
}

const MOST_EVIDENCE = 4000;

/**
 * What is wrong with a report; `null` when nothing is. A later meeting takes stock of what was
 * agreed (domain.md, *Life cycles*), so that nothing can be reported of the time before. `today`:
 * ISO date.
 */
export function implementationProblem(
  about: Pick<Recommendation, 'state' | 'agreedOn' | 'parties'>,
  party: string,
  report: ReportedStatus,
  today: string,
): ImplementationProblem | null {
  const { agreedOn } = about;
  if (agreedOn === null || !isInForce(about.state)) return 'not-in-force';
  if (!concerns(about, party)) return 'not-addressed';
  const agreedDay = earliestDay(agreedOn);
  if (report.year < yearOf(agreedDay)) return 'year-before-agreement';
  if (report.year > yearOf(today)) return 'year-in-future';
  const { reportedOn } = report;
  if (reportedOn !== null) {
    if (reportedOn < agreedDay || yearOf(reportedOn) < report.year) return 'day-too-early';
    if (reportedOn > today) return 'day-in-future';
  }
  return report.evidence.trim().length > MOST_EVIDENCE ? 'evidence-too-long' : null;
}

/** The years of which a status can be reported, the latest first; none while it is not in force. */
export function reportableYears(
  about: Pick<Recommendation, 'state' | 'agreedOn'>,
  today: string,
): number[] {
  if (about.agreedOn === null || !isInForce(about.state)) return [];
  const first = yearOf(earliestDay(about.agreedOn));
  const count = Math.max(0, yearOf(today) - first + 1);
  return Array.from({ length: count }, (_, index) => first + count - 1 - index);
}

/** The first calendar day that an instant can be somewhere: west of Greenwich it is the day before. */
function earliestDay(instant: string): string {
  return new Date(Date.parse(instant) - 12 * 3_600_000).toISOString().slice(0, 10);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Reports by year, the latest first; each party and year has one. */
export function latestFirst(reports: readonly Implementation[]): Implementation[] {
  return [...reports].sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
}

/** The status that each party reported last of one recommendation, by party. */
export function latestByParty(
  reports: readonly Implementation[],
): ReadonlyMap<string, Implementation> {
  const latest = new Map<string, Implementation>();
  for (const one of latestFirst(reports)) if (!latest.has(one.party)) latest.set(one.party, one);
  return latest;
}

/** How many parties stand where, of the parties that a recommendation concerns. */
export function standOf(
  recommendation: Pick<Recommendation, 'parties'>,
  parties: readonly Pick<Party, 'id'>[],
  reports: readonly Implementation[],
): { readonly byStatus: ReadonlyMap<ImplementationStatus, number>; readonly unreported: number } {
  const latest = latestByParty(reports);
  const byStatus = new Map<ImplementationStatus, number>();
  for (const { status } of latest.values()) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const silent = parties.filter(({ id }) => concerns(recommendation, id) && !latest.has(id));
  return { byStatus, unreported: silent.length };
}
