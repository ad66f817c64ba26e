// @ts-check
/**
 * `npm test`: everything, with what it needs installed first. `npm test -- unit e2e` runs only
 * those steps. The last line is the whole result: `N passed, N failed, N skipped`.
 */
import { ensureBrowser } from './lib/browser.mjs';
import { lastLine, sum } from './lib/counts.mjs';
import { ensureInstalled, onProjectNode } from './lib/install.mjs';
import { Plain, run, seconds } from './lib/project.mjs';
import { runSteps } from './lib/steps.mjs';

/** @param {string} name @param {string[]} folders @returns {import('./lib/steps.mjs').Step} */
const vitest = (name, folders) => ({
  name,
  folders,
  command: [
    'node_modules/vitest/vitest.mjs',
    ...['run', '--project', name],
    ...['--reporter', 'default', '--reporter', './scripts/lib/vitest-counts.mjs'],
  ],
});

/**
 * In the order of their length, so that the two lanes end together. The end-to-end tests come last
 * and alone: they are about time as well.
 * @type {import('./lib/steps.mjs').Step[]}
 */
const STEPS = [
  { name: 'build', command: ['scripts/build.mjs', '--bar'] },
  {
    name: 'lint',
    command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0', '--no-color'],
  },
  vitest('integration', ['test/integration', 'test/electron']),
  vitest('unit', ['test/unit', 'test/architecture']),
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'types of shared',
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.shared.json'],
  },
  vitest('interop', ['test/interop']),
  vitest('interface', ['test/interface']),
  {
    name: 'format',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'e2e',
    folders: ['test/e2e'],
    command: [
      'node_modules/@playwright/test/cli.js',
      ...['test', '--reporter', 'list,./scripts/lib/playwright-counts.mjs'],
    ],
    after: ['build'],
    alone: true,
  },
];

/** @param {string[]} names */
function chosenSteps(names) {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined)
    throw new Plain(
      `There is no step "${unknown}"; there are: ${STEPS.map((s) => s.name).join(', ')}.`,
    );
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
}

/** The browser is looked for before anything runs, but its absence fails only what needs it. */
function browserProblem() {
  try {
    process.env['CHROMIUM_PATH'] = ensureBrowser();
    return null;
  } catch (error) {
    if (error instanceof Plain) return error.message;
    throw error;
  }
}

await run(async () => {
  const steps = chosenSteps(process.argv.slice(2));
  ensureInstalled();
  const code = await onProjectNode();
  if (code !== null) return code;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

  const started = performance.now();
  const problem = steps.some(({ name }) => name === 'e2e') ? browserProblem() : null;
  if (problem !== null) console.log(problem);
  const outcomes = await runSteps(steps);

  console.log('\nSteps');
  for (const { name, passed, failed, skipped, note, time } of outcomes)
    console.log(
      `  ${failed === 0 ? '✓' : '✗'} ${name.padEnd(16)}${time.padStart(8)}  ` +
        `${passed} passed, ${failed} failed, ${skipped.length} skipped${note ? ` (${note})` : ''}`,
    );
  const total = sum(outcomes);
  if (total.skipped.length > 0) console.log('\nSkipped');
  for (const { name, reason } of total.skipped)
    console.log(`  ${name}${reason ? `: ${reason}` : ''}`);
  console.log(`\n${seconds(started)} on Node ${process.versions.node}`);
  console.log(lastLine(total));
  return total.failed === 0 ? 0 : 1;
});
