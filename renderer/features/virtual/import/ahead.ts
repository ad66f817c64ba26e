import type { LoginEvidence } from '@shared/codecs/platform-reports/logins';
import type { LoginMatch, LoginName } from '@shared/matching/candidates';
import type { JobProgress } from '../../../workers/jobs';
import type { AskedLogin, LinkLoginsInput } from '../../../workers/jobs/match-logins';
import { runJob } from '../../../workers/run-job';
import { bookOf, type Before } from '../before';
import { knownPeople } from '../known-people';
import { matchInWorkers } from '../match-in-workers';
import { shownName } from '../read-report';
import type { ReadyModel } from '../use-virtual';
import { standingLogins } from './reviewing';

/** How a file's logins would fall into the piles. */
export interface Ahead {
  /** People expected at the meeting. */
  readonly expected: number;
  readonly linked: number;
  readonly confirm: number;
  readonly unmatched: number;
}

const askedOf = (logins: readonly LoginEvidence[]): AskedLogin[] =>
  logins.map((login) => ({ id: login.key, name: shownName(login), email: login.email }));

/** The question which of a file's logins need nobody's word. */
export function linksAsked(
  { people, nominations, parties, aliases }: ReadyModel,
  logins: readonly LoginEvidence[],
): LinkLoginsInput {
  const known = knownPeople(people, nominations, parties, aliases);
  return { compared: { people: known, parties }, logins: askedOf(logins) };
}

/**
 * Compares a file's logins with everybody who is expected, as it is done once the file has been
 * taken over: what its certain links tell of people counts already. What is found is carried over.
 */
export async function lookAhead(
  model: ReadyModel,
  {
    carried,
    earlier,
  }: { readonly carried: Before['carried'] } & { readonly earlier: NonNullable<Before['earlier']> },
  logins: readonly LoginEvidence[],
  signal: AbortSignal,
  onProgress: (progress: JobProgress) => void,
): Promise<Ahead> {
  const question = linksAsked(model, logins);
  const expected = question.compared.people.length;
  if (expected === 0) return { expected, linked: 0, confirm: 0, unmatched: logins.length };
  const links = await runJob('linkLogins', question, signal);
  const would = question.logins.flatMap(({ id, name }) => {
    const link = links.get(id);
    if (link === undefined) return [];
    const persons = { kind: 'persons' as const, persons: [link.linked], by: link.by };
    return [{ name, meeting: model.meeting.id, link: persons }];
  });
  const standing = standingLogins(model);
  const people = bookOf(model, earlier, [...standing, ...would]).nominated();
  const open = question.logins.filter(({ id }) => !links.has(id));
  const compared = { people, parties: model.parties };
  const matches = await matchInWorkers({ compared, logins: open }, signal, onProgress);
  signal.throwIfAborted();
  const known = open.flatMap((login): (readonly [LoginName, LoginMatch])[] => {
    const match = matches.get(login.id);
    return match === undefined ? [] : [[login, match]];
  });
  carried.keep(people, known);
  const confirm = known.filter(([, match]) => match.linked !== null || match.candidates.length > 0);
  return {
    ...{ expected, linked: links.size, confirm: confirm.length },
    unmatched: logins.length - links.size - confirm.length,
  };
}

/** From so many on a share says something. */
const ENOUGH = 5;
/** Fewer than one in so many, of the file and of those expected, are next to nobody. */
const ONE_IN = 10;

/** Whether next to nobody of the file is expected: it may be another meeting's. */
export function isStrange({ expected, linked, confirm, unmatched }: Ahead): boolean {
  const known = linked + confirm;
  const all = known + unmatched;
  return expected > 0 && all >= ENOUGH && ONE_IN * known < Math.min(all, expected);
}
