import { useEffect, useRef, useState } from 'react';
import type { Person } from '@shared/domain/person/types';
import { useStore } from '../../../db/hooks';
import { newestFirst } from '../../meetings';
import type { DeskModel } from '../use-desk';

/** For whom somebody came last time: what they most likely come for now. `null` until it is known. */
export function useEarlierParty({ meeting, directory }: DeskModel, person: Person | null) {
  const store = useStore();
  const [found, setFound] = useState<{ person: string; party: string } | null>(null);
  const id = person?.id ?? null;
  const asked = useRef<string | null>(null);
  useEffect(() => {
    asked.current = id;
    if (id === null) return;
    const records = directory.recordsOf(id);
    const look = async () => {
      for (const { id: at } of newestFirst(await store.list('meetings'))) {
        const own = (await store.list('nominations', at)).filter((one) =>
          records.includes(one.person),
        );
        const last = own.sort((a, b) => (a.id < b.id ? 1 : -1))[0];
        if (asked.current !== id) return;
        if (last !== undefined) {
          setFound({ person: id, party: last.party });
          return;
        }
      }
    };
    look().catch(() => undefined);
  }, [store, directory, meeting.id, id]);
  return found !== null && found.person === id ? found.party : null;
}
