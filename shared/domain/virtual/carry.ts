import type { ReadLogin } from './decide';
import { personsOf, type Login } from './types';

/**
 * A login as two reports of one meeting can name it: by its address, under whatever display name it
 * came first, else by that name. A report has one login of an address.
 */
export function loginKey({ name, email }: Pick<Login, 'name' | 'email'>): string {
  const address = (email ?? '').trim().toLowerCase();
  if (address !== '') return `email:${address}`;
  return `name:${name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()}`;
}

/**
 * The logins of a corrected report with what people said of the same ones in the report that it
 * takes the place of: links made by hand, logins that are nobody, people who are not meant. What
 * the program had linked by itself it links anew. Of several logins with one name ("iPhone") each is
 * recognised by the time at which it joined first, or by nothing.
 */
export function carryDecisions(
  logins: readonly ReadLogin[],
  before: readonly Login[],
): readonly ReadLogin[] {
  if (before.length === 0) return logins;
  const old = Map.groupBy(before, loginKey);
  const now = Map.groupBy(logins, loginKey);
  return logins.map((login) => {
    const key = loginKey(login);
    const same = old.get(key) ?? [];
    const alone = same.length === 1 && now.get(key)?.length === 1;
    const found = alone
      ? same[0]
      : same.find((one) => one.intervals[0]?.[0] === login.intervals[0]?.[0]);
    if (found === undefined) return login;
    const said = found.link?.kind === 'nobody' || found.link?.by === 'hand';
    const rejected = [...new Set([...(login.rejected ?? []), ...found.rejected])];
    const refused = personsOf(login.link).some((person) => rejected.includes(person));
    return { ...login, rejected, link: said ? found.link : refused ? null : login.link };
  });
}
