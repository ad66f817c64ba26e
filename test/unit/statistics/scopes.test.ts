import { describe, expect, it } from 'vitest';
import type { Party } from '@shared/domain/party/types';
import type { Scope } from '@shared/statistics/scope';
import { sentencesOf } from '@shared/statistics/sentence';
import { statisticsOf } from '@shared/statistics/statistics';
import type { RecommendationFacts } from '@shared/statistics/world';
import {
  attendance,
  event,
  meeting,
  meetingWorld,
  nomination,
  party,
  session,
  world,
} from './build-world';

const period = (status: 'member' | 'observer', from: string | null, to: string | null) => ({
  status,
  from,
  to,
});

describe('the status of a party', () => {
  const joined: Partial<Party> = {
    statuses: [period('observer', null, '2023-08-31'), period('member', '2023-09-01', null)],
  };
  const parties = [party('AAA', 'country', joined), party('BBB', 'country', { statuses: [] })];
  const at = (id: string, start: string, who: [string, string][]) =>
    meetingWorld(meeting(id, start), {
      nominations: who.map(([person, from]) => nomination(person, from)),
      attendance: attendance(
        id,
        who.map(([person]) => [person, 'virtual']),
      ),
    });
  const both = world(
    [
      at('later', '2023-09-12', [['x', 'AAA']]),
      at('first', '2023-06', [
        ['x', 'AAA'],
        ['y', 'BBB'],
      ]),
    ],
    parties,
  );

  it.each<[Scope, [number, number, number]]>([
    [{ kind: 'meeting', meeting: 'first' }, [0, 1, 1]],
    [{ kind: 'meeting', meeting: 'later' }, [1, 0, 0]],
    [{ kind: 'year', year: 2023 }, [1, 0, 1]],
  ])('is that of the latest meeting in the scope: %j', (scope, [member, observer, none]) => {
    const { byStatus, meetings } = statisticsOf(both, scope);
    expect(byStatus.country).toEqual({ member, observer, none });
    if (scope.kind === 'year') expect(meetings).toEqual(['first', 'later']);
  });

  it('a person who changed delegation makes both present and is one person', () => {
    const changed = world(
      [at('m1', '2023-06', [['x', 'AAA']]), at('m2', '2023-07', [['x', 'BBB']])],
      parties,
    );
    const { figures } = statisticsOf(changed, { kind: 'year', year: 2023 });
    expect([figures.countries.value, figures.distinctPersons.value]).toEqual([2, 1]);
    expect(figures.participations.value).toBe(2);
  });
});

describe('what a scope holds', () => {
  const sessions = [session('s1', '2023-06-13', 9), session('s2', '2023-06-14', 9)];
  const recommendations: RecommendationFacts[] = [
    { id: 'r1', number: 1, pillar: 'II', state: 'agreed', endorsedAt: null },
    { id: 'r2', number: null, pillar: 'II', state: 'draft', endorsedAt: null },
    { id: 'r3', number: 2, pillar: null, state: 'referred-back', endorsedAt: null },
  ];
  const one = meetingWorld(meeting('m', '2023-06-13'), {
    sessions,
    nominations: ['a', 'b', 'c'].map((person) => nomination(person, 'AUT')),
    attendance: [
      { meeting: 'm', person: 'a', events: [event('session:s1')] },
      { meeting: 'm', person: 'b', events: [event('session:s2', { modality: 'virtual' })] },
      { meeting: 'm', person: 'walk-in', events: [event('session:s2')] },
    ],
    recommendations,
  });
  const cancelled = meetingWorld(meeting('off', '2023-03-01', { state: 'cancelled' }), {
    nominations: [nomination('a', 'AUT')],
  });
  const undated = meetingWorld(
    meeting('someday', '2023', { planned: { format: null, start: null, end: null } }),
  );
  const all = world([one, cancelled, undated], [party('AUT')]);

  it('a session: nominated as for the meeting, present in the session, no recommendations', () => {
    const session2 = statisticsOf(all, { kind: 'session', meeting: 'm', session: 's2' });
    expect(session2.figures).toMatchObject({
      nominated: { value: 3 },
      attended: { value: 2 },
      noShows: { value: 2 },
      unexpected: { value: 1 },
    });
    expect(session2.recommendations).toBeNull();
    expect(session2.breakdowns.session.map(({ part }) => part)).toEqual(['s2']);
    expect(sentencesOf(session2, 'en').map(({ text }) => text)).toEqual([
      'The session was attended by 2 participants representing 1 country.',
    ]);
  });

  it('sessions come in order, with nobody in them too', () => {
    const none = world([{ ...one, attendance: [] }], [party('AUT')]);
    const { breakdowns, modality } = statisticsOf(none, { kind: 'meeting', meeting: 'm' });
    expect(breakdowns.session.map(({ part, attended }) => [part, attended])).toEqual([
      ['s1', 0],
      ['s2', 0],
    ]);
    expect(modality).toEqual({ inPersonOnly: 0, virtualOnly: 0, both: 0, attended: 0 });
  });

  it('a year passes over what was cancelled, says so, and holds nothing without a date', () => {
    const year = statisticsOf(all, { kind: 'year', year: 2023 });
    expect(year.meetings).toEqual(['m']);
    expect(year.excluded).toEqual([{ meeting: 'off', reason: 'cancelled' }]);
    expect(year.figures.nominated.value).toBe(3);
    expect(year.recommendations).toMatchObject({ agreed: 2, endorsed: 0 });
  });

  it('invented people mark every figure of which they are part', () => {
    const scope: Scope = { kind: 'meeting', meeting: 'm' };
    const invented = new Map([['a', { gender: 'female' as const, synthetic: true }]]);
    expect(statisticsOf(all, scope).synthetic).toBe(false);
    const marked = statisticsOf(world([one], [party('AUT')], { people: invented }), scope);
    expect(marked.synthetic).toBe(true);
    expect(marked.breakdowns.gender.map(({ part, attended }) => [part, attended])).toEqual([
      ['female', 1],
      ['not-declared', 2],
    ]);
  });
});
