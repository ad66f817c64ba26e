import { defineConfig } from 'vite';
import { host } from './scripts/lib/vite-base.mjs';

/** The same program served on loopback, without Electron. */
export default defineConfig(host('electron/web/main.ts', 'build/web', 'main.js', 'es'));
