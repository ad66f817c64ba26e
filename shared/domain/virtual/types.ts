import { z } from 'zod';

/** One imported platform report: evidence, not people. */
export const reportFields = z.object({
  platform: z.string().max(40),
  generation: z.string().max(60),
  /** IANA zone in which the file's times were read (asked once per file). */
  timeZone: z.string().max(60),
  /** SHA-256 of the file, so that the same file twice changes nothing. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().min(0),
  dropped: z.int().min(0),
  /** Rows that were taken over after something in them was mended. */
  repaired: z.int().min(0),
  /** The report that this corrected one takes the place of; its evidence counts no more. */
  replaces: z.uuid().nullable(),
  /** SHA-256 of the source file, kept only when somebody asked for it; an attachment. */
  attachment: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  import: z.uuid().nullable(),
});
export const reportPersonal = z.object({ file: z.string().max(300), title: z.string().max(500) });
export type ReportFields = z.infer<typeof reportFields> & z.infer<typeof reportPersonal>;
export interface Report extends ReportFields {
  readonly id: string;
  readonly meeting: string;
}
export const REPORT_DEFAULTS: ReportFields = {
  platform: '',
  generation: '',
  timeZone: 'UTC',
  digest: '',
  rows: 0,
  dropped: 0,
  repaired: 0,
  replaces: null,
  attachment: null,
  import: null,
  file: '',
  title: '',
};

/** Why a login is nobody who takes part. */
export const nobodySchema = z.enum([
  'service',
  'host',
  'duplicate',
  'interpreter',
  'operator',
  'recording',
  'test',
]);
export type Nobody = z.infer<typeof nobodySchema>;

/**
 * What a login stands for. `persons`: the people behind it (one login may be a delegation's room);
 * `nobody`: not a participant (interpreter, operator, recording). Only an exact e-mail or a
 * confirmed alias links by itself; `hand` is a human's decision.
 */
export const linkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('persons'),
    persons: z.array(z.uuid()).min(1).max(50),
    by: z.enum(['email', 'alias', 'hand']),
  }),
  z.strictObject({ kind: z.literal('nobody'), why: nobodySchema }),
]);
export type Link = z.infer<typeof linkSchema>;

/** The people whom a link names. */
export function personsOf(link: Link | null): string[] {
  return link?.kind === 'persons' ? link.persons : [];
}

/**
 * Whether two links say the same of a login, however they came to be; `rootOf` is the person whom a
 * record stands for.
 */
export function sameLink(
  one: Link,
  other: Link,
  rootOf: (person: string) => string = (person) => person,
): boolean {
  if (one.kind === 'nobody') return other.kind === 'nobody' && one.why === other.why;
  if (other.kind === 'nobody') return false;
  const people = new Set(one.persons.map(rootOf));
  const others = new Set(other.persons.map(rootOf));
  return people.size === others.size && [...others].every((person) => people.has(person));
}

/** One login of a report: united intervals `[start, end]` in milliseconds since the epoch. */
export const loginFields = z.object({
  report: z.uuid(),
  intervals: z.array(z.tuple([z.int(), z.int()])),
  link: linkSchema.nullable(),
  /** People of whom a human said that this login is not them: they are not suggested again. */
  rejected: z.array(z.uuid()).max(500),
});
export const loginPersonal = z.object({
  name: z.string().max(400),
  email: z.string().max(320).nullable(),
});
export type LoginFields = z.infer<typeof loginFields> & z.infer<typeof loginPersonal>;
export interface Login extends LoginFields {
  readonly id: string;
  readonly meeting: string;
  /**
   * The records of which it was made, itself first: its file was taken over more than once. What
   * is decided of it is written to each. Only a login that came out of `same-file.ts` has any.
   */
  readonly records?: readonly Login[];
  /** What was decided differently in them: until somebody settles it, it is open. */
  readonly differing?: readonly Link[];
}
/** The records that a decision on a login is written to. */
export function recordsOf(login: Login): readonly Login[] {
  return login.records ?? [login];
}
export const LOGIN_DEFAULTS: LoginFields = {
  report: '',
  intervals: [],
  link: null,
  rejected: [],
  name: '',
  email: null,
};

/** A display name that a human confirmed to be a person; remembered for later meetings. */
export const aliasFields = z.object({ person: z.uuid(), revoked: z.boolean() });
export const aliasPersonal = z.object({ name: z.string().max(400) });
export type AliasFields = z.infer<typeof aliasFields> & z.infer<typeof aliasPersonal>;
export interface Alias extends AliasFields {
  readonly id: string;
}
export const ALIAS_DEFAULTS: AliasFields = { person: '', revoked: false, name: '' };
