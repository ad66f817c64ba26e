import type { Interval } from '../../domain/attendance/intervals';
import { byFile, unitedLogins, type ReadAgain } from '../../domain/virtual/same-file';
import type { Login, Report } from '../../domain/virtual/types';

type Standing = Pick<Report, 'id' | 'replaces' | 'digest'>;

/**
 * Reports of a meeting that count no more, each with the one that corrects it. Only a report that is
 * still there replaces another: when the correction is taken back, what it corrected counts again.
 * What corrects a report corrects every report of the same file. Two desks apart can each take the
 * other's correction for the original: then the later one holds.
 */
export function replacedReports<One extends Standing>(
  reports: readonly One[],
): ReadonlyMap<string, One> {
  const corrections = reports.filter(({ replaces }) => replaces !== null);
  if (corrections.length === 0) return new Map();
  const files = new Map<string, string>();
  for (const [first, same] of byFile(reports)) for (const { id } of same) files.set(id, first);
  const by = new Map<string, One>();
  /** Files that each file takes the place of. */
  const takes = new Map<string, string[]>();
  for (const report of corrections.sort((a, b) => (a.id < b.id ? 1 : -1))) {
    const own = files.get(report.id) ?? report.id;
    const other = files.get(report.replaces ?? '');
    if (other === undefined || other === own || reaches(takes, other, own)) continue;
    takes.set(own, [...(takes.get(own) ?? []), other]);
    // Two desks corrected the same report: the later correction is named.
    if (!by.has(other)) by.set(other, report);
  }
  return new Map(
    reports.flatMap(({ id }) => {
      const correction = by.get(files.get(id) ?? id);
      return correction === undefined ? [] : [[id, correction] as const];
    }),
  );
}

function reaches(takes: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const next = takes.get(from) ?? [];
  return next.includes(to) || next.some((one) => reaches(takes, one, to));
}

/** The reports of a meeting that count, a file that was taken over more than once a single time. */
export function standingReports<One extends Standing>(reports: readonly One[]): readonly One[] {
  const replaced = replacedReports(reports);
  return [...byFile(reports).values()].flatMap(([first]) => (replaced.has(first.id) ? [] : first));
}

/**
 * The logins that are evidence: those whose report is still there and was not replaced by a
 * corrected one, each once, with what was decided of it wherever its file was taken over. Everything
 * that asks who was online goes through here first.
 *
 * @param rootOf the person whom a record stands for, where the logins still name records
 */
export function evidenceLogins<One extends ReadAgain>(
  reports: readonly Standing[],
  logins: readonly One[],
  rootOf?: (person: string) => string,
): readonly One[] {
  const standing = new Set(standingReports(reports).map(({ id }) => id));
  const own = logins.every(({ report }) => standing.has(report))
    ? logins
    : logins.filter(({ report }) => standing.has(report));
  const again = [...byFile(reports)].filter(([id, same]) => same.length > 1 && standing.has(id));
  if (again.length === 0) return own;
  const byReport = Map.groupBy(logins, ({ report }) => report);
  const united = new Map(again.map(([id, same]) => [id, unitedLogins(same, byReport, rootOf)]));
  return [...own.filter(({ report }) => !united.has(report)), ...[...united.values()].flat()];
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
