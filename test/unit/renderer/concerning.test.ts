import { describe, expect, it } from 'vitest';
import { concerning } from '@renderer/features/parties/concerning';
import { IMPLEMENTATION_DEFAULTS } from '@shared/domain/implementation/types';
import { MEETING_DEFAULTS, type Meeting } from '@shared/domain/meeting/types';
import { RECOMMENDATION_DEFAULTS, type Recommendation } from '@shared/domain/recommendation/types';

const meeting = (id: string, start: string | null): Meeting => ({
  ...MEETING_DEFAULTS,
  id,
  planned: { format: 'hybrid', start, end: start },
});
const recommendation = (id: string, set: Partial<Recommendation>): Recommendation => ({
  ...RECOMMENDATION_DEFAULTS,
  ...{ id, meeting: 'm1', state: 'agreed' },
  ...set,
});
const meetings = [meeting('m1', '2023-02-07'), meeting('m2', '2023-09-12')];
const ids = (recommendations: readonly Recommendation[], reported: readonly string[] = []) => {
  const implementations = reported.map((of, at) => ({
    ...{ ...IMPLEMENTATION_DEFAULTS, id: `i${at}`, recommendation: of },
    ...{ party: 'AUT', year: 2024 + at },
  }));
  return concerning('AUT', { recommendations, meetings, implementations }).map((one) => [
    one.recommendation.id,
    one.named,
    one.reports.map(({ year }) => year),
  ]);
};

describe('recommendations that concern a party', () => {
  it('are those that are agreed and addressed to it or to all, the latest meeting first', () => {
    expect(
      ids([
        recommendation('all', { number: 2 }),
        recommendation('its', { number: 1, parties: ['AUT', 'SRB'], state: 'endorsed' }),
        recommendation('later', { meeting: 'm2' }),
        recommendation('others', { parties: ['SRB'] }),
        recommendation('draft', { state: 'draft' }),
        recommendation('discussed', { state: 'under-discussion', parties: ['AUT'] }),
        recommendation('nowhere', { meeting: 'gone' }),
      ]),
    ).toEqual([
      ['later', false, []],
      ['its', true, []],
      ['all', false, []],
    ]);
  });

  it('stay while the party has reported on them, the latest year first', () => {
    const list = [recommendation('others', { parties: ['SRB'] })];
    expect(ids(list)).toEqual([]);
    expect(ids(list, ['others', 'others'])).toEqual([['others', false, [2025, 2024]]]);
  });
});
