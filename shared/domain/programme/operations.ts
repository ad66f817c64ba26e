import { z } from 'zod';
import { namesSchema } from '../language';
import { changing, creating } from '../record';
import { programmePersonal, type OwnLetters } from './letters';

export const pillarSchema = z.strictObject({
  id: z.string().min(1).max(40),
  /** As it is written: I, II, III, IV. */
  number: z.string().max(10),
  names: namesSchema,
});
export type Pillar = z.infer<typeof pillarSchema>;

export const bodySchema = z.strictObject({
  id: z.string().min(1).max(40),
  kind: z.enum(['expert', 'policy']),
  /** The pillar of an expert working group; a policy body has none. */
  pillar: z.string().nullable(),
  abbreviation: z.string().max(20),
  names: namesSchema,
});
export type MeetingBody = z.infer<typeof bodySchema>;

export const programmeFields = z.object({
  names: namesSchema,
  pillars: z.array(pillarSchema),
  bodies: z.array(bodySchema),
  /** Invented people and attendance: marked in the interface and in every export. */
  synthetic: z.boolean(),
});
export type ProgrammeFields = z.infer<typeof programmeFields>;
export interface Programme extends ProgrammeFields, OwnLetters {
  readonly id: string;
}

export const PROGRAMME_DEFAULTS: ProgrammeFields = {
  names: {},
  pillars: [],
  bodies: [],
  synthetic: false,
};

const programme = {
  table: 'programmes' as const,
  fields: programmeFields,
  personal: programmePersonal,
};

export const programmeOperations = {
  'programme.created': creating(programme),
  'programme.changed': changing(programme),
};
