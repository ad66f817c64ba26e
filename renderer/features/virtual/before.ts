import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Login } from '@shared/domain/virtual/types';
import type { KnownPerson, LoginMatch, LoginName } from '@shared/matching/candidates';
import { useStore } from '../../db/hooks';
import { PeopleBook, seenNames } from './known-people';
import type { ReadyModel } from './use-virtual';

const loginKey = ({ name, email }: LoginName): string => `${name}\n${email ?? ''}`;

/**
 * What was worked out about a file's logins while it was looked at, for when it has been taken over:
 * a match is made of the people, the name and the address, and nothing else.
 */
export class Carried {
  private print = '';
  private matches = new Map<string, LoginMatch>();

  keep(people: readonly KnownPerson[], known: Iterable<readonly [LoginName, LoginMatch]>): void {
    this.drop();
    this.print = wholePrintOf(people);
    for (const [login, match] of known) this.matches.set(loginKey(login), match);
  }

  drop(): void {
    this.print = '';
    this.matches = new Map();
  }

  /** What is known of a login among exactly these people; it is kept no longer then. */
  take(people: readonly KnownPerson[]): (login: LoginName) => LoginMatch | undefined {
    const { matches } = this;
    if (matches.size === 0 || this.print !== wholePrintOf(people)) return () => undefined;
    this.drop();
    return (login) => matches.get(loginKey(login));
  }
}

/** Tells two lists of people apart by everything that a match is made of. */
const wholePrintOf = (people: readonly KnownPerson[]): string =>
  people
    .map(({ seen = [], emails, aliases, ...one }) =>
      [
        ...[one.id, one.family, one.given, one.full, one.native, one.party, one.institution],
        ...[...emails, '', ...aliases, ''],
        ...seen.map(({ name, meeting }) => `${name}\r${meeting}`).sort(),
      ].join('\t'),
    )
    .join('\n');

/** What was known before a report came. */
export interface Before {
  /** Links made at other meetings: under which names people were online. `null`: being read. */
  readonly earlier: readonly Login[] | null;
  readonly carried: Carried;
}

const BeforeContext = createContext<Before | null>(null);
export const BeforeProvider = BeforeContext.Provider;

/** @throws outside a `BeforeProvider` */
export function useBefore(): Before {
  const before = useContext(BeforeContext);
  if (before === null) throw new Error('nothing before: the part is outside its provider');
  return before;
}

/** Read once for a page. */
export function useBeforeOf(meetingId: string): Before {
  const store = useStore();
  const [carried] = useState(() => new Carried());
  const [earlier, setEarlier] = useState<readonly Login[] | null>(null);
  useEffect(() => {
    let gone = false;
    const take = (logins: readonly Login[]) => {
      if (!gone) setEarlier(logins);
    };
    store.list('logins').then(
      (all) => take(all.filter(({ meeting, link }) => meeting !== meetingId && link !== null)),
      // What cannot be read says nothing; reading the meeting's own logins fails visibly.
      () => take([]),
    );
    return () => {
      gone = true;
    };
  }, [store, meetingId]);
  return useMemo(() => ({ earlier, carried }), [earlier, carried]);
}

type Known = Pick<ReadyModel, 'people' | 'nominations' | 'parties' | 'aliases'>;

/** What is known of everybody, and of the names under which they were online: elsewhere, and here. */
export function bookOf(
  { people, nominations, parties, aliases }: Known,
  earlier: readonly Login[],
  logins: readonly Pick<Login, 'name' | 'meeting' | 'link'>[],
): PeopleBook {
  const { roots } = new PeopleBook(people, [], [], []);
  const seen = seenNames([...earlier, ...logins], roots);
  return new PeopleBook(people, nominations, parties, aliases, seen);
}
