import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Json } from '../../operation/json';
import { UN_LANGUAGES, type UnLanguage } from '../language';
import { byOrder, keyBetween } from '../order-key';
import { canReaddress, recommendationMovesFrom } from './rules';
import { textIn, type Recommendation } from './types';

export interface NewRecommendation {
  readonly meeting: string;
  readonly pillar: string | null;
  readonly agendaItem: string | null;
}

/** A new draft at the end of the meeting's list; its id is the id that the first draft's body has. */
export function draftRecommendation(
  context: DecisionContext,
  wanted: NewRecommendation,
  existing: readonly Recommendation[],
): Decision & { id: string } {
  const id = context.newId();
  const last = [...existing].sort(byOrder).at(-1);
  return {
    id,
    ok: true,
    drafts: [
      draft(context, {
        type: 'recommendation.drafted',
        meeting: wanted.meeting,
        body: {
          id,
          set: {
            number: null,
            pillar: wanted.pillar,
            agendaItem: wanted.agendaItem,
            order: keyBetween(last?.order ?? null, null),
            state: 'draft',
          },
        },
      }),
    ],
  };
}

/**
 * Records a wording as a version over those that its author saw. Nothing is written when the text
 * did not change. After the agreement a later version may exist, but never changes what was agreed.
 */
export function wordRecommendation(
  context: DecisionContext,
  recommendation: Recommendation,
  language: UnLanguage,
  text: string,
  over: readonly string[],
): Decision {
  if (text === textIn(recommendation, language)) return { ok: true, drafts: [] };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'recommendation.worded',
        meeting: recommendation.meeting,
        over: [...over],
        body: { id: recommendation.id, set: {} },
        personal: { set: { [`text.${language}`]: text } },
      }),
    ],
  };
}

export interface RecommendationChange {
  readonly pillar?: string | null;
  readonly agendaItem?: string | null;
  /** Ids of the parties that it is addressed to; none: to all. */
  readonly parties?: readonly string[];
  readonly removed?: boolean;
}

/**
 * Changes a recommendation's place, or whom it is addressed to. The latter is settled with the
 * agreement, as the text is, until the policy body refers it back.
 */
export function changeRecommendation(
  context: DecisionContext,
  recommendation: Recommendation,
  change: RecommendationChange,
  heads: readonly string[],
): Decision<'already-agreed'> {
  if (change.removed && recommendation.agreedOn !== null) {
    return { ok: false, reason: 'already-agreed' };
  }
  const { parties, ...others } = change;
  if (parties !== undefined && !canReaddress(recommendation.state)) {
    return { ok: false, reason: 'already-agreed' };
  }
  const set: Record<string, Json> = { ...others };
  if (parties !== undefined) set['parties'] = [...new Set(parties)].sort();
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'recommendation.changed',
        meeting: recommendation.meeting,
        over: [...heads],
        body: { id: recommendation.id, set },
      }),
    ],
  };
}

/** Puts a draft before the meeting. */
export function discussRecommendation(
  context: DecisionContext,
  recommendation: Recommendation,
  stateHeads: readonly string[],
): Decision<'not-allowed'> {
  if (!recommendationMovesFrom(recommendation.state).includes('under-discussion')) {
    return { ok: false, reason: 'not-allowed' };
  }
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'recommendation.discussed',
        meeting: recommendation.meeting,
        over: [...stateHeads],
        body: { id: recommendation.id, set: { state: 'under-discussion' } },
      }),
    ],
  };
}

export interface Agreement {
  /** The version of each language that the experts agreed: ids of the wording operations. */
  readonly versions: Partial<Record<UnLanguage, string>>;
  readonly reservations: string;
  /** Heads of the fields that the agreement sets. */
  readonly heads: readonly string[];
}

/** Fields that an agreement sets: its caller looks up their heads. */
export const AGREEMENT_FIELDS = ['state', 'number', 'agreedOn', 'agreedVersions', 'reservations'];

/**
 * Records that the experts agreed. The agreement names the agreed version of each language, and
 * gives the next number of the meeting, which is stable from then on.
 */
export function agreeRecommendation(
  context: DecisionContext,
  recommendation: Recommendation,
  agreement: Agreement,
  existing: readonly Recommendation[],
): Decision<'not-allowed' | 'no-text'> {
  if (!recommendationMovesFrom(recommendation.state).includes('agreed')) {
    return { ok: false, reason: 'not-allowed' };
  }
  const worded = UN_LANGUAGES.some(
    (language) =>
      agreement.versions[language] !== undefined && textIn(recommendation, language).trim() !== '',
  );
  if (!worded) return { ok: false, reason: 'no-text' };
  const taken = existing.map((one) => one.number ?? 0);
  const number = recommendation.number ?? Math.max(0, ...taken) + 1;
  const reservations = agreement.reservations.trim();
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'recommendation.agreed',
        meeting: recommendation.meeting,
        over: [...agreement.heads],
        body: {
          id: recommendation.id,
          set: {
            state: 'agreed',
            number,
            agreedOn: context.now,
            agreedVersions: { ...agreement.versions },
          },
        },
        personal: reservations === '' ? null : { set: { reservations } },
      }),
    ],
  };
}
