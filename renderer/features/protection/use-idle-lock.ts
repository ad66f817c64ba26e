import { useEffect } from 'react';
import { useSettings } from '@renderer/features/settings';
import { watchIdle } from './idle-watch';
import { lockDesk } from './lock-desk';
import { useProtectionStatus } from './protection-status';

const MINUTE_MS = 60_000;

/** Locks the desk when nobody has touched any of its windows for as long as was set up. */
export function useIdleLock(): void {
  const { lockAfterMinutes } = useSettings().settings;
  const status = useProtectionStatus();
  const open = status.state === 'ready' && status.value.state === 'open';
  useEffect(() => {
    if (!open || lockAfterMinutes === 0) return undefined;
    return watchIdle(lockAfterMinutes * MINUTE_MS, lockDesk);
  }, [open, lockAfterMinutes]);
}
