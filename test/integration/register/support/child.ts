import { join } from 'node:path';
import { build } from 'vite';
import { newRoot } from './folders';

const project = join(import.meta.dirname, '..', '..', '..', '..');

/** Builds a program of `../child/` into one file that plain Node runs; returns its path. */
export async function buildChild(name: string): Promise<string> {
  const outDir = join(newRoot(), 'child');
  await build({
    ...{ configFile: false, root: project, publicDir: false, logLevel: 'error' },
    resolve: {
      alias: { '@shared': join(project, 'shared'), '@electron': join(project, 'electron') },
    },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(import.meta.dirname, '..', 'child', `${name}.ts`),
      ...{ outDir, target: 'node24', minify: false, reportCompressedSize: false },
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}
