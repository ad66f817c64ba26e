import { useCallback, useEffect, useState } from 'react';

const STEP_MS = 250;
const seconds = (ms: number): number => Math.max(Math.ceil(ms / 1000), 0);

interface Waits {
  /** Whole seconds until the next try at a gate; 0 when it need not wait. */
  readonly left: (gate: string) => number;
  readonly start: (gate: string, ms: number) => void;
}

/**
 * Counts down to the next try, for each way of opening by itself: whoever has forgotten the
 * passphrase need not wait with the sheet. Goes by a clock that nobody can set.
 */
export function useWaits(initial: { readonly gate: string; readonly ms: number }): Waits {
  const [now, setNow] = useState(() => performance.now());
  const [until, setUntil] = useState<ReadonlyMap<string, number>>(
    () => new Map([[initial.gate, now + initial.ms]]),
  );
  const last = Math.max(...until.values());
  useEffect(() => {
    if (last <= performance.now()) return undefined;
    const timer = window.setInterval(() => {
      const time = performance.now();
      setNow(time);
      if (time >= last) window.clearInterval(timer);
    }, STEP_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [last]);
  const start = useCallback((gate: string, ms: number) => {
    const time = performance.now();
    setNow(time);
    setUntil((before) => new Map(before).set(gate, time + ms));
  }, []);
  return { left: (gate) => seconds((until.get(gate) ?? 0) - now), start };
}

const ONE = 'one';

/** The same where there is but one gate. `ms`: how long it is already. */
export function useWait(ms: number): { seconds: number; start: (ms: number) => void } {
  const { left, start } = useWaits({ gate: ONE, ms });
  return { seconds: left(ONE), start: (wait) => start(ONE, wait) };
}

/** `1:05`, `0:09`: understood in every language. */
export function countdown(left: number): string {
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/** What is read aloud of a countdown: it changes seldom enough to be listened to. */
export function spokenStep(left: number): number {
  const step = left > 60 ? 60 : 15;
  return Math.ceil(left / step) * step;
}
