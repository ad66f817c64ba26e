import { useEffect, useState } from 'react';

/** The window may be busy for so long before it looks up, ms. */
const SLICE_MS = 12;

/** Goes on while there is time; returns whether something is left. */
export type Work = (hasTime: () => boolean) => boolean;

/**
 * Does a long work in slices, so that whoever types meanwhile does not wait. Returns what stops it.
 */
export function inSlices(work: Work, onEnd: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const until = performance.now() + SLICE_MS;
    if (work(() => performance.now() < until)) timer = setTimeout(slice);
    else onEnd();
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}

/**
 * What `begin` makes, once its work is done; `null` before the first is. While another one is being
 * made, the one before stays. `begin` is to be the same function until another one is wanted.
 */
export function useSliced<Made>(begin: () => { made: Made; work: Work }): Made | null {
  const [done, setDone] = useState<{ readonly made: Made } | null>(null);
  useEffect(() => {
    const { made, work } = begin();
    return inSlices(work, () => setDone({ made }));
  }, [begin]);
  return done?.made ?? null;
}
