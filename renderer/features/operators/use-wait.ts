import { useState } from 'react';
import { useNow } from '@renderer/ui/use-now';

/** Seconds until another try is allowed, counting down; 0: now. `ms`: how long it is already. */
export function useWait(ms: number): { seconds: number; start: (ms: number) => void } {
  const [until, setUntil] = useState(() => inMs(ms));
  const now = Date.parse(useNow(1000));
  return {
    seconds: Math.max(0, Math.ceil((until - now) / 1000)),
    start: (wait) => setUntil(inMs(wait)),
  };
}

function inMs(ms: number): number {
  return ms > 0 ? Date.now() + ms : 0;
}
