// @ts-check
import { at } from './project.mjs';

/** What the builds of `vite.*.config.ts` have in common. */

export const alias = {
  '@shared': at('shared'),
  '@renderer': at('renderer'),
  '@electron': at('electron'),
  '@assets': at('assets'),
};

/**
 * A program for Node: one file (plus lazy chunks) with every dependency inside, so that `build/`
 * runs without `node_modules`. Not minified: its stack traces are read by people.
 * @param {string} entry @param {string} outDir @param {string} file @param {'es' | 'cjs'} format
 * @returns {import('vite').UserConfig}
 */
export function host(entry, outDir, file, format) {
  return {
    root: at(),
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: at(entry),
      outDir: at(outDir),
      emptyOutDir: true,
      // Node 24 in Electron and on Linux; elsewhere it may be the machine's own Node 22.
      target: 'node22',
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        // ws asks for its two native helpers and does without them.
        external: ['electron', /^electron\//, 'bufferutil', 'utf-8-validate'],
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: format === 'es',
        },
      },
    },
  };
}
