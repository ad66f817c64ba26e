import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { alias } from '../../../scripts/lib/vite-base.mjs';
import { at } from '../../../scripts/lib/project.mjs';

/**
 * A copy of the built program with the bench's own page beside the interface: the same host serves
 * both under the same policy, so that baselines run in the same browser over the same databases,
 * and what is shipped stays as it is.
 */
export async function copyBuilt(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['web', 'renderer']) {
    cpSync(at('build', part), join(folder, part), { recursive: true });
  }
  await build({
    configFile: false,
    root: at('test', 'bench', 'page'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias },
    worker: { format: 'es' },
    build: {
      outDir: join(folder, 'renderer', 'bench'),
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  });
  return join(folder, 'web', 'main.js');
}
