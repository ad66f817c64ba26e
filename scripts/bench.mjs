// @ts-check
/**
 * `npm run bench`: how fast the program is with the reference load, each figure beside its baseline
 * of the same run. `-- --scale 10`, `--only search,statistics`, `--seed 7`, `--quick`; see
 * docs/bench.md.
 */
import { build } from './build.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureInstalled, onProjectNode } from './lib/install.mjs';
import { at, run } from './lib/project.mjs';
import { alias } from './lib/vite-base.mjs';

await run(async () => {
  ensureInstalled();
  const code = await onProjectNode();
  if (code !== null) return code;
  const browser = ensureBrowser();
  await build();
  const { runnerImport } = await import('vite');
  /** @type {{ module: { bench: (args: string[], browser: string) => Promise<number> } }} */
  const { module } = await runnerImport(at('test', 'bench', 'main.ts'), {
    root: at(),
    configFile: false,
    logLevel: 'warn',
    resolve: { alias },
  });
  return module.bench(process.argv.slice(2), browser);
});
