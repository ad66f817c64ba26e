import type { Page } from '@playwright/test';
import { DelegatesPage } from '../../e2e/pages/delegates';
import { wordsOf } from '../../e2e/support/words';
import { largest, median } from '../figures';
import { nominationList } from '../nomination-list';
import { below, type Finding } from '../report';
import type { Measure } from './measure';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LIMIT_MS = 10 * 60_000;
const WORDS = wordsOf('en');
const CORRECTIONS = 5;

/** Enter in a corrected cell → the list stands again: ms, the median of some. */
async function correctOne(page: Page, { previewRows }: DelegatesPage): Promise<number> {
  await previewRows.nth(1).click();
  const detail = page.getByRole('complementary');
  await detail.locator('summary').click();
  const cell = detail.getByRole('textbox', { name: WORDS('nominations:field.institution') });
  const busy = page.locator('[aria-busy="true"]');
  const times: number[] = [];
  for (let time = 0; time < CORRECTIONS; time += 1) {
    await cell.fill(`Corrected institution ${time}`);
    const start = performance.now();
    await cell.press('Enter');
    await busy.waitFor({ state: 'detached' });
    times.push(performance.now() - start);
  }
  await detail.getByRole('button', { name: WORDS('ui:close') }).click();
  return median(times);
}

/** From choosing the file to the list with everybody in it, by the same buttons as a coordinator. */
export const importing: Measure = {
  name: 'import',
  about: '20,000 nominations from a workbook: read, checked, previewed, committed',
  upTo: { scale: 2, because: 'one list takes at most 45,000 rows (MOST_ROWS)' },
  take: async (stage) => {
    const { seed, scale } = stage.options;
    const bytes = Buffer.from(await nominationList(seed, scale));
    const desk = await stage.desk('empty');
    const page = await desk.openLevel(`/m/${desk.loaded.meetings[0] ?? ''}/delegates`);
    page.setDefaultTimeout(LIMIT_MS);
    const delegates = new DelegatesPage(page, WORDS);
    await delegates.importList.click();
    await delegates.drop.waitFor();

    await page.evaluate(() => window.benchProbe.watchFrames());
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    await delegates.choose({ name: 'nominations.xlsx', mimeType: TYPE, buffer: bytes });
    await delegates.check.waitFor();
    const opened = seconds();
    await delegates.check.click();
    await delegates.verdicts.waitFor();
    const previewed = seconds();
    const paused = performance.now();
    const corrected = await correctOne(page, delegates);
    const pause = (performance.now() - paused) / 1000;
    const blocked = await delegates.leaveOut.count();
    if (blocked > 0) await delegates.leaveOut.check();
    const rows = Number((await delegates.take.textContent())?.replace(/\D/g, ''));
    await delegates.take.click();
    await delegates.rows.nth(1).waitFor();
    const total = seconds() - pause;
    const { frames, longFrames } = await page.evaluate(() => {
      window.benchProbe.watching = false;
      return { frames: window.benchProbe.frames, longFrames: window.benchProbe.longFrames };
    });
    await page.close();

    const bench = await desk.openBench();
    const bare = await bench.evaluate(
      (workbook) => window.bench.bareImport(workbook),
      bytes.toString('base64'),
    );
    await bench.close();
    await stage.end('empty');
    const baseline = (bare.parsing + bare.adding) / 1000;
    const first = below(total, 30, 's');
    return [
      {
        what: `import: ${rows} nominations`,
        value: total,
        unit: 's',
        baseline: { value: baseline, what: `parsing and bulkAdd of ${bare.rows} bare rows` },
        bar: { text: `${first.text} and ≤ 5×`, met: first.met && total <= 5 * baseline },
        note: `file read and columns guessed after ${opened.toFixed(1)} s, preview after ${previewed.toFixed(1)} s`,
      },
      {
        what: 'import: one cell corrected in the preview, compared again',
        value: corrected / 1000,
        unit: 's',
        baseline: { value: previewed - opened, what: 'the whole list read and compared' },
      },
      {
        what: 'import: longest time between two frames',
        value: largest(frames),
        unit: 'ms',
        note: `${frames.filter((frame) => frame > 50).length} of ${frames.length} over 50 ms; the browser's own longest ${largest(longFrames).toFixed(0)} ms`,
      },
    ] satisfies Finding[];
  },
};
