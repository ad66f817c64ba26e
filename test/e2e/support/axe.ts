import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What axe finds wrong on the page as it stands, one line for each element. Every rule of axe is
 * asked, best practices included.
 */
export async function violations(page: Page, where: string): Promise<string[]> {
  // A tooltip would stand outside every landmark: nothing is pointed at.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  const first = await look(page);
  // A message that came up meanwhile was seen half faded: what is wrong is so at a second look.
  const found = first.length === 0 ? first : await look(page);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').split('\n').slice(1).join(' ').trim();
      return `${where}: ${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}

async function look(page: Page) {
  await stillness(page);
  const { violations: found } = await new AxeBuilder({ page })
    // There are no frames: no second page is needed to put results together.
    .setLegacyMode(true)
    .analyze();
  return found;
}

/** Waits until nothing is on its way any more: half-faded text has half its contrast. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map((one) => one.finished));
  });
}
