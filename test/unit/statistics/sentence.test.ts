import { describe, expect, it } from 'vitest';
import { approximate, holds } from '@shared/statistics/sentence';
import { inEnglish } from '@shared/statistics/sentence/en';
import type { Statement } from '@shared/statistics/sentence/language';
import { inRussian } from '@shared/statistics/sentence/ru';

describe('rounding', () => {
  it.each([
    [0, 'exact', 0],
    [1, 'exact', 1],
    [19, 'exact', 19],
    [20, 'exact', 20],
    [21, 'over', 20],
    [25, 'over', 20],
    [26, 'nearly', 30],
    [88, 'nearly', 90],
    [90, 'exact', 90],
    [91, 'nearly', 100],
    [99, 'nearly', 100],
    [100, 'exact', 100],
    [101, 'over', 100],
    [106, 'over', 100],
    [109, 'over', 100],
    [110, 'exact', 110],
    [145, 'over', 140],
    [164, 'over', 160],
    [165, 'over', 160],
    [166, 'nearly', 170],
    [395, 'nearly', 400],
    [398, 'nearly', 400],
    [501, 'over', 500],
    [507, 'over', 500],
    [995, 'nearly', 1000],
    [9474, 'over', 9470],
  ] as const)('%i: %s %i', (count, qualifier, value) => {
    expect(approximate(count)).toEqual({ qualifier, value });
  });

  it('says nothing that is not true', () => {
    for (let count = 0; count <= 3000; count++) {
      expect(holds(approximate(count), count), String(count)).toBe(true);
    }
  });
});

describe('a published figure against an exact one', () => {
  it.each([
    ['over', 500, 507, true],
    ['over', 500, 500, false],
    ['over', 500, 499, false],
    ['over', 500, 600, false],
    ['nearly', 400, 398, true],
    ['nearly', 400, 400, false],
    ['over', 160, 165, true],
    ['over', 160, 180, false],
    ['exact', 45, 45, true],
    ['exact', 45, 46, false],
  ] as const)('%s %i of %i: %s', (qualifier, value, count, expected) => {
    expect(holds({ qualifier, value }, count)).toBe(expected);
  });
});

const say = (count: number, countries: number, organizations: number): Statement => ({
  subject: { kind: 'meeting' },
  attended: approximate(count),
  nominated: true,
  countries,
  organizations,
});

describe('English', () => {
  it.each<[Statement, string]>([
    [
      say(165, 35, 10),
      'The meeting was attended by over 160 nominated participants representing 35 countries and 10 international and regional organizations.',
    ],
    [
      { ...say(165, 35, 10), nominated: false },
      'The meeting was attended by over 160 participants representing 35 countries and 10 international and regional organizations.',
    ],
    [say(1, 1, 0), 'The meeting was attended by 1 nominated participant representing 1 country.'],
    [
      say(2, 1, 1),
      'The meeting was attended by 2 nominated participants representing 1 country and 1 international or regional organization.',
    ],
    [
      say(3, 0, 2),
      'The meeting was attended by 3 nominated participants representing 2 international and regional organizations.',
    ],
    [{ ...say(7, 0, 0), nominated: false }, 'The meeting was attended by 7 participants.'],
    [{ ...say(0, 0, 0), nominated: false }, 'The meeting was attended by no participants.'],
    [
      { ...say(12, 9, 0), subject: { kind: 'session' } },
      'The session was attended by 12 nominated participants representing 9 countries.',
    ],
    [
      { ...say(40, 9, 0), subject: { kind: 'day', date: '2023-06-13' } },
      'On 13 June 2023, the meeting was attended by 40 nominated participants representing 9 countries.',
    ],
    [
      { ...say(398, 45, 13), subject: { kind: 'meetings', count: 3 } },
      'The 3 meetings were attended by nearly 400 nominated participants representing 45 countries and 13 international and regional organizations.',
    ],
    [
      { ...say(20_004, 190, 0), subject: { kind: 'year', year: 2023 } },
      'In 2023, the events of the programme were attended by over 20,000 nominated participants from 190 countries.',
    ],
  ])('%#', (statement, text) => {
    expect(inEnglish(statement)).toBe(text);
  });
});

describe('Russian', () => {
  it.each<[Statement, string]>([
    [
      say(165, 35, 10),
      'В работе совещания приняли участие более 160 назначенных участников, представлявших 35 стран и 10 международных и региональных организаций.',
    ],
    [
      { ...say(88, 24, 5), nominated: false },
      'В работе совещания приняли участие почти 90 участников, представлявших 24 страны и 5 международных и региональных организаций.',
    ],
    [
      say(1, 1, 0),
      'В работе совещания принял участие 1 назначенный участник, представлявший 1 страну.',
    ],
    [
      say(2, 2, 1),
      'В работе совещания приняли участие 2 назначенных участника, представлявших 2 страны и 1 международную или региональную организацию.',
    ],
    [
      say(11, 11, 11),
      'В работе совещания приняли участие 11 назначенных участников, представлявших 11 стран и 11 международных и региональных организаций.',
    ],
    [
      say(14, 21, 22),
      'В работе совещания приняли участие 14 назначенных участников, представлявших 21 страну и 22 международные и региональные организации.',
    ],
    [
      say(60, 112, 21),
      'В работе совещания приняли участие 60 назначенных участников, представлявших 112 стран и 21 международную и региональную организацию.',
    ],
    [
      { ...say(507, 48, 14), subject: { kind: 'year', year: 2023 } },
      'В 2023 году в мероприятиях программы приняли участие более 500 назначенных участников из 48 стран и 14 международных и региональных организаций.',
    ],
    [
      { ...say(507, 21, 1), subject: { kind: 'year', year: 2023 } },
      'В 2023 году в мероприятиях программы приняли участие более 500 назначенных участников из 21 страны и 1 международной или региональной организации.',
    ],
    [
      { ...say(40, 9, 0), subject: { kind: 'day', date: '2023-06-13' } },
      '13 июня 2023 г. в работе совещания приняли участие 40 назначенных участников, представлявших 9 стран.',
    ],
    [
      { ...say(4, 3, 0), subject: { kind: 'session' }, nominated: false },
      'В работе заседания приняли участие 4 участника, представлявших 3 страны.',
    ],
    [
      { ...say(0, 0, 0), nominated: false },
      'В работе совещания не принял участия ни один участник.',
    ],
  ])('%#', (statement, text) => {
    expect(inRussian(statement).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(text);
  });
});
