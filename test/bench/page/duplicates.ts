import { findDuplicates } from '@shared/matching/duplicates';
import { crowd } from '../../support/crowd';
import type { DuplicateTimes, DuplicatesRequest } from './api';

const RUNS = 5;

/** The same search as in the program's worker, over crowds of several sizes in turns. */
export function duplicates({ sizes, seed }: DuplicatesRequest): Promise<DuplicateTimes[]> {
  const crowds = sizes.map((size) => crowd(size, seed));
  // Code that has not run yet is slower, whichever size comes first.
  const found = crowds.map((people) => findDuplicates(people));
  const ms = crowds.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1) {
    crowds.forEach((people, at) => {
      const start = performance.now();
      findDuplicates(people);
      ms[at]?.push(performance.now() - start);
    });
  }
  return Promise.resolve(
    found.map(({ pairs, compared }, at) => ({ pairs: pairs.length, compared, ms: ms[at] ?? [] })),
  );
}
