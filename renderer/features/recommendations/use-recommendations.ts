import type { UnLanguage } from '@shared/domain/language';
import {
  AGREEMENT_FIELDS,
  agreeRecommendation,
  changeRecommendation,
  discussRecommendation,
  draftRecommendation,
  wordRecommendation,
  type NewRecommendation,
  type RecommendationChange,
} from '@shared/domain/recommendation/decide';
import { textIn, type Recommendation } from '@shared/domain/recommendation/types';
import { useAct, type ActResult } from '../../db/act';
import { useStore } from '../../db/hooks';

/** Languages in which the text is worded side by side. */
export const WORDING_LANGUAGES = ['en', 'ru'] as const satisfies readonly UnLanguage[];

/** The acts of a rapporteur on one meeting's recommendations. */
export function useRecommendationActs(meeting: string, all: readonly Recommendation[]) {
  const act = useAct();
  const store = useStore();
  const heads = (id: string, fields: readonly string[]) =>
    store.heads('recommendations', meeting, id, fields);

  /** As it is now: what is on the screen may be older than a wording that was saved just before. */
  const fresh = async (one: Recommendation): Promise<Recommendation> =>
    (await store.list('recommendations')).find((other) => other.id === one.id) ?? one;

  /** The present version of each language that has a text: what an agreement names. */
  const versionsOf = async (one: Recommendation) => {
    const versions: Partial<Record<UnLanguage, string>> = {};
    for (const language of WORDING_LANGUAGES) {
      if (textIn(one, language).trim() === '') continue;
      const [head] = await heads(one.id, [`text.${language}`]);
      if (head !== undefined) versions[language] = head;
    }
    return versions;
  };

  return {
    draft: async (wanted: Omit<NewRecommendation, 'meeting'>) => {
      let id = '';
      const result = await act((context) => {
        const decision = draftRecommendation(context, { ...wanted, meeting }, all);
        id = decision.id;
        return decision;
      });
      return { id, result };
    },
    word: (one: Recommendation, language: UnLanguage, text: string): Promise<ActResult> =>
      act(async (context) =>
        wordRecommendation(context, one, language, text, await heads(one.id, [`text.${language}`])),
      ),
    change: (one: Recommendation, change: RecommendationChange): Promise<ActResult> =>
      act(async (context) =>
        changeRecommendation(context, one, change, await heads(one.id, Object.keys(change))),
      ),
    /** Whom it is addressed to: one party more, or less. */
    address: (one: Recommendation, party: string, named: boolean): Promise<ActResult> =>
      act(async (context) => {
        const now = await fresh(one);
        const others = now.parties.filter((id) => id !== party);
        const parties = named ? [...others, party] : others;
        return changeRecommendation(context, now, { parties }, await heads(one.id, ['parties']));
      }),
    discuss: (one: Recommendation): Promise<ActResult> =>
      act(async (context) => discussRecommendation(context, one, await heads(one.id, ['state']))),
    agree: (one: Recommendation, reservations: string): Promise<ActResult> =>
      act(async (context) => {
        const now = await fresh(one);
        const agreement = {
          versions: await versionsOf(now),
          reservations,
          heads: await heads(one.id, AGREEMENT_FIELDS),
        };
        return agreeRecommendation(context, now, agreement, all);
      }),
  };
}

export type RecommendationActs = ReturnType<typeof useRecommendationActs>;
