import { useEffect, useState } from 'react';
import type { Loadable } from '../../db/collections';

/** What `load` gives, read again whenever it is another function; the last value stays meanwhile. */
export function useLoaded<T>(load: () => Promise<T>): Loadable<T> {
  const [loaded, setLoaded] = useState<Loadable<T>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    load().then(
      (value) => {
        if (current) setLoaded({ state: 'ready', value });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (current) setLoaded({ state: 'failed', message });
      },
    );
    return () => {
      current = false;
    };
  }, [load]);
  return loaded;
}
