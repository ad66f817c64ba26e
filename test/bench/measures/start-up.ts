import { median } from '../figures';
import { below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import type { Measure } from './measure';

const RUNS = { whole: 5, quick: 1 };

/** ms from the navigation to the first frame that shows it, warm. */
async function firstPaint(
  desk: BenchDesk,
  route: string,
  mark: string,
  runs: number,
): Promise<number> {
  const page = await desk.openLevel(route);
  const seen = () =>
    page.waitForFunction((name) => window.benchProbe.marks[name], mark, { timeout: 60_000 });
  await seen();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.reload({ waitUntil: 'commit' });
    times.push((await (await seen()).jsonValue()) ?? 0);
  }
  await page.close();
  return median(times);
}

export const startUp: Measure = {
  name: 'start-up',
  about: 'navigation to the first useful paint, warm, at a tenth of the events and at all of them',
  take: async (stage) => {
    const findings: Finding[] = [];
    const small = await stage.desk('tenth');
    const large = await stage.desk('meeting');
    const runs = stage.options.quick ? RUNS.quick : RUNS.whole;
    const pages = [
      { what: 'start-up: the list of meetings', mark: 'meetings', route: () => '/meetings' },
      { what: 'start-up: the desk can be typed into', mark: 'box', route: deskOf },
      { what: 'start-up: the desk with everybody', mark: 'desk', route: deskOf },
    ];
    for (const { what, mark, route } of pages) {
      const before = await firstPaint(small, route(small), mark, runs);
      const now = await firstPaint(large, route(large), mark, runs);
      const baseline = { value: before, what: `with ${small.loaded.events} events` };
      const first = below(now, 1500, 'ms');
      const met = first.met && now <= 1.3 * before;
      const bar = { text: `${first.text} and ≤ 1.3×`, met };
      findings.push({ what, value: now, unit: 'ms', baseline, bar });
    }
    await stage.end('tenth');
    return findings;
  },
};

const deskOf = (desk: BenchDesk): string => desk.deskRoute;
