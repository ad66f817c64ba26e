import { instants, type LoginEvidence } from '@shared/codecs/platform-reports/logins';
import type { ReadReportOptions } from '@shared/codecs/platform-reports/read';
import type { LocalDateTime } from '@shared/codecs/platform-reports/types';
import { instantAt } from '@shared/domain/meeting/plan-sessions';
import type { ReadLogin } from '@shared/domain/virtual/decide';
import type { LoginMatch } from '@shared/matching/candidates';
import type { Mappable, ReportSummary } from '../../workers/jobs/read-report';
import { runJob } from '../../workers/run-job';

/** What a file turned out to be. */
export type ReadOutcome =
  | {
      readonly ok: true;
      readonly report: ReportSummary;
      readonly logins: readonly LoginEvidence[];
      readonly mappable: Mappable | null;
    }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly params: Readonly<Record<string, string | number>>;
      /** A table all the same: somebody can say what its columns mean. */
      readonly mappable: Mappable | null;
    };

/** Reads a report's bytes in a worker. Nothing is stored before somebody says so. */
export function readReport(
  bytes: Uint8Array,
  options: ReadReportOptions,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  return runJob('readReport', { bytes, options }, signal);
}

/** SHA-256 as lower-case hexadecimal digits. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reads wall-clock times of a file as instants in milliseconds. A hundred thousand times lie in few
 * minutes, and the zone is asked once for each.
 */
export function instantsIn(timeZone: string): (local: LocalDateTime) => number {
  const minutes = new Map<string, number>();
  return (local) => {
    const minute = local.slice(0, 16);
    let start = minutes.get(minute);
    if (start === undefined) {
      start = Date.parse(instantAt(local.slice(0, 10), local.slice(11, 16), timeZone));
      minutes.set(minute, start);
    }
    return start + Number(local.slice(17, 19)) * 1000;
  };
}

/** What the register takes. */
const NAME_LENGTH = 400;
const EMAIL_LENGTH = 320;

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * The name as the platform showed it: behind it, in brackets, the account's own and those that the
 * same address showed later. They say who is behind an "iPhone", or that an address was shared.
 */
export function shownName({ name, names, originalNames }: LoginEvidence): string {
  const otherwise = [...names, ...originalNames].filter((one) => one !== name);
  const others = new Map(otherwise.map((one) => [folded(one), one]));
  if (others.size > 0) others.delete(folded(name));
  const shown = others.size === 0 ? name : `${name} (${[...others.values()].join('; ')})`;
  if (shown.length <= NAME_LENGTH) return shown;
  // Not within a pair of surrogates.
  return shown.slice(0, NAME_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** The logins as they are stored, linked where that is certain and nowhere else. */
export function loginsToStore(
  logins: readonly LoginEvidence[],
  timeZone: string,
  matches: ReadonlyMap<string, LoginMatch>,
): ReadLogin[] {
  const toInstant = instantsIn(timeZone);
  return logins.map((login) => {
    const match = matches.get(login.key);
    const certain = match !== undefined && match.linked !== null ? match : null;
    return {
      name: shownName(login),
      email: (login.email ?? '').length > EMAIL_LENGTH ? null : login.email,
      intervals: instants(login, toInstant),
      link:
        certain === null ? null : { kind: 'persons', persons: [certain.linked], by: certain.by },
    };
  });
}
