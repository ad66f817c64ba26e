import { z } from 'zod';
import { namesSchema, UN_LANGUAGES } from '../language';

export const partyKindSchema = z.enum(['country', 'organization']);
export type PartyKind = z.infer<typeof partyKindSchema>;

/** `member` makes a party a *partner*; dates that no source gives are `null`. */
export const partyStatusSchema = z.strictObject({
  status: z.enum(['member', 'observer', 'none']),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

/** A name or acronym that held for a time (EMCDDA → EUDA), or a footnote to the designation. */
export const partyDesignationSchema = z.strictObject({
  code: z.string().max(20).nullable(),
  names: namesSchema,
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

/** A footnote to the designation, such as “in accordance with Security Council resolution 1244”. */
export const partyFootnoteSchema = z.strictObject({
  text: z.string().min(1).max(1000),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

export const partyFlagSchema = z.enum(['donor', 'priority', 'liaison-duty', 'secretariat']);

export const partyFields = z.object({
  kind: partyKindSchema,
  /** ISO 3166-1 alpha-3, or the acronym of an organization. */
  code: z.string().min(1).max(20),
  iso2: z.string().length(2).nullable(),
  /** UN M49 numeric code, three digits. */
  m49: z.string().length(3).nullable(),
  region: z.string().nullable(),
  subregion: z.string().nullable(),
  names: namesSchema,
  /** Names without articles, as they are sorted, where they differ from `names`. */
  sortNames: namesSchema,
  /** What sort of organization: `UN`, `regional`, … as its source says. */
  organizationKind: z.string().nullable(),
  statuses: z.array(partyStatusSchema),
  designations: z.array(partyDesignationSchema),
  /** A footnote that no date is on file for. */
  footnote: z.string().max(1000).nullable(),
  /** Footnotes that held, or hold, for a time; shown with the designation while they do. */
  footnotes: z.array(partyFootnoteSchema).max(20),
  flags: z.array(partyFlagSchema),
  /** Language of correspondence: acknowledgements and reminders are written in it. */
  language: z.enum(UN_LANGUAGES).nullable(),
  /** Other spellings under which lists named the party and a human said whom they mean. */
  aliases: z.array(z.string().max(300)),
});

/** Whom to write to; people, and so protected. */
export const focalPointSchema = z.strictObject({
  name: z.string().max(300),
  email: z.string().max(320),
  institution: z.string().max(400),
});
export type FocalPoint = z.infer<typeof focalPointSchema>;

export const partyPersonal = z.object({ focalPoints: z.array(focalPointSchema).max(20) });

export type PartyFields = z.infer<typeof partyFields>;
export type PartyPersonal = z.infer<typeof partyPersonal>;
export interface Party extends PartyFields, PartyPersonal {
  readonly id: string;
}

export const PARTY_DEFAULTS: PartyFields = {
  kind: 'country',
  code: '',
  iso2: null,
  m49: null,
  region: null,
  subregion: null,
  names: {},
  sortNames: {},
  organizationKind: null,
  statuses: [],
  designations: [],
  footnote: null,
  footnotes: [],
  flags: [],
  language: null,
  aliases: [],
};
export const PARTY_PERSONAL_DEFAULTS: PartyPersonal = { focalPoints: [] };
