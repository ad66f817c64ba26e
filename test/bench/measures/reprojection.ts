import { below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { bothWays, type Measure } from './measure';
import { checkIn, LIMIT_MS, searchBox } from './typing';

/** The window's database is empty, the register is full: until the desk serves, and until all is there. */
export const reprojection: Measure = {
  name: 'reprojection',
  about: 'Dexie lost with L: projected again from the register',
  take: (stage) => bothWays(stage, async (desk) => projectedAt(await desk('meeting'))),
};

async function projectedAt(desk: BenchDesk): Promise<Finding[]> {
  const { loaded } = desk;
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const page = await desk.open(desk.deskRoute);
  const shown = searchBox(page).waitFor({ timeout: LIMIT_MS }).then(seconds);
  const level = desk.level(page).then(seconds);
  const someone = loaded.people.at(-1);
  if (someone === undefined) throw new Error('the load has nobody');
  await checkIn(page, someone);
  const usable = seconds();
  const total = await level;
  const box = await shown;
  await page.close();
  const bench = await desk.openBench();
  const bare = await bench.evaluate(() => window.bench.bareAdd());
  await bench.close();
  const adding = bare.adding / 1000;
  return [
    {
      what: 're-projection: all projected',
      value: total,
      unit: 's',
      baseline: { value: adding, what: `bulkAdd of the same ${bare.rows} rows` },
      bar: below(total, 120, 's'),
    },
    { what: 're-projection: the desk is on the screen', value: box, unit: 's' },
    {
      what: 're-projection: first check-in acknowledged at the desk',
      value: usable,
      unit: 's',
      bar: below(usable, 5, 's'),
    },
  ];
}
