// @ts-check
import { writeFileSync } from 'node:fs';
import { none } from './counts.mjs';

/**
 * Playwright reporter: writes what ran, with the reason of every skip (`test.skip(when, reason)`),
 * to the file named by ROSTRUM_COUNTS. A test that passed only when repeated has failed.
 */
export default class PlaywrightCounts {
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  suite;

  /** @param {import('@playwright/test/reporter').FullConfig} _config @param {import('@playwright/test/reporter').Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const counts = none();
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') counts.passed += 1;
      else if (outcome === 'skipped')
        counts.skipped.push({
          name: test.titlePath().filter(Boolean).join(' > '),
          reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? '',
        });
      else counts.failed += 1;
    }
    const file = process.env['ROSTRUM_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }

  /** The list reporter beside it prints. */
  printsToStdio() {
    return false;
  }
}
