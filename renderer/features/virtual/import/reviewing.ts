import { wallClock } from '@shared/domain/meeting/plan-sessions';
import { inOrder } from '@shared/domain/meeting/rules';
import type { Session } from '@shared/domain/meeting/types';
import type { Login, Report } from '@shared/domain/virtual/types';
import { Roots } from '@shared/domain/person/roots';
import { evidenceLogins } from '@shared/statistics/virtual/evidence';
import { instants } from '@shared/codecs/platform-reports/logins';
import { instantsIn, shownName } from '../read-report';
import type { ReadyModel } from '../use-virtual';
import { correctedBy, elsewhere, type Corrected, type TimedLogin } from './corrected';
import type { Incoming, Review } from './incoming';

/** The zone in which a file's times are read: what somebody said, the file itself, the meeting. */
export function zoneOf({ answers }: Incoming, { report }: Review, model: ReadyModel): string {
  return answers.timeZone ?? report.timeZone ?? model.meeting.timeZone;
}

export interface FirstJoin {
  /** ISO, UTC. */
  readonly at: string;
  /** The session that it belongs to by its day; the first one of a meeting that is another day. */
  readonly session: Session | null;
  /** Minutes before the session's start; negative: after it. */
  readonly early: number | null;
}

/** The first join as an instant, beside the scheduled start of its day. */
export function firstJoinOf(
  local: string,
  timeZone: string,
  { meeting, sessions }: Pick<ReadyModel, 'meeting' | 'sessions'>,
): FirstJoin {
  const instant = instantsIn(timeZone)(local);
  const at = new Date(instant).toISOString();
  const { date } = wallClock(at, meeting.timeZone);
  const ordered = inOrder(sessions);
  const session = ordered.find((one) => one.date === date) ?? ordered[0] ?? null;
  const early =
    session === null ? null : Math.round((Date.parse(session.start) - instant) / 60_000);
  return { at, session, early };
}

function timed(review: Review, timeZone: string): TimedLogin[] {
  const toInstant = instantsIn(timeZone);
  return review.logins.map((login) => ({
    name: shownName(login),
    email: login.email,
    intervals: instants(login, toInstant),
  }));
}

/** What stands beside a file among the reports that are there already. */
export interface Neighbours {
  readonly corrected: readonly Corrected[];
  readonly elsewhere: readonly Report[];
}

export function neighboursOf(review: Review, timeZone: string, model: ReadyModel): Neighbours {
  if (model.reports.length === 0) return { corrected: [], elsewhere: [] };
  const logins = timed(review, timeZone);
  const { platform } = review.report;
  return {
    corrected: correctedBy(platform, logins, model.reports, model.logins),
    elsewhere: elsewhere(platform, logins, model.reports, model.logins),
  };
}

/** From this share of equal joins on a file is taken for a corrected one, until somebody says not. */
const LIKELY = 0.5;

/** What is chosen while nobody has said: the earlier report whose rows the file has again. */
export function proposed({ corrected }: Neighbours): string | null {
  const [likeliest] = corrected;
  return likeliest !== undefined && likeliest.same >= LIKELY ? likeliest.report.id : null;
}

/** The report whose place a file takes; `null`: it stands beside the others. */
export function replacedBy(incoming: Incoming, review: Review, model: ReadyModel): Report | null {
  const neighbours = neighboursOf(review, zoneOf(incoming, review, model), model);
  const { replaces = proposed(neighbours) } = incoming.answers;
  const found = neighbours.corrected.find(({ report }) => report.id === replaces);
  return found?.report ?? null;
}

/** Logins of a report that counts, with what was decided wherever its file was taken over. */
export function decidedIn(report: Report, model: ReadyModel): readonly Login[] {
  return standingLogins(model).filter((login) => login.report === report.id);
}

/** Logins that count, each with what was decided about it; two records of one person are one. */
export function standingLogins({
  people,
  reports,
  logins,
}: Pick<ReadyModel, 'people' | 'reports' | 'logins'>): readonly Login[] {
  const roots = new Roots(people);
  return evidenceLogins(reports, logins, (person) => roots.of(person));
}
