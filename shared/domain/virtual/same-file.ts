import { loginKey } from './carry';
import { personsOf, sameLink, type Link, type Login, type Report } from './types';

/** What decides whether two reports were read from one and the same file. */
type Read = Pick<Report, 'id' | 'digest'>;

/**
 * The reports of one meeting by file. Two desks that took the same file over apart have two reports
 * of it once they exchange; the one with the smallest id stands for them, on every desk, for as long
 * as it is there. A report without a digest is alone.
 *
 * @returns by the id of the report that stands for a file, all reports of it in order of their ids
 */
export function byFile<One extends Read>(
  reports: readonly One[],
): ReadonlyMap<string, readonly [One, ...One[]]> {
  const found = new Map<string, [One, ...One[]]>();
  for (const report of reports) {
    const key = report.digest === '' ? report.id : report.digest;
    const known = found.get(key);
    if (known === undefined) found.set(key, [report]);
    else known.push(report);
  }
  for (const same of found.values()) {
    if (same.length > 1) same.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  return new Map([...found.values()].map((same) => [same[0].id, same]));
}

/** Whether a file was taken over more than once: then a decision on one login can move another. */
export function isTakenOverTwice(reports: readonly Read[]): boolean {
  return byFile(reports).size < reports.length;
}

/** A login as it is recognised in another reading of the file, and what was said of it. */
export type ReadAgain = Pick<
  Login,
  'id' | 'report' | 'name' | 'email' | 'intervals' | 'link' | 'rejected' | 'records' | 'differing'
>;

/**
 * The logins of the first of some reports of one file, each with what was said of the same one in
 * the others: it counts once, a decision of either desk holds, and people whom either ruled out are
 * ruled out. Where two humans said different things it is open until somebody settles it, because a
 * wrong link is worse than none; what the program had linked by itself gives way to a human.
 *
 * @param rootOf the person whom a record stands for, where two records were merged
 */
export function unitedLogins<One extends ReadAgain>(
  reports: readonly Pick<Report, 'id'>[],
  byReport: ReadonlyMap<string, readonly One[]>,
  rootOf: (person: string) => string = (person) => person,
): readonly One[] {
  const [own = [], ...others] = reports.map(({ id }) => inOrder(byReport.get(id) ?? []));
  const paired = others.map((other) => pairs(own, other));
  return own.map((login): One => {
    const again = paired.flatMap((pair) => pair.get(login) ?? []);
    if (again.length === 0) return login;
    const records = [login, ...again];
    const rejected = [...new Set(records.flatMap((one) => one.rejected))];
    return { ...login, rejected, records, ...linkOf(records, rejected, rootOf) };
  });
}

/** Logins are written down in the order of the file, and their ids sort as they were made. */
function inOrder<One extends ReadAgain>(logins: readonly One[]): readonly One[] {
  return [...logins].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Which logins of two readings are one: those at the same place, as long as nothing speaks against
 * it. A login that was forgotten has no name left, and its place is all that tells. Where somebody
 * explained the columns otherwise the places differ: then the name or address tells, and of several
 * the first join.
 */
function pairs<One extends ReadAgain>(
  own: readonly One[],
  other: readonly One[],
): ReadonlyMap<One, One> {
  const found = new Map<One, One>();
  const isSame = own.length === other.length && own.every((one, at) => isLike(one, other[at]));
  if (isSame) {
    for (const [at, one] of own.entries()) found.set(one, other[at] as One);
    return found;
  }
  const keys = Map.groupBy(other, loginKey);
  const alone = Map.groupBy(own, loginKey);
  for (const [key, logins] of alone) {
    const same = keys.get(key) ?? [];
    for (const login of logins) {
      const match =
        logins.length === 1 && same.length === 1
          ? same[0]
          : same.find((one) => one.intervals[0]?.[0] === login.intervals[0]?.[0]);
      if (match !== undefined) found.set(login, match);
    }
  }
  return found;
}

function isLike(one: ReadAgain, other: ReadAgain | undefined): boolean {
  if (other === undefined) return false;
  return isNameless(one) || isNameless(other) || loginKey(one) === loginKey(other);
}

const isNameless = ({ name, email }: ReadAgain): boolean => name === '' && email === null;

/** What holds of a login that several desks decided on. */
function linkOf(
  records: readonly ReadAgain[],
  rejected: readonly string[],
  rootOf: (person: string) => string,
): { readonly link: Link | null; readonly differing?: readonly Link[] } {
  const links = records.flatMap(({ link }) => link ?? []);
  const said = links.filter((link) => link.kind === 'nobody' || link.by === 'hand');
  const ruledOut = new Set(rejected.map(rootOf));
  const automatic = links.filter(
    (link) => !personsOf(link).some((person) => ruledOut.has(rootOf(person))),
  );
  const [first, ...others] = said.length > 0 ? said : automatic;
  if (first === undefined) return { link: null };
  const differing = others.filter((one) => !sameLink(first, one, rootOf));
  return differing.length === 0
    ? { link: first }
    : { link: null, differing: [first, ...differing] };
}
