import { useEffect, useState } from 'react';

/** The time (ISO, UTC), told anew every so many milliseconds, on the beat of the wall clock. */
export function useNow(everyMs: number): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    let timer = 0;
    const beat = () => {
      timer = window.setTimeout(
        () => {
          setNow(new Date().toISOString());
          beat();
        },
        everyMs - (Date.now() % everyMs),
      );
    };
    beat();
    return () => {
      window.clearTimeout(timer);
    };
  }, [everyMs]);
  return now;
}
