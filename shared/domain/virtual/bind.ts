import { draft, type DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { loginKey } from './carry';
import type { VirtualHeads } from './decisions';
import { personsOf, type Login, type Report } from './types';

/**
 * Before people are forgotten: binds the logins that show the name or address of one of theirs in
 * another reading of the same report (a file that two desks took over, a report that was corrected)
 * and were never linked there. In one and the same reading a login that is linked to somebody else is
 * a namesake's, and keeps its name. Nothing of what was decided changes; the register then forgets
 * these logins with the person, as it does those that are linked.
 */
export function bindShownAgain(
  context: DecisionContext,
  persons: readonly string[],
  reports: readonly Pick<Report, 'id' | 'digest' | 'replaces'>[],
  logins: readonly Login[],
  headsOf: VirtualHeads,
): Draft[] {
  const wanted = new Set(persons);
  const related = relatedReports(reports);
  const placeOf = (login: Login) => `${related(login.report)}\n${loginKey(login)}`;
  const theirs = new Map<string, string>();
  const readings = new Set<string>();
  for (const login of logins) {
    const person = personsOf(login.link).find((one) => wanted.has(one));
    if (person === undefined) continue;
    theirs.set(placeOf(login), person);
    readings.add(`${login.report}\n${loginKey(login)}`);
  }
  const isNamesakes = (login: Login): boolean =>
    login.link?.kind === 'persons' && readings.has(`${login.report}\n${loginKey(login)}`);
  if (theirs.size === 0) return [];
  return logins.flatMap((login) => {
    const person = theirs.get(placeOf(login));
    const isNameless = login.name === '' && login.email === null;
    if (person === undefined || isNameless || personsOf(login.link).includes(person)) return [];
    if (isNamesakes(login)) return [];
    return draft(context, {
      type: 'login.linked',
      meeting: login.meeting,
      over: [...headsOf('logins', login.id, ['rejected'])],
      subjects: [login.id, person],
      body: { id: login.id, set: { rejected: [...login.rejected] } },
    });
  });
}

/** By a report's id what all readings of it have in common: the same file, or its correction. */
function relatedReports(
  reports: readonly Pick<Report, 'id' | 'digest' | 'replaces'>[],
): (report: string) => string {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    const next = above.get(id);
    return next === undefined ? id : top(next);
  };
  const unite = (one: string, other: string) => {
    const [from, to] = [top(one), top(other)];
    if (from !== to) above.set(from, to);
  };
  for (const { id, digest, replaces } of reports) {
    if (digest !== '') unite(id, `file ${digest}`);
    if (replaces !== null) unite(id, replaces);
  }
  return top;
}
