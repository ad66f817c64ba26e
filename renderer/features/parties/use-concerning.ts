import { useMemo } from 'react';
import type { Loadable } from '../../db/collections';
import { together, useRecords } from '../../db/hooks';
import { concerning, type Concerning } from './concerning';

/** The recommendations that concern a party. */
export function useConcerning(party: string): Loadable<readonly Concerning[]> {
  const recommendations = useRecords('recommendations');
  const meetings = useRecords('meetings');
  const implementations = useRecords('implementations');
  return useMemo(() => {
    const all = together({ recommendations, meetings, implementations });
    return all.state === 'ready' ? { state: 'ready', value: concerning(party, all.value) } : all;
  }, [party, recommendations, meetings, implementations]);
}
