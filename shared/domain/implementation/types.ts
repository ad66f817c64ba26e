import { z } from 'zod';

export const implementationStatusSchema = z.enum([
  'not-started',
  'in-progress',
  'implemented',
  'no-longer-relevant',
]);
export type ImplementationStatus = z.infer<typeof implementationStatusSchema>;

/** How far a party is with a recommendation in a year, as it reported (domain.md, *takes stock*). */
export const implementationFields = z.object({
  recommendation: z.uuid(),
  party: z.uuid(),
  year: z.int().min(1900).max(2200),
  status: implementationStatusSchema,
  /** The day on which it was reported; null: not known. */
  reportedOn: z.iso.date().nullable(),
});

/** Evidence is free text, in which names stand. */
export const implementationPersonal = z.object({ evidence: z.string().max(4000) });

export type ImplementationFields = z.infer<typeof implementationFields> &
  z.infer<typeof implementationPersonal>;
export interface Implementation extends ImplementationFields {
  readonly id: string;
}

export const IMPLEMENTATION_DEFAULTS: ImplementationFields = {
  recommendation: '',
  party: '',
  year: 1900,
  status: 'not-started',
  reportedOn: null,
  evidence: '',
};
