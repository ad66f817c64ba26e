import { useEffect, useRef, useState } from 'react';

/** A value that changes often, as it was at the last full interval. `ms`: its length. */
export function useAtMostEvery<T>(value: T, ms: number): T {
  const [held, hold] = useState(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    const timer = setInterval(() => hold(() => latest.current), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return held;
}
