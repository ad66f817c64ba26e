import type { StatisticsRequest, StatisticsTimes } from './api';

/** In a worker, as the program counts a year. */
export function statisticsInWorker(request: StatisticsRequest): Promise<StatisticsTimes> {
  const worker = new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<StatisticsTimes>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', (event: MessageEvent<StatisticsTimes | Error>) => {
      if (event.data instanceof Error) reject(event.data);
      else resolve(event.data);
    });
    worker.postMessage(request);
  }).finally(() => {
    worker.terminate();
  });
}
