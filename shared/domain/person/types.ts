import { z } from 'zod';

/** Gender only as declared; never guessed. */
export const genderSchema = z.enum(['female', 'male', 'other', 'not-declared']);
export type Gender = z.infer<typeof genderSchema>;

export const personFields = z.object({
  /** Invented: marked wherever it is shown or exported. */
  synthetic: z.boolean(),
  /**
   * The record of the same human being that this one was merged into; null: it stands for itself.
   * Both records stay whole, so that a merge can be taken back without loss; figures count one.
   */
  mergedInto: z.uuid().nullable(),
});

/**
 * What `person.forgotten` says, and what stays of a person: a random id that has attended. The
 * declared gender stays with it, because figures must be the same afterwards; it is a public value
 * only from then on, when there is no name beside it any more.
 */
export const forgottenFields = z.object({
  forgotten: z.literal(true),
  forgottenFor: z.enum(['retention', 'request', 'error']),
  gender: genderSchema,
});
export type ForgottenFor = z.infer<typeof forgottenFields>['forgottenFor'];

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

export type PersonFields = z.infer<typeof personFields> &
  z.infer<typeof personPersonal> & {
    /** Every personal value was erased, everywhere; see `forgottenFields`. */
    forgotten: boolean;
    forgottenFor: ForgottenFor | null;
  };
export interface Person extends PersonFields {
  readonly id: string;
}

export const PERSON_DEFAULTS: PersonFields = {
  synthetic: false,
  mergedInto: null,
  forgotten: false,
  forgottenFor: null,
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

/**
 * Somebody looked and said: these two are not one human being. The search for duplicates does not
 * propose them again. `one` is the smaller id, so that saying it twice says the same.
 */
export const distinctionFields = z.object({ one: z.uuid(), other: z.uuid() });
export type DistinctionFields = z.infer<typeof distinctionFields>;
export interface Distinction extends DistinctionFields {
  readonly id: string;
}
export const DISTINCTION_DEFAULTS: DistinctionFields = { one: '', other: '' };
