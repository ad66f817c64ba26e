import { z } from 'zod';
import { UN_LANGUAGES } from '../language';
import { partyFlagSchema } from '../party/types';

const name = z.string().trim().min(1).max(300);

/** A name in all six official languages: countries and M49 regions have one in each. */
export const allNamesSchema = z.record(z.enum(UN_LANGUAGES), name);

/**
 * A name as far as one is on file. English is always there; `null` says that no official name in
 * that language is on file, which is a fact and not a gap to be filled by translating.
 */
export const namesOnFileSchema = z.strictObject({
  en: name,
  fr: name.nullable(),
  es: name.nullable(),
  ru: name.nullable(),
  ar: name.nullable(),
  zh: name.nullable(),
});
export type NamesOnFile = z.infer<typeof namesOnFileSchema>;

/** Languages whose wording is this project's own, because no source gives an official one. */
const workingTranslations = z.array(z.enum(UN_LANGUAGES));

/** Year, month or day, as precisely as the source knows it: `2019`, `2013-05`, `2024-07-02`. */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** Where a fact stands: a source of the file's list, and the place in it. */
const sourceSchema = z.strictObject({ key: z.string().min(1), at: z.string().min(1).optional() });

const sourceListSchema = z.array(z.strictObject({ key: z.string().min(1), title: z.string() }));

const m49Code = z.string().regex(/^\d{3}$/);

/** A region (`parent` null) or subregion of the UN's standard M49. */
const regionSchema = z.strictObject({
  m49: m49Code,
  parent: m49Code.nullable(),
  names: allNamesSchema,
});
export type Region = z.infer<typeof regionSchema>;

const countryFacts = {
  /** ISO 3166-1 alpha-3. */
  code: z.string().regex(/^[A-Z]{3}$/),
  iso2: z.string().regex(/^[A-Z]{2}$/),
  m49: m49Code,
  /** M49 codes of the file's regions; `null` only where M49 gives none (Antarctica). */
  region: m49Code.nullable(),
  subregion: m49Code.nullable(),
  /** UN short names without the article. */
  names: allNamesSchema,
  /** The article that the UN writes in brackets after the name, where there is one: "la", "l'". */
  articles: z.partialRecord(z.enum(UN_LANGUAGES), z.string().min(1).max(5)),
};

export const countrySchema = z.strictObject(countryFacts);
export type Country = z.infer<typeof countrySchema>;

/** A name (and acronym) that a later one replaced on a date. */
const formerDesignationSchema = z.strictObject({
  acronym: z.string().max(20).nullable(),
  names: namesOnFileSchema,
  /** The first day, month or year of the name that followed. */
  replacedOn: partialDate,
  source: sourceSchema,
});

const partyFacts = {
  /** Other wordings that its sources use for it, to recognise it by; never shown as its name. */
  otherNames: z.array(z.strictObject({ language: z.enum(UN_LANGUAGES), name, source: z.string() })),
  /** Oldest first. */
  formerDesignations: z.array(formerDesignationSchema),
  statuses: z.array(
    z.strictObject({
      status: z.enum(['member', 'observer', 'none']),
      /** `null`: not known. */
      from: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      source: sourceSchema,
    }),
  ),
  /** `asOf`: the date of the document that states it. */
  flags: z.array(
    z.strictObject({ flag: partyFlagSchema, asOf: z.iso.date(), source: sourceSchema }),
  ),
  footnote: z
    .strictObject({ texts: namesOnFileSchema, workingTranslations, source: sourceSchema })
    .nullable(),
  source: sourceSchema,
};

const countryPartySchema = z.strictObject({
  kind: z.literal('country'),
  ...countryFacts,
  ...partyFacts,
});

export const organizationTypes = [
  'regional',
  'intergovernmental',
  'eu-agency',
  'un-entity',
  'un-specialized-agency',
  'un-treaty-body',
] as const;

const organizationPartySchema = z.strictObject({
  kind: z.literal('organization'),
  /** The acronym under which it was first put on file; it stays when the organization is renamed. */
  code: z.string().min(2).max(20),
  /** Its acronym now. */
  acronym: z.string().min(2).max(20),
  type: z.enum(organizationTypes),
  names: namesOnFileSchema,
  ...partyFacts,
});

export const partyFactsSchema = z.discriminatedUnion('kind', [
  countryPartySchema,
  organizationPartySchema,
]);
export type PartyFacts = z.infer<typeof partyFactsSchema>;

const pillarFactsSchema = z.strictObject({
  id: z.string().min(1).max(40),
  number: z.string().min(1).max(10),
  names: namesOnFileSchema,
  shortNames: namesOnFileSchema,
  workingTranslations,
  source: sourceSchema,
});

const bodyFactsSchema = z.strictObject({
  id: z.string().min(1).max(40),
  kind: z.enum(['expert', 'policy']),
  pillar: z.string().nullable(),
  abbreviation: z.string().min(1).max(20),
  names: namesOnFileSchema,
  workingTranslations,
  source: sourceSchema,
});

/** A programme as a file: another initiative is another file, never other code. */
export const programmeFileSchema = z.strictObject({
  format: z.literal('rostrum-programme'),
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  names: namesOnFileSchema,
  workingTranslations,
  source: sourceSchema,
  sources: sourceListSchema,
  regions: z.array(regionSchema),
  pillars: z.array(pillarFactsSchema),
  bodies: z.array(bodyFactsSchema),
  parties: z.array(partyFactsSchema),
});
export type ProgrammeFile = z.infer<typeof programmeFileSchema>;

/** Every country of M49, to recognise and to record those that are not parties. */
export const countriesFileSchema = z.strictObject({
  format: z.literal('rostrum-countries'),
  version: z.literal(1),
  sources: sourceListSchema,
  regions: z.array(regionSchema),
  countries: z.array(countrySchema),
});
