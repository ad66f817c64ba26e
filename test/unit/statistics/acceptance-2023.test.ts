import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingData, sharedData } from '../../support/shared-data';
import { sentencesOf } from '@shared/statistics/sentence';
import type { Scope } from '@shared/statistics/scope';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import { CELLS, LETTERS, partiesOfCells, yearOf2023, type PartyAt } from './year-2023';

const scopes = {
  A: { kind: 'meeting', meeting: 'A' },
  B: { kind: 'meeting', meeting: 'B' },
  C: { kind: 'meeting', meeting: 'C' },
  P: { kind: 'meeting', meeting: 'P' },
  experts: { kind: 'meetings', meetings: ['A', 'B', 'C'] },
  year: { kind: 'year', year: 2023 },
} as const satisfies Record<string, Scope>;

/** Published figures of the cycle, and persons as the synthetic assignment has them. */
const expected = [
  // scope, countries, organizations, participations, distinct persons, agreed
  ['A', 35, 10, 165, 165, 4],
  ['B', 34, 10, 145, 145, 10],
  ['C', 24, 5, 88, 88, 8],
  ['P', 32, 9, 109, 109, 0],
  ['experts', 45, 13, 398, 395, 22],
  ['year', 48, 14, 507, 501, 22],
] as const;

function checkYear(world: World): void {
  for (const [scope, countries, organizations, participations, persons, agreed] of expected) {
    const statistics = statisticsOf(world, scopes[scope]);
    const { figures, modality, modalityOfPersons, recommendations } = statistics;
    expect(
      [
        figures.countries.value,
        figures.organizations.value,
        figures.participations.value,
        figures.distinctPersons.value,
        recommendations?.agreed,
      ],
      scope,
    ).toEqual([countries, organizations, participations, persons, agreed]);
    expect(modality.attended).toBe(participations);
    expect(modalityOfPersons.attended).toBe(persons);
    expect(statistics.byStatus.country.member).toBe(countries);
  }
}

const literal = () =>
  yearOf2023(
    [
      ...partiesOfCells(CELLS.countries, 'country'),
      ...partiesOfCells(CELLS.organizations, 'organization'),
    ],
    CELLS.participants,
  );

describe('the figures of the 2023 cycle', () => {
  it('unions, participations, persons and recommendations, from the figures as literals', () => {
    checkYear(literal());
  });

  it('an organization that only its secretariat represents is among them', () => {
    const world = yearOf2023(
      [
        ...partiesOfCells(CELLS.countries, 'country'),
        ...partiesOfCells(CELLS.organizations, 'organization'),
      ],
      CELLS.participants,
      'organization-ABCP-0',
    );
    checkYear(world);
    const year = statisticsOf(world, scopes.year);
    expect(year.figures.support.value).toBe(4);
    const row = year.parties.find(({ party }) => party === 'organization-ABCP-0');
    expect([...row!.meetings.keys()]).toEqual(['B', 'A', 'C', 'P']);
  });

  it('the policy meeting endorsed what the experts agreed', () => {
    const { recommendations } = statisticsOf(literal(), scopes.P);
    expect(recommendations).toMatchObject({ agreed: 0, endorsed: 0, endorsedHere: 22 });
    expect(statisticsOf(literal(), scopes.year).recommendations?.byPillar).toEqual([
      { part: 'II', agreed: 4, endorsed: 4 },
      { part: 'III', agreed: 10, endorsed: 10 },
      { part: 'IV', agreed: 8, endorsed: 8 },
    ]);
  });

  it('the sentences, in English and Russian', () => {
    const say = (scope: Scope, language: 'en' | 'ru') =>
      sentencesOf(statisticsOf(literal(), scope), language).map(({ text, exact }) => [text, exact]);
    expect(say(scopes.A, 'en')).toEqual([
      [
        'The meeting was attended by over 160 nominated participants representing 35 countries and 10 international and regional organizations.',
        165,
      ],
    ]);
    expect(say(scopes.C, 'ru')).toEqual([
      [
        'В работе совещания приняли участие почти 90 назначенных участников, представлявших 24 страны и 5 международных и региональных организаций.',
        88,
      ],
    ]);
    const english =
      'In 2023, the events of the programme were attended by over 500 nominated participants from 48 countries and 14 international and regional organizations.';
    expect(say(scopes.year, 'en')).toEqual([
      [english, 507],
      [english, 501],
    ]);
    expect(say(scopes.experts, 'ru')).toEqual([
      [
        'В работе 3 совещаний приняли участие почти 400 назначенных участников, представлявших 45 стран и 13 международных и региональных организаций.',
        398,
      ],
      [
        'В работе 3 совещаний приняли участие почти 400 назначенных участников, представлявших 45 стран и 13 международных и региональных организаций.',
        395,
      ],
    ]);
  });
});

describe('the same from the published assignment', () => {
  const matrix = 'facts/SYNTHETIC_attendance_matrix_2023.csv';
  const overlap = 'facts/overlap_assignment_2023.json';
  const files = [sharedData(matrix), sharedData(overlap)] as const;
  const reason = missingData(files[0] === null ? matrix : overlap);

  it.skipIf(files.includes(null))(
    files.includes(null) ? `skipped: ${reason}` : 'parties by name, persons by overlap',
    () => {
      const [, ...lines] = readFileSync(files[0]!, 'utf8').trim().split(/\r?\n/);
      const parties = lines.map((line): PartyAt => {
        const [, kind, id, ...flags] = line.split(',');
        return {
          id: id!,
          kind: kind === 'country' ? 'country' : 'organization',
          at: LETTERS.filter((_, n) => flags[n] === '1'),
        };
      });
      const { participants } = JSON.parse(readFileSync(files[1]!, 'utf8')) as {
        participants: { cells: Record<string, number> };
      };
      expect(parties).toHaveLength(81);
      checkYear(yearOf2023(parties, participants.cells, 'UNODC'));
    },
  );
});
