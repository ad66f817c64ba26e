/** The same function, but a call begins only when those before it have ended, well or badly. */
export function oneAtATime<A, R>(work: (argument: A) => Promise<R>): (argument: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (argument) => {
    const mine = last.then(() => work(argument));
    last = mine.catch(() => null);
    return mine;
  };
}
