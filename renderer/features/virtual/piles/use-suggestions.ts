import { useEffect, useMemo, useRef, useState } from 'react';
import type { Alias, Login } from '@shared/domain/virtual/types';
import { aliasKey, type KnownPerson, type LoginMatch } from '@shared/matching/candidates';
import type { JobProgress } from '../../../workers/jobs';
import { bookOf, useBefore } from '../before';
import type { PeopleBook } from '../known-people';
import { matchInWorkers } from '../match-in-workers';
import type { ReadyModel } from '../use-virtual';
import { keyOf } from './name-order';

export type Suggestions =
  | { readonly state: 'working'; readonly progress: JobProgress | null; readonly stop: () => void }
  | { readonly state: 'stopped'; readonly again: () => void }
  | { readonly state: 'failed'; readonly message: string; readonly again: () => void }
  | { readonly state: 'ready'; readonly matches: ReadonlyMap<string, LoginMatch> };

/** The list of people changes with every arrival at the desk: changes are gathered for so long. */
const GATHER_MS = 400;

/** From so many new logins on the piles wait for them; fewer come into them by and by. */
const MANY_NEW = 2_000;

/** What is known of everybody, and of the names under which they were online before: elsewhere, and here. */
export function usePeopleBook(model: ReadyModel, logins: readonly Login[]): PeopleBook | null {
  const { people, nominations, parties, aliases } = model;
  const { earlier } = useBefore();
  return useMemo(
    () =>
      earlier === null ? null : bookOf({ people, nominations, parties, aliases }, earlier, logins),
    [people, nominations, parties, aliases, earlier, logins],
  );
}

/** Worked out so far, and from what. */
interface Done {
  readonly matches: ReadonlyMap<string, LoginMatch>;
  readonly people: string;
  readonly aliases: ReadonlySet<string>;
}

/**
 * Suggestions for the logins that nobody has decided on yet, worked out in a worker. A decision costs
 * nothing: only logins that are new, and those that show a name which was remembered or revoked, are
 * looked at again; all of them when the people have changed.
 */
export function useSuggestions(
  { parties }: ReadyModel,
  logins: readonly Login[],
  aliases: readonly Alias[],
  book: PeopleBook | null,
): Suggestions {
  const { carried } = useBefore();
  const [shown, setShown] = useState<Suggestions | null>(null);
  const [round, setRound] = useState(0);
  const done = useRef<Done>({ matches: new Map(), people: '', aliases: new Set() });
  const compared = useMemo(() => {
    const people = book?.nominated() ?? [];
    return { people, print: `people ${printOf(people)}` };
  }, [book]);
  useEffect(() => {
    if (book === null) return undefined;
    const stop = new AbortController();
    const again = () => setRound((before) => before + 1);
    const isFirst = done.current.people === '';
    const timer = setTimeout(
      () => {
        const { people, print } = compared;
        const names = new Set(
          aliases
            .filter(({ revoked }) => !revoked)
            .map((one) => `${one.person} ${aliasKey(one.name)}`),
        );
        const known = carried.take(people);
        const found = new Map<string, LoginMatch>();
        const wanted = wantedOf(done.current, logins, print, names).filter((login) => {
          const match = known(login);
          if (match !== undefined) found.set(login.id, match);
          return match === undefined;
        });
        const settle = (matches: ReadonlyMap<string, LoginMatch>) => {
          done.current = {
            ...{ people: print, aliases: names },
            matches: new Map([...done.current.matches, ...found, ...matches]),
          };
          setShown({ state: 'ready', matches: done.current.matches });
        };
        if (wanted.length === 0) {
          if (found.size > 0) settle(found);
          else setShown({ state: 'ready', matches: done.current.matches });
          return;
        }
        const { matches: before } = done.current;
        const isLong = isFirst || wanted.filter(({ id }) => !before.has(id)).length > MANY_NEW;
        const working = (progress: JobProgress | null) => {
          if (isLong) setShown({ state: 'working', progress, stop: () => stop.abort() });
        };
        working(null);
        const asked = {
          compared: { people, parties },
          logins: wanted.map(({ id, name, email }) => ({ id, name, email })),
        };
        matchInWorkers(asked, stop.signal, working).then(settle, (error: unknown) => {
          if (stop.signal.aborted) {
            if (isLong) setShown({ state: 'stopped', again });
            return;
          }
          const message = error instanceof Error ? error.message : String(error);
          setShown({ state: 'failed', message, again });
        });
      },
      isFirst ? 0 : GATHER_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [book, compared, parties, logins, aliases, carried, round]);
  return shown ?? { state: 'working', progress: null, stop: () => undefined };
}

function wantedOf(
  done: Done,
  logins: readonly Login[],
  people: string,
  names: ReadonlySet<string>,
): readonly Login[] {
  const open = logins.filter(({ link }) => link === null);
  if (people !== done.people) return open;
  const isChanged = (one: string) => names.has(one) !== done.aliases.has(one);
  const changed = new Set(
    [...names, ...done.aliases].filter(isChanged).map((one) => one.slice(one.indexOf(' ') + 1)),
  );
  return open.filter(
    (login) => !done.matches.has(login.id) || (changed.size > 0 && changed.has(keyOf(login))),
  );
}

/** Tells two lists of people apart by what is compared, but for the names that are remembered. */
function printOf(people: readonly KnownPerson[]): string {
  return people
    .map((one) =>
      [one.id, one.family, one.given, one.full, one.native, one.party, one.emails.join()].join(
        '\t',
      ),
    )
    .join('\n');
}
