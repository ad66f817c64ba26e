// @ts-check
import { writeFileSync } from 'node:fs';
import { none } from './counts.mjs';

/**
 * Vitest reporter: writes what ran, with the reason of every skip, to the file named by
 * ROSTRUM_COUNTS. A skip's reason is its note (`ctx.skip(note)`) or part of its name.
 */
export default class VitestCounts {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules */
  onTestRunEnd(modules) {
    const counts = none();
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'skipped')
          counts.skipped.push({
            name: `${module.relativeModuleId} > ${test.fullName}`,
            reason: result.note ?? '',
          });
        else counts.failed += 1;
      }
      // A file that could not be loaded has no test to fail.
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0)
        counts.failed += 1;
    }
    const file = process.env['ROSTRUM_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
