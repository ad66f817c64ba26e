import { z } from 'zod';
import { changing, creating } from '../record';
import { recommendationFields, recommendationPersonal } from './types';

const recommendation = {
  table: 'recommendations' as const,
  fields: recommendationFields,
  personal: recommendationPersonal,
};

/** A version holds the wording of exactly one language, so that its id names that wording. */
const wording = {
  ...recommendation,
  fields: z.object({}),
  personal: recommendationPersonal.omit({ reservations: true }),
};

export const recommendationOperations = {
  'recommendation.drafted': creating(recommendation),
  'recommendation.changed': changing(recommendation),
  'recommendation.worded': changing(wording),
  'recommendation.discussed': changing(recommendation),
  'recommendation.agreed': changing(recommendation),
  'recommendation.submitted': changing(recommendation),
  'recommendation.endorsed': changing(recommendation),
  'recommendation.not-endorsed': changing(recommendation),
  'recommendation.referred-back': changing(recommendation),
};
