import { useEffect, useMemo, useState } from 'react';
import type { ComparedPerson, DuplicatePair } from '@shared/matching/duplicates';
import { LOADING, type Loadable } from '../../db/collections';
import { runJob } from '../../workers/run-job';
import type { PeopleModel } from './use-people';

/** Records that may be one human being, searched for in a worker whenever people change. */
export function useDuplicates(model: PeopleModel): Loadable<readonly DuplicatePair[]> {
  const [found, setFound] = useState<Loadable<readonly DuplicatePair[]>>(LOADING);
  const people = useMemo(() => comparedPeople(model), [model]);
  useEffect(() => {
    const stop = new AbortController();
    runJob('findDuplicates', { people }, stop.signal).then(
      (value) => {
        if (!stop.signal.aborted) setFound({ state: 'ready', value });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        setFound({ state: 'failed', message });
      },
    );
    return () => stop.abort();
  }, [people]);
  return useMemo(
    () =>
      found.state === 'ready'
        ? { state: 'ready', value: found.value.filter((pair) => !isApart(model, pair)) }
        : found,
    [found, model],
  );
}

/** Somebody looked at them before, and said that they are two. */
function isApart({ apart }: PeopleModel, { one, other }: DuplicatePair): boolean {
  return apart.has(one, other);
}

/** Whoever can be compared: nobody who was forgotten, and of merged records the root. */
function comparedPeople({ entries }: PeopleModel): ComparedPerson[] {
  return entries
    .filter(({ person }) => !person.forgotten)
    .map(({ person, parties, meetings, records }) => ({
      id: person.id,
      family: person.family,
      given: person.given,
      full: person.full,
      native: person.native,
      institution: person.institution,
      emails: [...new Set(records.flatMap(({ emails }) => emails))],
      parties: parties.map(({ id }) => id),
      meetings: meetings.map(({ id }) => id),
    }));
}
