import { z } from 'zod';

export const CAPACITIES = [
  'head',
  'representative',
  'alternate',
  'adviser',
  'expert',
  'observer',
  'panellist',
  'secretariat',
  'interpreter',
  'host-staff',
] as const;
export const capacitySchema = z.enum(CAPACITIES);
export type Capacity = z.infer<typeof capacitySchema>;

export const modalitySchema = z.enum(['in-person', 'virtual']);
export type Modality = z.infer<typeof modalitySchema>;

export const nominationStateSchema = z.enum([
  'received',
  'accepted',
  'declined',
  'reconfirmed',
  'replaced',
  'withdrawn',
]);
export type NominationState = z.infer<typeof nominationStateSchema>;

/** The paper by which a party named somebody. */
export const sourceDocumentSchema = z.strictObject({
  kind: z.enum(['note-verbale', 'letter', 'email', 'registration', 'other']),
  number: z.string().max(100).nullable(),
  date: z.iso.date().nullable(),
});
export type SourceDocument = z.infer<typeof sourceDocumentSchema>;

/** Consent to be named in a published list. Nobody is named who was not asked. */
export const publishSchema = z.enum(['not-asked', 'granted', 'refused']);
export type Publish = z.infer<typeof publishSchema>;

export const nominationFields = z.object({
  person: z.uuid(),
  party: z.uuid(),
  capacity: capacitySchema,
  modality: modalitySchema,
  state: nominationStateSchema,
  source: sourceDocumentSchema.nullable(),
  receivedOn: z.iso.date().nullable(),
  /** SHA-256 of the paper that is attached; the file is kept by the register's attachments. */
  attachment: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** The nomination that took this one's place. */
  replacedBy: z.uuid().nullable(),
  /** Whether the person agreed to be named in a list that is published. */
  publish: publishSchema,
  /**
   * Arrived un-nominated: somebody at the desk wrote this down. While it is `received` the
   * participant is provisional; accepting it approves them. No party has named them unless a source
   * document is on file, so they are not *nominated* (domain.md, *participant*).
   */
  walkIn: z.boolean(),
  /** When somebody at the desk saw a document of identity (ISO, UTC); null: not yet. */
  identitySeenAt: z.iso.datetime().nullable(),
  /** The import that brought it, so that the import can be taken back as one act. */
  import: z.uuid().nullable(),
});

/** Names and remarks about people. */
export const nominationPersonal = z.object({
  authorisedBy: z.string().max(300).nullable(),
  remarks: z.string().max(2000),
  /** The attached file's name: people write names into it. */
  attachmentName: z.string().max(300),
  /**
   * What a list said where somebody corrected it before it was taken over, by field: the same list
   * read once more says nothing new by it. `name` is the whole name.
   */
  listed: z.record(z.string().max(40), z.string().max(2000)),
});

export type NominationFields = z.infer<typeof nominationFields> &
  z.infer<typeof nominationPersonal>;
export interface Nomination extends NominationFields {
  readonly id: string;
  readonly meeting: string;
}

export const NOMINATION_DEFAULTS: NominationFields = {
  person: '',
  party: '',
  capacity: 'representative',
  modality: 'in-person',
  state: 'received',
  source: null,
  receivedOn: null,
  attachment: null,
  replacedBy: null,
  publish: 'not-asked',
  walkIn: false,
  identitySeenAt: null,
  import: null,
  authorisedBy: null,
  remarks: '',
  attachmentName: '',
  listed: {},
};
