import type { Login, Report } from '@shared/domain/virtual/types';
import { loginKey } from '@shared/domain/virtual/carry';
import { standingReports } from '@shared/statistics/virtual/evidence';

/** A login of a file, its times as instants. */
export interface TimedLogin {
  readonly name: string;
  readonly email: string | null;
  readonly intervals: readonly (readonly [number, number])[];
}

export interface Corrected {
  readonly report: Report;
  /** Share (0 to 1) of its logins that the file has again with the same first join. */
  readonly same: number;
}

/** A corrected report has the people of the first one; a room of its own has few of them. */
const LEAST_SHARED = 0.2;

/** Clocks of two exports of one meeting agree to the minute. */
const TOLERANCE_MS = 60_000;

/**
 * The earlier reports that a file may be a corrected version of: of the same platform, of other
 * content, about the same time, with some of the same logins; likeliest first. A breakout room or a
 * restarted call shares logins too, but not their times.
 */
export function correctedBy(
  platform: string,
  logins: readonly TimedLogin[],
  reports: readonly Report[],
  recorded: readonly Login[],
): Corrected[] {
  const joins = new Map<string, number[]>();
  for (const login of logins) {
    const key = loginKey(login);
    const own = joins.get(key) ?? [];
    own.push(...login.intervals.map(([start]) => start));
    joins.set(key, own);
  }
  const span = spanOf(logins);
  const byReport = Map.groupBy(recorded, ({ report }) => report);
  return standingReports(reports)
    .filter((report) => report.platform === platform)
    .flatMap((report): Corrected[] => {
      const own = byReport.get(report.id) ?? [];
      const [start, end] = spanOf(own);
      const shared = own.filter((login) => joins.has(loginKey(login)));
      const few = shared.length === 0 || shared.length < own.length * LEAST_SHARED;
      if (few || start >= span[1] || span[0] >= end) return [];
      const same = shared.filter((login) => {
        const first = login.intervals[0]?.[0];
        const now = joins.get(loginKey(login)) ?? [];
        return first !== undefined && now.some((at) => Math.abs(at - first) <= TOLERANCE_MS);
      });
      return [{ report, same: same.length / own.length }];
    })
    .sort((one, other) => other.same - one.same);
}

/** Reports of other platforms about the same time: somebody in both is counted once. */
export function elsewhere(
  platform: string,
  logins: readonly TimedLogin[],
  reports: readonly Report[],
  recorded: readonly Login[],
): Report[] {
  const span = spanOf(logins);
  const byReport = Map.groupBy(recorded, ({ report }) => report);
  return standingReports(reports).filter((report) => {
    if (report.platform === platform) return false;
    const [start, end] = spanOf(byReport.get(report.id) ?? []);
    return start < span[1] && span[0] < end;
  });
}

function spanOf(logins: readonly Pick<TimedLogin, 'intervals'>[]): readonly [number, number] {
  let start = Infinity;
  let end = -Infinity;
  for (const { intervals } of logins)
    for (const [from, to] of intervals) {
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
  return [start, end];
}
