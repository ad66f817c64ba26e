import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { at } from './scripts/lib/project.mjs';
import { alias } from './scripts/lib/vite-base.mjs';

/**
 * The interface. Relative addresses, so that Electron's own protocol and the loopback server serve
 * the same files; nothing inline, so that the content security policy needs no exception.
 */
export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: at('build/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A chunk of its own, so that it really runs before the chunks that others share.
      output: {
        codeSplitting: { groups: [{ name: 'before', test: /renderer\/app\/before\.ts$/ }] },
      },
    },
    reportCompressedSize: false,
    // The bar is the first load (scripts/lib/first-load.mjs), not the size of one lazy chunk.
    chunkSizeWarningLimit: 2000,
  },
});
