import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Selection } from '@shared/statistics/behind';
import type { Scope } from '@shared/statistics/scope';
import type { Loadable } from '../../db/collections';
import { useRecords, useStore } from '../../db/hooks';
import { KeptWorker } from '../../workers/kept-worker';
import type { StatisticsModel } from './model';
import { YearFigures } from './year-figures';

export interface YearStatistics {
  readonly model: Loadable<StatisticsModel | null>;
  /** The figures shown are still those of the scope before. */
  readonly counting: boolean;
  readonly retry: () => void;
}

/** Figures of a year or of meetings in it, counted in a worker, live. */
export function useYearStatistics(
  programme: Programme,
  year: number,
  scope: Scope,
  meetings: readonly Meeting[],
): YearStatistics {
  const store = useStore();
  const figures = useMemo(
    () =>
      new YearFigures({
        database: store.db.ref,
        programme: programme.id,
        year,
        open: () => new KeptWorker(),
        follow: (follower) => store.follow(follower),
      }),
    [store, programme.id, year],
  );
  useEffect(() => figures.start(), [figures]);
  useEffect(() => figures.count(scope), [figures, scope]);
  const counted = useSyncExternalStore(figures.subscribe, figures.snapshot);
  const parties = useRecords('parties');
  const retry = useCallback(() => figures.retry(), [figures]);
  const model = useMemo((): YearStatistics['model'] => {
    if (counted.state !== 'ready') return counted;
    if (parties.state !== 'ready') return parties;
    if (counted.value === null) return { state: 'ready', value: null };
    return {
      state: 'ready',
      value: {
        statistics: counted.value,
        programme,
        parties: new Map(parties.value.map((party) => [party.id, party])),
        meetings: new Map(meetings.map((meeting) => [meeting.id, meeting])),
        sessions: [],
        behind: (selection: Selection) => figures.behind(selection),
      },
    };
  }, [counted, parties, programme, meetings, figures]);
  const shown = counted.state === 'ready' ? counted.value?.scope : undefined;
  return { model, counting: shown !== undefined && !isSame(shown, scope), retry };
}

const isSame = (one: Scope, other: Scope) => JSON.stringify(one) === JSON.stringify(other);
