import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { OnlineResult } from '@shared/statistics/virtual/online-result';
import { LOADING, type Loadable } from '../../../db/collections';
import { useStore } from '../../../db/hooks';
import { KeptWorker } from '../../../workers/kept-worker';
import { LiveResult } from './live-result';

interface Asked {
  /** `null`: nothing is worked out. */
  readonly meeting: string | null;
  /** Follow what happens at the desks as well, not the reports alone. */
  readonly attendance: boolean;
}

/** Who was online at a meeting, live, worked out beside the page; `retry` after it failed. */
export function useOnlineResult({ meeting, attendance }: Asked): {
  readonly result: Loadable<OnlineResult | null>;
  readonly retry: () => void;
} {
  const store = useStore();
  const live = useMemo(
    () =>
      meeting === null
        ? null
        : new LiveResult({
            database: store.db.ref,
            meeting,
            attendance,
            open: () => new KeptWorker(),
            follow: (follower) => store.follow(follower),
          }),
    [store, meeting, attendance],
  );
  useEffect(() => live?.start(), [live]);
  const result = useSyncExternalStore(live?.subscribe ?? never, live?.snapshot ?? loading);
  return { result, retry: live?.retry ?? nothing };
}

const nothing = () => undefined;
const never = () => nothing;
const loading = () => LOADING;
