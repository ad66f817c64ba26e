import { useEffect, useMemo, useRef, useState } from 'react';
import type { Alias, Login } from '@shared/domain/virtual/types';
import { aliasKey, type KnownPerson, type LoginMatch } from '@shared/matching/candidates';
import { useStore } from '../../../db/hooks';
import type { JobProgress } from '../../../workers/jobs';
import { runJob } from '../../../workers/run-job';
import { PeopleBook, seenNames } from '../known-people';
import type { ReadyModel } from '../use-virtual';

export type Suggestions =
  | { readonly state: 'working'; readonly progress: JobProgress | null; readonly stop: () => void }
  | { readonly state: 'stopped'; readonly again: () => void }
  | { readonly state: 'failed'; readonly message: string; readonly again: () => void }
  | { readonly state: 'ready'; readonly matches: ReadonlyMap<string, LoginMatch> };

/** The list of people changes with every arrival at the desk: changes are gathered for so long. */
const GATHER_MS = 400;

/** Links made at other meetings, read once: they say under which names people were online before. */
function useEarlierLogins(meetingId: string): readonly Login[] | null {
  const store = useStore();
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
  return earlier;
}

/** What is known of everybody, and of the names under which they were online before: elsewhere, and here. */
export function usePeopleBook(model: ReadyModel, logins: readonly Login[]): PeopleBook | null {
  const { people, nominations, parties, aliases, meeting } = model;
  const earlier = useEarlierLogins(meeting.id);
  return useMemo(() => {
    if (earlier === null) return null;
    const { roots } = new PeopleBook(people, [], [], []);
    const seen = seenNames([...earlier, ...logins], roots);
    return new PeopleBook(people, nominations, parties, aliases, seen);
  }, [people, nominations, parties, aliases, earlier, logins]);
}

/** Worked out so far, and from what. */
interface Done {
  readonly matches: Map<string, LoginMatch>;
  people: string;
  aliases: ReadonlySet<string>;
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
        const wanted = wantedOf(done.current, logins, print, names);
        if (wanted.length === 0) {
          setShown({ state: 'ready', matches: new Map(done.current.matches) });
          return;
        }
        const working = (progress: JobProgress | null) => {
          if (isFirst) setShown({ state: 'working', progress, stop: () => stop.abort() });
        };
        working(null);
        const input = {
          people,
          parties,
          logins: wanted.map(({ id, name, email }) => ({ id, name, email })),
        };
        runJob('matchLogins', input, stop.signal, working).then(
          (matches) => {
            for (const [id, match] of matches) done.current.matches.set(id, match);
            done.current.people = print;
            done.current.aliases = names;
            setShown({ state: 'ready', matches: new Map(done.current.matches) });
          },
          (error: unknown) => {
            if (stop.signal.aborted) {
              if (isFirst) setShown({ state: 'stopped', again });
              return;
            }
            const message = error instanceof Error ? error.message : String(error);
            setShown({ state: 'failed', message, again });
          },
        );
      },
      isFirst ? 0 : GATHER_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [book, compared, parties, logins, aliases, round]);
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
  return open.filter(({ id, name }) => !done.matches.has(id) || changed.has(aliasKey(name)));
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
