import { describe, expect, it } from 'vitest';
import { changeRecommendation } from '@shared/domain/recommendation/decide';
import { canReaddress, concerns, isInForce } from '@shared/domain/recommendation/rules';
import {
  RECOMMENDATION_DEFAULTS,
  recommendationStateSchema,
  type Recommendation,
  type RecommendationState,
} from '@shared/domain/recommendation/types';
import { checkDraft } from '@shared/journal/catalogue';
import { counting } from '../../../support/deciding';

const uuid = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const recommendation = (state: RecommendationState): Recommendation => ({
  ...RECOMMENDATION_DEFAULTS,
  id: uuid(1),
  meeting: uuid(2),
  state,
});

describe('whom a recommendation is addressed to', () => {
  it.each([
    ['all parties when it names none', [], true],
    ['those that it names', [uuid(8), uuid(7)], true],
    ['and no other', [uuid(8)], false],
  ])('is %s', (_what, parties, expected) => {
    expect(concerns({ parties }, uuid(7))).toBe(expected);
  });

  it('is recorded each once, in one order, so that the same choice is the same value', () => {
    const parties = [uuid(9), uuid(7), uuid(9)];
    const decision = changeRecommendation(counting(), recommendation('draft'), { parties }, ['h']);
    if (!decision.ok) throw new Error(decision.reason);
    const [made] = decision.drafts;
    expect(made).toMatchObject({
      type: 'recommendation.changed',
      meeting: uuid(2),
      over: ['h'],
      body: { id: uuid(1), set: { parties: [uuid(7), uuid(9)] } },
    });
    checkDraft({ ...made!, over: [] });
  });

  it.each(recommendationStateSchema.options)('while it is %s', (state) => {
    const open = ['draft', 'under-discussion', 'referred-back'].includes(state);
    expect(canReaddress(state)).toBe(open);
    const change = { parties: [uuid(7)] };
    const decision = changeRecommendation(counting(), recommendation(state), change, []);
    expect(decision.ok).toBe(open);
    if (!decision.ok) expect(decision.reason).toBe('already-agreed');
    // Its place may still be put right.
    const place = { pillar: 'II' };
    expect(changeRecommendation(counting(), recommendation(state), place, []).ok).toBe(true);
  });

  it.each<[RecommendationState, boolean]>([
    ['draft', false],
    ['under-discussion', false],
    ['agreed', true],
    ['submitted', true],
    ['endorsed', true],
    ['not-endorsed', false],
    ['referred-back', false],
  ])('%s: something to carry out: %s', (state, expected) => {
    expect(isInForce(state)).toBe(expected);
  });
});
