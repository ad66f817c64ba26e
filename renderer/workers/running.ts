/** Ends one worker, with whatever it was doing. */
type End = () => void;

const running = new Set<End>();

/** Notes a worker that is at work; returns how it is taken off again. */
export function noteRunning(end: End): () => void {
  running.add(end);
  return () => void running.delete(end);
}

/** Ends every worker of this window: none keeps data in memory when the desk is locked. */
export function endWorkers(): void {
  for (const end of [...running]) end();
}
