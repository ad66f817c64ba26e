import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = {
  '@shared': at('./shared'),
  '@renderer': at('./renderer'),
  '@electron': at('./electron'),
  '@assets': at('./assets'),
};

const project = (name: string, include: string[], environment: 'node' | 'jsdom' = 'node') => ({
  resolve: { alias },
  test: { name, include, environment },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/architecture/**/*.test.ts']),
      project('interface', ['test/interface/**/*.test.tsx'], 'jsdom'),
      project('integration', ['test/integration/**/*.test.ts', 'test/electron/**/*.test.ts']),
      project('interop', ['test/interop/**/*.test.ts']),
    ],
  },
});
