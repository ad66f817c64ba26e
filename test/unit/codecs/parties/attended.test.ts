import { describe, expect, it } from 'vitest';
import { cameBy, meetingsByParty } from '@shared/codecs/parties/attended';
import { statisticsOf } from '@shared/statistics/statistics';
import {
  attendance,
  event,
  meeting,
  meetingWorld,
  nomination,
  party,
  world,
} from '../../statistics/build-world';

const parties = [party('AUT'), party('TUR'), party('UNODC', 'organization')];
const early = meetingWorld(meeting('early', '2022-06-13'), {
  nominations: [nomination('ana', 'AUT'), nomination('bo', 'AUT'), nomination('cy', 'TUR')],
  attendance: attendance('early', [
    ['ana', 'in-person'],
    ['cy', 'virtual'],
  ]),
});
const late = meetingWorld(meeting('late', '2023-06-13'), {
  nominations: [
    nomination('ana', 'AUT'),
    nomination('di', 'UNODC', { capacity: 'secretariat' }),
    nomination('ed', 'TUR', { capacity: 'interpreter' }),
    nomination('flo', 'TUR', { state: 'withdrawn' }),
  ],
  attendance: [
    ...attendance('late', [
      ['di', 'in-person'],
      ['ed', 'in-person'],
    ]),
    {
      meeting: 'late',
      person: 'ana',
      events: [
        event('reception'),
        event('reception', { modality: 'virtual', source: 'generated' }),
      ],
    },
  ],
});
const cancelled = meetingWorld(meeting('never', '2024-01-01', { state: 'cancelled' }), {
  nominations: [nomination('ana', 'AUT')],
});
const all = world([early, cancelled, late], parties);
const found = meetingsByParty([all]);

describe('the meetings of a party', () => {
  it('are listed latest first, with who was expected and who came', () => {
    const austria = found.get('AUT') ?? [];
    expect(
      austria.map(({ meeting: { id }, expected, came }) => [
        id,
        expected,
        came.map(({ person }) => person),
      ]),
    ).toEqual([
      ['late', 1, ['ana']],
      ['early', 2, ['ana']],
    ]);
    expect(cameBy(austria[0]?.came ?? [])).toEqual({ 'in-person': 0, virtual: 0, both: 1 });
  });

  it('count the secretariat for its organization, and interpreters for nobody', () => {
    expect(found.get('UNODC')?.[0]?.came).toEqual([
      { person: 'di', capacity: 'secretariat', attending: 'in-person' },
    ]);
    expect(found.get('TUR')?.map(({ meeting: { id } }) => id)).not.toContain('late');
  });

  it('agree with the matrix of the statistics page', () => {
    const scope = { kind: 'meetings' as const, meetings: ['early', 'late'] };
    const { parties: matrix } = statisticsOf(all, scope);
    expect(matrix.length).toBe(3);
    for (const row of matrix) {
      const came = (found.get(row.party) ?? []).filter((one) => one.came.length > 0);
      expect(new Set(came.map(({ meeting: { id } }) => id))).toEqual(new Set(row.meetings.keys()));
      for (const one of came) {
        const cell = row.meetings.get(one.meeting.id);
        const { 'in-person': inPersonOnly, virtual: virtualOnly, both } = cameBy(one.came);
        expect(cell).toMatchObject({ inPersonOnly, virtualOnly, both });
      }
    }
  });
});
