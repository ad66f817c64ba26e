import type { DateOrder } from '@shared/codecs/platform-reports/local-time';
import { instants, type LoginEvidence } from '@shared/codecs/platform-reports/logins';
import type { LocalDateTime, PlatformReport } from '@shared/codecs/platform-reports/types';
import { instantAt } from '@shared/domain/meeting/plan-sessions';
import type { ReadLogin } from '@shared/domain/virtual/decide';
import type { LoginMatch } from '@shared/matching/candidates';
import { runJob } from '../../workers/run-job';

/** A report that was read and is looked at before it is taken over. */
export interface ReviewedReport {
  readonly file: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly report: PlatformReport;
  readonly logins: readonly LoginEvidence[];
}

export type ReadOutcome =
  | { readonly ok: true; readonly reviewed: ReviewedReport }
  | {
      readonly ok: false;
      readonly file: string;
      readonly reason: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Reads a report's bytes in a worker. Nothing is stored before somebody says so. */
export async function readReport(
  file: string,
  bytes: Uint8Array,
  meetingDays: readonly string[],
  dateOrder: DateOrder | null,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const options = dateOrder === null ? { meetingDays } : { meetingDays, dateOrder };
  const result = await runJob('readReport', { bytes, options }, signal);
  if (!result.ok) return { ok: false, file, reason: result.reason, params: result.params };
  const { report, logins } = result;
  return { ok: true, reviewed: { file, digest: await digestOf(bytes), bytes, report, logins } };
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A wall-clock time of a file as an instant, in milliseconds, read in a time zone. */
export function toInstant(local: LocalDateTime, timeZone: string): number {
  const [date = '', time = ''] = local.split('T');
  const seconds = Number(time.slice(6, 8));
  return Date.parse(instantAt(date, time.slice(0, 5), timeZone)) + seconds * 1000;
}

/** The logins as they are stored, linked where that is certain and nowhere else. */
export function loginsToStore(
  reviewed: ReviewedReport,
  timeZone: string,
  matches: ReadonlyMap<string, LoginMatch>,
): ReadLogin[] {
  return reviewed.logins.map((login) => {
    const match = matches.get(login.key);
    const certain = match !== undefined && match.linked !== null ? match : null;
    return {
      name: login.name,
      email: login.email,
      intervals: instants(login, (local) => toInstant(local, timeZone)),
      link:
        certain === null ? null : { kind: 'persons', persons: [certain.linked], by: certain.by },
    };
  });
}
