import { defineConfig } from 'vite';
import { host } from './scripts/lib/vite-base.mjs';

/** Electron's main process. */
export default defineConfig(host('electron/main.ts', 'build/main', 'main.js', 'es'));
