import {
  findDuplicates,
  type ComparedPerson,
  type DuplicatePair,
} from '@shared/matching/duplicates';

export interface FindDuplicatesInput {
  readonly people: readonly ComparedPerson[];
}

/** Pairs of records that may be one human being, likeliest first. */
export function findDuplicatesJob({ people }: FindDuplicatesInput): readonly DuplicatePair[] {
  return findDuplicates(people).pairs;
}
