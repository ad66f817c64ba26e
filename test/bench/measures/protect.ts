import type { Page } from '@playwright/test';
import { ProtectionPages } from '../../e2e/pages/protection';
import { wordsOf } from '../../e2e/support/words';
import { median } from '../figures';
import { OtherDesk } from '../other-desk';
import type { Finding } from '../report';
import { PASSPHRASE, type BenchDesk } from '../stage/desk';
import type { Measure } from './measure';
import { LIMIT_MS } from './typing';

const RUNS = { whole: 3, quick: 1 };
const ONLY = { protection: 'only' } as const;

/** Switching protection on, and opening the desk with the passphrase. */
export const protect: Measure = {
  name: 'protect',
  about: 'protection switched on with L; from the passphrase to the first screen',
  take: async (stage) => {
    const desk = await stage.desk('meeting', 'protected');
    const runs = stage.options.quick ? RUNS.quick : RUNS.whole;
    const seconds = desk.switchedIn ?? 0;
    const { operations } = desk.loaded;
    const switched: Finding[] = [
      { ...ONLY, what: 'protect: switched on', value: seconds, unit: 's' },
      { ...ONLY, what: 'protect: a second', value: operations / seconds, unit: 'op/s' },
    ];
    return [...switched, ...(await afterStart(desk, runs)), ...(await afterLock(desk, runs))];
  },
};

async function afterStart(desk: BenchDesk, runs: number): Promise<Finding[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await desk.restartHost();
    const page = await desk.open('/meetings');
    taken.push(await unlocked(page, 'meetings'));
    await page.close();
  }
  const what = 'unlock: passphrase after a start → the list of meetings';
  return [{ ...ONLY, what, value: median(taken), unit: 'ms' }];
}

async function afterLock(desk: BenchDesk, runs: number): Promise<Finding[]> {
  const other = await OtherDesk.connect(desk);
  const page = await desk.openLevel(desk.deskRoute);
  const box: number[] = [];
  const answers: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.waitForFunction(() => 'answers' in window.benchProbe.marks, null, LIMIT);
    await other.call('protection.lock', {});
    box.push(await unlocked(page, 'box'));
    const start = await page.evaluate(() => window.benchProbe.marks['box'] ?? 0);
    answers.push((box.at(-1) ?? 0) + (await seen(page, 'answers')) - start);
  }
  await page.close();
  const what = 'unlock: passphrase at a locked screen → the desk';
  return [
    { ...ONLY, what: `${what} can be typed into`, value: median(box), unit: 'ms' },
    { ...ONLY, what: `${what} finds everybody`, value: median(answers), unit: 'ms' },
  ];
}

const LIMIT = { timeout: LIMIT_MS };

/** Types the passphrase and presses Enter; ms from there to the first frame that shows the mark. */
async function unlocked(page: Page, mark: string): Promise<number> {
  const { passphrase } = new ProtectionPages(page, wordsOf('en'));
  await passphrase.fill(PASSPHRASE, LIMIT);
  const start = await page.evaluate(() => window.benchProbe.markAgain());
  await passphrase.press('Enter');
  return (await seen(page, mark)) - start;
}

/** When a mark was first drawn. */
async function seen(page: Page, mark: string): Promise<number> {
  const found = await page.waitForFunction((name) => window.benchProbe.marks[name], mark, LIMIT);
  return (await found.jsonValue()) ?? 0;
}
