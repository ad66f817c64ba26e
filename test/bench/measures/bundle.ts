import { at, readJson } from '../../../scripts/lib/project.mjs';
import { FIRST_LOAD_BAR } from '../../../scripts/lib/first-load.mjs';
import { below } from '../report';
import type { Measure } from './measure';

export const bundle: Measure = {
  name: 'bundle',
  about: 'what the first page fetches, compressed',
  take: async () => {
    const stamp = readJson(at('build', '.stamp', 'renderer.json')) as {
      firstLoad: { gzip: number };
    } | null;
    if (stamp === null) throw new Error('the interface is not built');
    const value = stamp.firstLoad.gzip / 1000;
    const bar = below(value, FIRST_LOAD_BAR / 1000, 'kB');
    return [{ what: 'bundle: first load, gzip', value, unit: 'kB', bar }];
  },
};
