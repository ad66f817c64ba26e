import { z } from 'zod';
import { scopeSchema } from '../attendance/types';
import { modalitySchema } from '../nomination/types';

/**
 * Twelve random Crockford base-32 characters and a check character (domain.md, *Badge codes*), in
 * capitals and without separators, as it is stored and looked up.
 */
export const badgeCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{13}$/);

/** `personal` is one participant's; `floating` belongs to a delegation and is lent to people. */
export const badgeKindSchema = z.enum(['personal', 'floating']);
export type BadgeKind = z.infer<typeof badgeKindSchema>;

export const revocationSchema = z.enum(['lost', 'damaged', 'misused', 'replaced', 'withdrawn']);
export type Revocation = z.infer<typeof revocationSchema>;

export const badgeFields = z.object({
  code: badgeCodeSchema,
  kind: badgeKindSchema,
  /** Whose it is, for a personal one. */
  person: z.uuid().nullable(),
  /** The delegation that a floating one belongs to. */
  party: z.uuid().nullable(),
  /** Who wears a floating one now. */
  lentTo: z.uuid().nullable(),
  /** ISO, UTC. */
  lentAt: z.iso.datetime().nullable(),
  /** Why it does not hold any more; null: it holds. */
  revokedFor: revocationSchema.nullable(),
  /** The badge that took its place. */
  successor: z.uuid().nullable(),
});

/** What is written on a floating badge ("Delegation 1"): people write names into it. */
export const badgePersonal = z.object({ label: z.string().max(100) });

export type BadgeFields = z.infer<typeof badgeFields> & z.infer<typeof badgePersonal>;
export interface Badge extends BadgeFields {
  readonly id: string;
  readonly meeting: string;
}

export const BADGE_DEFAULTS: BadgeFields = {
  code: '',
  kind: 'personal',
  person: null,
  party: null,
  lentTo: null,
  lentAt: null,
  revokedFor: null,
  successor: null,
  label: '',
};

/** What was printed. */
export const printKindSchema = z.enum(['badge', 'nameplate']);
export type PrintKind = z.infer<typeof printKindSchema>;

/** One line of the print log; it is never changed. */
export const printFields = z.object({
  kind: printKindSchema,
  badge: z.uuid().nullable(),
  person: z.uuid().nullable(),
  party: z.uuid().nullable(),
  /** Id of the template; see settings.ts. */
  template: z.string().max(40),
  /** ISO, UTC. */
  at: z.iso.datetime(),
  /** The desk's register (its replica). */
  desk: z.uuid().nullable(),
});

/** Why it was printed once more; empty the first time. */
export const printPersonal = z.object({ reason: z.string().max(300) });

export type PrintFields = z.infer<typeof printFields> & z.infer<typeof printPersonal>;
export interface PrintRecord extends PrintFields {
  readonly id: string;
  readonly meeting: string;
}

export const PRINT_DEFAULTS: PrintFields = {
  kind: 'badge',
  badge: null,
  person: null,
  party: null,
  template: '',
  at: '',
  desk: null,
  reason: '',
};

export const keptScanStateSchema = z.enum(['waiting', 'settled', 'dismissed']);

/**
 * A scan of a code with a valid check that no badge here has: it is kept, and settles itself when
 * the desks have exchanged and the badge is known.
 */
export const scanFields = z.object({
  code: badgeCodeSchema,
  /** When it was scanned (ISO, UTC): the arrival that comes of it happened then. */
  when: z.iso.datetime(),
  /** What the desk would have recorded the arrival in. */
  scopes: z.array(scopeSchema).max(5),
  modality: modalitySchema,
  /** The desk's register (its replica): this desk settles it, and no other. */
  desk: z.uuid().nullable(),
  state: keptScanStateSchema,
  /** The badge that it turned out to be. */
  badge: z.uuid().nullable(),
});
export type ScanFields = z.infer<typeof scanFields>;
export interface KeptScan extends ScanFields {
  readonly id: string;
  readonly meeting: string;
}

export const SCAN_DEFAULTS: ScanFields = {
  code: '',
  when: '',
  scopes: [],
  modality: 'in-person',
  desk: null,
  state: 'waiting',
  badge: null,
};
