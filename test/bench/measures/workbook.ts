import { median } from '../figures';
import { atMostTimes, type Finding } from '../report';
import type { Measure } from './measure';

const ROWS = 20_000;
const RUNS = 5;

export const workbook: Measure = {
  name: 'workbook',
  about: 'a workbook of 20,000 rows and 20 columns',
  take: async (stage) => {
    const desk = await stage.desk('empty');
    const bench = await desk.openBench();
    const rows = Math.round(ROWS * stage.options.scale);
    const times = await bench.evaluate(([count, runs]) => window.bench.workbook(count, runs), [
      rows,
      RUNS,
    ] as const);
    await bench.close();
    const ours = median(times.ours);
    const bare = median(times.bare);
    return [
      {
        what: `workbook: ${rows} rows written`,
        value: ours,
        unit: 'ms',
        baseline: { value: bare, what: 'the bare library, the same cells' },
        bar: atMostTimes(ours, bare, 1.5),
        note: `${(times.bytes.ours / 1000).toFixed(0)} kB; bare ${(times.bytes.bare / 1000).toFixed(0)} kB`,
      },
    ] satisfies Finding[];
  },
};
