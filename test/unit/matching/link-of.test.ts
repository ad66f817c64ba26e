import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoginMatcher, type AutomaticLink, type LoginMatch } from '@shared/matching/candidates';
import { codeOf, inventedSet } from '../../support/logins/agreement';

const SEEDS = [20261122, 7, 4711];
const PEOPLE = 600;

const linkIn = (match: LoginMatch): AutomaticLink | null => (match.linked === null ? null : match);

describe.each(SEEDS)('the automatic link alone, seed %i', (seed) => {
  const { people, logins, strangers } = inventedSet(PEOPLE, seed);
  const known = people.map((one) => one.known);
  const matcher = new LoginMatcher(known, codeOf);
  const all = [...logins, ...strangers];

  it('is that of the whole matching, for everybody and every stranger', () => {
    const links = all.map((login) => matcher.linkOf(login));
    expect(links).toEqual(all.map((login) => linkIn(matcher.match(login))));
    expect(links.filter((link) => link?.by === 'email').length).toBeGreaterThan(10);
    expect(links.filter((link) => link?.by === 'alias').length).toBeGreaterThan(10);
  });

  it('is that of the whole matching for any name beside any address', () => {
    const names = fc.constantFrom(
      ...all.map(({ name }) => name),
      ...known.flatMap((p) => p.aliases),
    );
    const emails = fc.constantFrom(null, '', ...known.flatMap((p) => p.emails));
    fc.assert(
      fc.property(names, fc.option(emails), (name, email) => {
        const login = { name, email };
        expect(matcher.linkOf(login)).toEqual(linkIn(matcher.match(login)));
      }),
      { seed },
    );
  });
});

describe('a confirmed name', () => {
  const person = (id: string, family: string, given: string, aliases: readonly string[] = []) => ({
    ...{ id, family, given, aliases, full: '', native: '', emails: [] },
    ...{ party: null, institution: '' },
  });

  it('that somebody else writes in another script links neither', () => {
    const people = [person('a', 'Tindak', 'Omar', ['Omar Tindak']), person('b', 'تنداك', 'عمر')];
    const matcher = new LoginMatcher(people, codeOf);
    const login = { name: 'Omar Tindak', email: null };
    expect(matcher.linkOf(login)).toBeNull();
    expect(matcher.match(login)).toMatchObject({ linked: null });
    expect(new LoginMatcher(people.slice(0, 1), codeOf).linkOf(login)).toEqual({
      ...{ linked: 'a', by: 'alias' },
    });
  });
});
