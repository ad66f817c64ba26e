import type { Page } from '@playwright/test';
import { VirtualPage } from '../../e2e/pages/virtual';
import { wordsOf } from '../../e2e/support/words';
import { webinarPeople, webinarReport } from '../../support/logins/webinar';
import { largest } from '../figures';
import { below, type Finding } from '../report';
import type { BenchDesk } from '../stage/desk';
import type { Stage } from '../stage/stage';

const LIMIT_MS = 3 * 60_000;
const WORDS = wordsOf('en');
/** From here on matching has begun and is far from its end. */
const FIRST_PORTION = '[role="progressbar"][aria-valuenow]:not([aria-valuenow="0"])';
const PILES = '[data-piles]';

/** Time between frames of a window, from `watch` on. */
interface Frames {
  readonly frames: readonly number[];
  readonly longFrames: readonly number[];
}

const watch = (page: Page): Promise<void> => page.evaluate(() => window.benchProbe.watchFrames());
const framesOf = (page: Page): Promise<Frames> =>
  page.evaluate(() => {
    const { frames, longFrames } = window.benchProbe;
    window.benchProbe.watching = false;
    return { frames, longFrames };
  });

const longest = (what: string, { frames, longFrames }: Frames): Finding => ({
  ...{ what, value: largest(frames), unit: 'ms' },
  note: `${String(frames.filter((frame) => frame > 50).length)} of ${String(frames.length)} over 50 ms; the browser's own longest ${largest(longFrames).toFixed(0)} ms`,
});

async function openPage(desk: BenchDesk): Promise<{ page: Page; virtual: VirtualPage }> {
  const page = await desk.openLevel(`/m/${desk.loaded.meetings[0] ?? ''}/virtual`);
  page.setDefaultTimeout(LIMIT_MS);
  const virtual = new VirtualPage(page, WORDS);
  await virtual.drop.waitFor();
  return { page, virtual };
}

/** Discard while logins are being compared → the file and its workers are gone: ms. */
async function cancelled(
  desk: BenchDesk,
  choose: (virtual: VirtualPage) => Promise<void>,
): Promise<number> {
  const { page, virtual } = await openPage(desk);
  await choose(virtual);
  // A small file has been compared before anybody could see it.
  await page.locator(FIRST_PORTION).or(page.locator(PILES)).first().waitFor();
  const start = performance.now();
  await virtual.discard.click();
  await virtual.discard.waitFor({ state: 'detached' });
  const taken = performance.now() - start;
  await page.close();
  return taken;
}

/** A webinar's report by the real buttons: looked at, given up, taken over. */
export async function webinar(stage: Stage, rows: number): Promise<Finding[]> {
  const { seed } = stage.options;
  const people = stage.webinarPeople;
  const text = webinarReport(webinarPeople(people, seed), rows, seed);
  const file = { name: 'webinar.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  const choose = (virtual: VirtualPage) => virtual.choose(file);
  const desk = await stage.desk('webinar');
  const given = await cancelled(desk, choose);

  const { page, virtual } = await openPage(desk);
  await watch(page);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  await choose(virtual);
  await virtual.take.waitFor();
  const read = seconds();
  await page.locator(PILES).waitFor();
  const shown = seconds();
  const looking = await framesOf(page);
  const piles = (await page.locator(PILES).textContent()) ?? '';

  await watch(page);
  const taken = performance.now();
  await virtual.take.click();
  await page.locator('[data-login]').first().waitFor();
  const taking = (performance.now() - taken) / 1000;
  const taker = await framesOf(page);
  await page.close();
  await stage.end('webinar');
  const name = `${String(rows)} rows among ${String(people)} people`;
  return [
    {
      ...{ what: `matching: ${name}, the file chosen → its piles shown`, unit: 's' },
      ...{ value: shown, bar: below(shown, 10, 's') },
      note: `in the program itself; review shown after ${read.toFixed(1)} s; ${piles}`,
    },
    longest('matching: longest time between two frames meanwhile', looking),
    {
      ...{ what: 'matching: Discard while comparing → gone', value: given, unit: 'ms' },
      note: 'its workers are ended with it',
    },
    {
      ...{ what: 'matching: Take over → piles to decide on', value: taking, unit: 's' },
      note: 'committed, projected, sorted; what was compared before is not compared again',
    },
    longest('matching: longest time between two frames while taking over', taker),
  ];
}
