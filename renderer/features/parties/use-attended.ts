import { useEffect, useState } from 'react';
import type { PartyAt } from '@shared/codecs/parties/attended';
import { LOADING, type Loadable } from '../../db/collections';
import { useStore } from '../../db/hooks';
import { readAttended } from './read-attended';

type Attended = ReadonlyMap<string, readonly PartyAt[]>;

/** Rows come one by one at a busy desk: the meetings are read again at most this often. */
const AGAIN_MS = 2000;

/** The meetings of each party, read again a moment after something changed; they stay meanwhile. */
export function useAttended(): Loadable<Attended> {
  const store = useStore();
  const [attended, setAttended] = useState<Loadable<Attended>>(LOADING);
  useEffect(() => {
    let gone = false;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      waiting = null;
      readAttended(store).then(
        (value) => {
          if (!gone) setAttended({ state: 'ready', value });
        },
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          if (!gone) setAttended({ state: 'failed', message });
        },
      );
    };
    read();
    const stop = store.follow(() => {
      waiting ??= setTimeout(read, AGAIN_MS);
    });
    return () => {
      gone = true;
      stop();
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [store]);
  return attended;
}
