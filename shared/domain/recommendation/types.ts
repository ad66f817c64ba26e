import { z } from 'zod';
import { UN_LANGUAGES, type UnLanguage } from '../language';

export const recommendationStateSchema = z.enum([
  'draft',
  'under-discussion',
  'agreed',
  'submitted',
  'endorsed',
  'not-endorsed',
  'referred-back',
]);
export type RecommendationState = z.infer<typeof recommendationStateSchema>;

/** The version of each language that was agreed or endorsed, by the id of its operation. */
export const agreedVersionsSchema = z.partialRecord(z.enum(UN_LANGUAGES), z.uuid());

export const recommendationFields = z.object({
  /** Given when it is agreed, and stable from then on. */
  number: z.int().min(1).nullable(),
  pillar: z.string().max(40).nullable(),
  agendaItem: z.uuid().nullable(),
  /** Ids of the parties that it is addressed to; empty: to all. */
  parties: z.array(z.uuid()).max(300),
  order: z.string().min(1).max(200),
  state: recommendationStateSchema,
  agreedOn: z.iso.datetime().nullable(),
  agreedVersions: agreedVersionsSchema,
  endorsedVersions: agreedVersionsSchema,
  /** The policy meeting that endorsed it. */
  endorsedAt: z.uuid().nullable(),
});

/** Wording in each language is protected: it is nobody's business before it is public. */
export const recommendationPersonal = z.object({
  'text.ar': z.string().max(50_000),
  'text.zh': z.string().max(50_000),
  'text.en': z.string().max(50_000),
  'text.fr': z.string().max(50_000),
  'text.ru': z.string().max(50_000),
  'text.es': z.string().max(50_000),
  reservations: z.string().max(10_000),
});

export type RecommendationFields = z.infer<typeof recommendationFields> &
  z.infer<typeof recommendationPersonal>;
export interface Recommendation extends RecommendationFields {
  readonly id: string;
  readonly meeting: string;
}

export const RECOMMENDATION_DEFAULTS: RecommendationFields = {
  number: null,
  pillar: null,
  agendaItem: null,
  parties: [],
  order: 'a0',
  state: 'draft',
  agreedOn: null,
  agreedVersions: {},
  endorsedVersions: {},
  endorsedAt: null,
  'text.ar': '',
  'text.zh': '',
  'text.en': '',
  'text.fr': '',
  'text.ru': '',
  'text.es': '',
  reservations: '',
};

/** The wording in one language. */
export function textIn(recommendation: Recommendation, language: UnLanguage): string {
  return recommendation[`text.${language}`];
}

/** One wording that somebody left: versions form a graph by `over`. */
export interface TextVersion {
  /** Id of the operation. */
  readonly id: string;
  readonly record: string;
  readonly language: UnLanguage;
  readonly over: readonly string[];
  readonly at: string;
  readonly actor: string;
  readonly text: string | null;
}
