import type { Interval } from '../../domain/attendance/intervals';
import type { Login, Report } from '../../domain/virtual/types';

type Standing = Pick<Report, 'id' | 'replaces'>;

/**
 * Reports that count no more, each with the one that corrects it. Only a report that is still there
 * replaces another: when the correction is taken back, what it corrected counts again.
 */
export function replacedReports<One extends Standing>(
  reports: readonly One[],
): ReadonlyMap<string, One> {
  const replaced = new Map<string, One>();
  for (const report of reports) {
    if (report.replaces === null || report.replaces === report.id) continue;
    const known = replaced.get(report.replaces);
    // Two desks corrected the same report: the later correction is named.
    if (known === undefined || known.id < report.id) replaced.set(report.replaces, report);
  }
  return replaced;
}

/**
 * The logins that are evidence: those whose report is still there and was not replaced by a
 * corrected one. Everything that asks who was online goes through here first.
 */
export function evidenceLogins<One extends Pick<Login, 'report'>>(
  reports: readonly Standing[],
  logins: readonly One[],
): readonly One[] {
  const replaced = replacedReports(reports);
  const standing = new Set(reports.map(({ id }) => id).filter((id) => !replaced.has(id)));
  return logins.every(({ report }) => standing.has(report))
    ? logins
    : logins.filter(({ report }) => standing.has(report));
}

/** Times of all logins that stand for each person; not united, because one may have several. */
export function timesByPerson(
  logins: readonly Pick<Login, 'link' | 'intervals'>[],
): Map<string, Interval[]> {
  const times = new Map<string, Interval[]>();
  for (const { link, intervals } of logins) {
    if (link?.kind !== 'persons') continue;
    for (const person of new Set(link.persons)) {
      const known = times.get(person);
      if (known) known.push(...intervals);
      else times.set(person, [...intervals]);
    }
  }
  return times;
}
