import { z } from 'zod';

/** Gender only as declared; never guessed. */
export const genderSchema = z.enum(['female', 'male', 'other', 'not-declared']);
export type Gender = z.infer<typeof genderSchema>;

export const personFields = z.object({
  /** Invented: marked wherever it is shown or exported. */
  synthetic: z.boolean(),
});

/** Names stay exactly as their source wrote them. `full` is kept when no split is safe. */
export const personPersonal = z.object({
  family: z.string().max(200),
  given: z.string().max(200),
  full: z.string().max(400),
  honorific: z.string().max(60),
  native: z.string().max(400),
  emails: z.array(z.string().max(320)),
  institution: z.string().max(400),
  jobTitle: z.string().max(400),
  gender: genderSchema,
  languages: z.array(z.string().max(35)),
});

export type PersonFields = z.infer<typeof personFields> & z.infer<typeof personPersonal>;
export interface Person extends PersonFields {
  readonly id: string;
}

export const PERSON_DEFAULTS: PersonFields = {
  synthetic: false,
  family: '',
  given: '',
  full: '',
  honorific: '',
  native: '',
  emails: [],
  institution: '',
  jobTitle: '',
  gender: 'not-declared',
  languages: [],
};
