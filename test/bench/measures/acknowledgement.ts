import { join } from 'node:path';
import { median, p95 } from '../figures';
import { atMostTimes, below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { bareCommits } from './bare-commits';
import { bothWays, type Measure } from './measure';
import { checkIn } from './typing';

const CHECK_INS = { whole: 120, quick: 12 };
const WARM_UP = 5;
const ROWS = 20_000;

export const acknowledgement: Measure = {
  name: 'acknowledgement',
  about: 'Enter at the desk to acknowledged: on disk in the register and projected',
  take: (stage) =>
    bothWays(stage, async (desk) =>
      checkInsAt(
        await desk('meeting'),
        stage.options.quick ? CHECK_INS.quick : CHECK_INS.whole,
        join(stage.folder, 'bare.sqlite'),
      ),
    ),
};

/** `bareFile`: where the baseline's own database may be. */
async function checkInsAt(desk: BenchDesk, count: number, bareFile: string): Promise<Finding[]> {
  const page = await desk.openLevel(desk.deskRoute);
  const { people } = desk.loaded;
  for (const person of people.slice(0, count + WARM_UP)) await checkIn(page, person);
  const acks = (await page.evaluate(() => window.benchProbe.acks)).slice(WARM_UP);
  await page.close();

  const bench = await desk.openBench();
  const { meetings, sitting } = desk.loaded;
  const commits = await bench.evaluate((request) => window.bench.commits(request), {
    meeting: meetings[0] ?? '',
    scopes: ['reception', `session:${sitting ?? ''}`],
    people: people.slice(-count - WARM_UP).map(({ id }) => id),
  });
  const dexie = await bench.evaluate((request) => window.bench.bareCheckIns(request), {
    times: count,
    rows: ROWS,
  });
  await bench.close();
  const sqlite = bareCommits(bareFile, count);

  const shown = acks.map((ack) => ack.shown);
  const bare = median(dexie) + median(sqlite);
  const what = `bare Dexie transaction (${median(dexie).toFixed(2)}) + SQLite FULL commit (${median(sqlite).toFixed(2)})`;
  return [
    {
      what: 'acknowledgement: bridge, register and projections alone, median',
      value: median(commits),
      unit: 'ms',
      baseline: { value: bare, what },
      bar: atMostTimes(median(commits), bare, 3),
    },
    {
      what: 'acknowledgement: Enter to acknowledged, median',
      value: median(shown),
      unit: 'ms',
      baseline: { value: bare, what: 'the same' },
      bar: atMostTimes(median(shown), bare, 3),
      note: `${acks.length} check-ins of two operations each; drawn after ${median(acks.map((ack) => ack.painted)).toFixed(1)} ms`,
    },
    {
      what: 'acknowledgement: Enter to acknowledged, p95',
      value: p95(shown),
      unit: 'ms',
      baseline: { value: p95(dexie) + p95(sqlite), what: 'the same' },
      bar: below(p95(shown), 60, 'ms'),
    },
  ];
}
