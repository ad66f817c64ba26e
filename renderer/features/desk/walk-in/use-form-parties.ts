import { useMemo } from 'react';
import type { Party } from '@shared/domain/party/types';
import { knownParties, useKnownParties, type KnownParties } from '@renderer/features/nominations';
import { useRecords } from '../../../db/hooks';

const NONE: readonly Party[] = [];

/** The delegations that can be chosen: at once those on file, a moment later every country. */
export function useFormParties(): KnownParties {
  const parties = useRecords('parties');
  const own = parties.state === 'ready' ? parties.value : NONE;
  const all = useKnownParties(own);
  return useMemo(() => (all.state === 'ready' ? all.value : knownParties(own, [])), [all, own]);
}
