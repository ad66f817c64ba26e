/** Lets calls begin only when those before them have ended, well or badly; none after `end`. */
export interface Turns {
  <R>(work: () => Promise<R>): Promise<R>;
}

/** @returns `take` a turn, and `end`: the last turn of all */
export function takeTurns(): { take: Turns; end: Turns } {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const take: Turns = (work) => {
    if (ended) return Promise.reject(new Error('protection was closed'));
    const mine = last.then(work);
    last = mine.catch(() => null);
    return mine;
  };
  const end: Turns = (work) => {
    const mine = take(work);
    ended = true;
    return mine;
  };
  return { take, end };
}
