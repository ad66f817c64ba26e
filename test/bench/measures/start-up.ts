import { median } from '../figures';
import { below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import { bothWays, type Measure } from './measure';
import { LIMIT_MS } from './typing';

const RUNS = { whole: 5, quick: 1 };

/** ms from the navigation to the first frame that shows each mark, warm, medians by mark. */
async function firstPaints(
  desk: BenchDesk,
  route: string,
  marks: readonly string[],
  runs: number,
): Promise<Record<string, number>> {
  const page = await desk.openLevel(route);
  const seen = async () => {
    const all = await page.waitForFunction(
      (names) => {
        const { marks: seenSoFar } = window.benchProbe;
        return names.every((name) => name in seenSoFar) ? seenSoFar : null;
      },
      marks,
      { timeout: LIMIT_MS },
    );
    return (await all.jsonValue()) ?? {};
  };
  await seen();
  const times: Record<string, number>[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.reload({ waitUntil: 'commit' });
    times.push(await seen());
  }
  await page.close();
  return Object.fromEntries(
    marks.map((mark) => [mark, median(times.map((marked) => marked[mark] ?? 0))]),
  );
}

export const startUp: Measure = {
  name: 'start-up',
  about: 'navigation to the first useful paint, warm, at a tenth of the events and at all of them',
  take: async (stage) => {
    const runs = stage.options.quick ? RUNS.quick : RUNS.whole;
    const findings = await bothWays(stage, async (desk) =>
      pagesAt(await desk('tenth'), await desk('meeting'), runs),
    );
    await stage.end('tenth');
    return findings;
  },
};

/** Pages, and what on them is looked for: all marks of a page come from the same navigations. */
const PAGES: readonly {
  readonly route: (desk: BenchDesk) => string;
  /** What the probe calls it, and what the report does. */
  readonly marks: Readonly<Record<string, string>>;
}[] = [
  {
    route: () => '/meetings',
    marks: { meetings: 'start-up: the list of meetings' },
  },
  {
    route: (desk: BenchDesk) => desk.deskRoute,
    marks: {
      box: 'start-up: the desk can be typed into',
      desk: 'start-up: the desk with its figures',
      answers: 'start-up: the desk finds everybody',
    },
  },
];

async function pagesAt(small: BenchDesk, large: BenchDesk, runs: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { route, marks } of PAGES) {
    const names = Object.keys(marks);
    const few = await firstPaints(small, route(small), names, runs);
    const all = await firstPaints(large, route(large), names, runs);
    for (const [mark, what] of Object.entries(marks)) {
      const [before, now] = [few[mark] ?? 0, all[mark] ?? 0];
      const baseline = { value: before, what: `with ${small.loaded.events} events` };
      const first = below(now, 1500, 'ms');
      const bar = { text: `${first.text} and ≤ 1.3×`, met: first.met && now <= 1.3 * before };
      findings.push({ what, value: now, unit: 'ms', baseline, bar });
    }
  }
  return findings;
}
