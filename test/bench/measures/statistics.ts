import { median } from '../figures';
import { below, type Finding } from '../report';
import type { Measure } from './measure';

const YEAR = 2026;

export const statistics: Measure = {
  name: 'statistics',
  about: 'all figures of a year of 50 meetings',
  take: async (stage) => {
    const desk = await stage.desk('year');
    const level = await desk.openLevel('/settings');
    await level.close();
    const bench = await desk.openBench();
    const times = await bench.evaluate((request) => window.bench.statistics(request), {
      programme: desk.loaded.programme,
      year: YEAR,
    });
    await bench.close();
    await stage.end('year');
    const { disk, attended } = times;
    const memory = median(times.memory);
    const afterOne = median(times.afterOne);
    const equal = times.equal && attended.ours === attended.loop;
    return [
      {
        what: 'statistics: a year from memory, in a worker',
        value: memory,
        unit: 'ms',
        baseline: { value: median(times.loop), what: 'one plain loop over the same objects' },
        bar: below(memory, 400, 'ms'),
        note: 'the loop counts persons and parties once; the figures also know presence by session, every breakdown and the matrix',
      },
      {
        what: 'statistics: a year from disk',
        value: disk / 1000,
        unit: 's',
        bar: below(disk / 1000, 5, 's'),
      },
      {
        what: 'statistics: after one more check-in',
        value: afterOne,
        unit: 'ms',
        bar: below(afterOne, 5, 'ms'),
      },
      {
        what: 'statistics: equal to a recount',
        value: equal ? 100 : 0,
        unit: '%',
        bar: { text: '= a recount', met: equal },
        note: `participations ${attended.ours}, by the plain loop ${attended.loop}`,
      },
    ] satisfies Finding[];
  },
};
