import { defineConfig } from 'vite';
import { host } from './scripts/lib/vite-base.mjs';

/** The sandbox loads CommonJS only, and one file only. */
export default defineConfig(host('electron/preload.ts', 'build/preload', 'preload.cjs', 'cjs'));
