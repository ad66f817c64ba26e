import { median } from '../figures';
import { atMostTimes, below, type Finding } from '../report';
import type { Measure } from './measure';

const PEOPLE = 20_000;
/** Twice the people may take this many times as long: linear, but for memory and noise. */
const LINEAR = 2.5;

/** The search for people who are recorded twice, and how its cost grows with their number. */
export const duplicates: Measure = {
  name: 'duplicates',
  about: 'records of one person found among 20,000, and among half as many beside it',
  take: async (stage) => {
    const { seed, scale } = stage.options;
    const whole = Math.max(2, Math.round(PEOPLE * scale));
    const half = Math.round(whole / 2);
    const desk = await stage.desk('empty');
    const bench = await desk.openBench();
    const times = await bench.evaluate((request) => window.bench.duplicates(request), {
      ...{ sizes: [half, whole], seed },
    });
    await bench.close();
    const [small, large] = times;
    if (small === undefined || large === undefined) throw new Error('duplicates: not measured');
    const seconds = median(large.ms) / 1000;
    const before = median(small.ms) / 1000;
    return [
      {
        what: `duplicates: among ${whole} people`,
        value: seconds,
        unit: 's',
        bar: below(seconds, 2, 's'),
        note: `${large.pairs} pairs found, ${large.compared} compared`,
      },
      {
        what: `duplicates: ${whole} people beside ${half}`,
        value: seconds,
        unit: 's',
        baseline: { value: before, what: `the same among ${half}, in turns` },
        bar: atMostTimes(seconds, before, LINEAR),
        note: `among ${half}: ${small.pairs} pairs found, ${small.compared} compared`,
      },
    ] satisfies Finding[];
  },
};
