import { describe, expect, it } from 'vitest';
import countries from '@assets/countries.json';
import { attendanceFigures, attendanceWorkbook } from '@shared/codecs/attendance-workbook/workbook';
import { readCsv } from '@shared/codecs/csv/read';
import { documentWorkbook, tableCsv, type DocumentModel } from '@shared/codecs/documents/table';
import { DOCUMENT_NAMESPACES } from '@shared/codecs/documents/words';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { createI18n } from '@shared/i18n/i18n';
import type { Scope } from '@shared/statistics/scope';
import { statisticsOf } from '@shared/statistics/statistics';
import type { World } from '@shared/statistics/world';
import {
  event,
  login,
  meeting,
  meetingWorld,
  nomination,
  party,
  session,
  world,
} from '../statistics/build-world';
import { CELLS, partiesOfCells, yearOf2023 } from '../statistics/year-2023';

const words = (language: 'en' | 'ru') =>
  createI18n({ language, strict: true }).getFixedT(language, DOCUMENT_NAMESPACES);
const options = (language: 'en' | 'ru') => ({
  language,
  t: words(language),
  madeAt: '2023-12-20T09:30:00.000Z',
  regions: countries.regions,
});

const year = yearOf2023(
  [
    ...partiesOfCells(CELLS.countries, 'country'),
    ...partiesOfCells(CELLS.organizations, 'organization'),
  ],
  CELLS.participants,
);

/** A meeting with everything that a workbook can show. */
const sofia: World = world(
  [
    meetingWorld(
      meeting('m', '2023-06-13', {
        title: 'Meeting in Sofia',
        body: 'ewg-precursors',
        pillars: ['precursors'],
        timeZone: 'Europe/Sofia',
      }),
      {
        sessions: [session('s1', '2023-06-13', 6), session('s2', '2023-06-13', 11)],
        nominations: [
          nomination('ana', 'AUT', { capacity: 'head' }),
          nomination('ben', 'AUT', { capacity: 'expert' }),
          nomination('cem', 'EUDA'),
          nomination('staff', 'UNODC', { capacity: 'secretariat' }),
        ],
        attendance: [
          { meeting: 'm', person: 'ana', events: [event('reception'), event('session:s1')] },
          { meeting: 'm', person: 'staff', events: [event('session:s1')] },
          { meeting: 'm', person: 'walk-in', events: [event('session:s2')] },
        ],
        logins: [login(['ana', 'cem'], '2023-06-13T06:00:00Z', [0, 60])],
        recommendations: [
          { id: 'r', number: 1, pillar: 'precursors', state: 'agreed', endorsedAt: null },
        ],
      },
    ),
  ],
  [
    party('AUT', 'country', {
      names: { en: 'Austria', ru: 'Австрия' },
      m49: '040',
      region: '150',
      subregion: '155',
    }),
    party('UNODC', 'organization', {
      names: { en: 'United Nations Office on Drugs and Crime' },
    }),
    party('EUDA', 'organization', {
      names: { en: 'European Union Drugs Agency' },
      designations: [
        {
          code: 'EMCDDA',
          names: { en: 'European Monitoring Centre for Drugs and Drug Addiction' },
          from: null,
          to: '2024-07-01',
        },
        {
          code: 'EUDA',
          names: { en: 'European Union Drugs Agency' },
          from: '2024-07-02',
          to: null,
        },
      ],
    }),
  ],
  {
    programme: {
      synthetic: true,
      pillars: [{ id: 'precursors', number: 'III', names: { en: 'Precursors', ru: 'Прекурсоры' } }],
      bodies: [
        {
          id: 'ewg-precursors',
          kind: 'expert',
          pillar: 'precursors',
          abbreviation: 'EWG III',
          names: {},
        },
      ],
    },
  },
);
const whole: Scope = { kind: 'meeting', meeting: 'm' };

const people = new Map<string, Person>(
  ['ana', 'ben', 'cem', 'walk-in'].map((id) => [
    id,
    { ...PERSON_DEFAULTS, id, given: '=Invented', family: `Person ${id}`, synthetic: true },
  ]),
);

function tableRows(model: DocumentModel, key: string) {
  const table = model.tables.find((one) => one.key === key)!;
  return table.rows.map((row) => table.columns.map((column) => column.value(row)));
}

async function readBack(model: DocumentModel) {
  const result = await readWorkbook(await documentWorkbook(model));
  if (!result.ok) throw new Error(result.reason);
  return new Map(result.sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => [...row])]));
}

describe('the workbook of the year 2023, read back', () => {
  it.each(['en', 'ru'] as const)('has the published figures: %s', async (language) => {
    const statistics = statisticsOf(year, { kind: 'year', year: 2023 });
    const model = attendanceWorkbook(statistics, year, options(language));
    const sheets = await readBack(model);
    const t = words(language);
    const summary = new Map(
      sheets.get(t('workbook.sheet.summary'))!.map(([name, value]) => [name, value]),
    );
    expect(summary.get(t('figures:participations.name'))).toBe('507');
    expect(summary.get(t('figures:distinctPersons.name'))).toBe('501');
    expect(summary.get(t('figures:countries.name'))).toBe('48');
    expect(summary.get(t('figures:organizations.name'))).toBe('14');
    expect(summary.get(t('figures:recommendations.agreed.name'))).toBe('22');
    const parties = sheets.get(t('workbook.sheet.parties'))!;
    const data = parties.filter(([, , kind]) =>
      [t('domain:partyKind.country'), t('domain:partyKind.organization')].includes(kind as never),
    );
    expect(data).toHaveLength(48 + 14);
  });

  it('has the sentence and the exact figures above the table', async () => {
    const statistics = statisticsOf(year, { kind: 'meeting', meeting: 'A' });
    const sheets = await readBack(attendanceWorkbook(statistics, year, options('en')));
    const lines = sheets.get('Summary')!.map(([first]) => first);
    expect(lines).toContain(
      'The meeting was attended by over 160 nominated participants representing 35 countries and 10 international and regional organizations.',
    );
    expect(lines).toContain('Exact figure (Attended): 165');
    expect(lines).toContain('About: Meeting A, 12 September 2023');
    expect(lines).toContain('As of 2023-12-20 09:30 (UTC)');
  });
});

describe('the tables', () => {
  const statistics = statisticsOf(sofia, whole);
  const english = attendanceWorkbook(statistics, sofia, options('en'));

  it('no names of people unless they were handed over', () => {
    expect(english.tables.map(({ key }) => key)).not.toContain('participants');
    const text = JSON.stringify(english.tables.map((table) => [table.rows, table.notes]));
    expect(text).not.toMatch(/Person |=Invented/);
  });

  it('mark invented data above each of them, and in every row of a text file', () => {
    for (const table of english.tables) {
      expect(table.notes?.[0], table.key).toMatch(/^SYNTHETIC DATA/);
      const lines = tableCsv(table, english.mark).trim().split('\r\n');
      for (const line of lines.slice(1)) expect(line).toMatch(/^SYNTHETIC,/);
    }
    const real = { ...sofia, programme: { ...sofia.programme, synthetic: false } };
    const unmarked = attendanceWorkbook(statisticsOf(real, whole), real, options('en'));
    expect(unmarked.mark).toBeNull();
    expect(unmarked.tables[0]!.notes?.[0]).toMatch(/^About: /);
  });

  it('sessions with their times on the clock of the meeting', () => {
    expect(tableRows(english, 'session')).toEqual([
      [
        'EWG III, 13 Jun 2023',
        's1',
        '2023-06-13',
        '2023-06-13T09:00',
        '2023-06-13T12:00',
        'Europe/Sofia',
        2,
        0,
        1,
        1,
      ],
      [
        'EWG III, 13 Jun 2023',
        's2',
        '2023-06-13',
        '2023-06-13T14:00',
        '2023-06-13T17:00',
        'Europe/Sofia',
        1,
        1,
        0,
        0,
      ],
    ]);
  });

  it('parties by the name they had then, with persons and modality by meeting', () => {
    expect(tableRows(english, 'parties')).toEqual([
      ['Austria', 'AUT', 'Country', 'Partner', 1, 1, 'In person and online'],
      [
        'European Monitoring Centre for Drugs and Drug Addiction',
        'EMCDDA',
        'Organization',
        'Partner',
        ...[1, 1, 'Online'],
      ],
      [
        'United Nations Office on Drugs and Crime',
        'UNODC',
        'Organization',
        'Partner',
        1,
        1,
        'In person',
      ],
    ]);
  });

  it('a name that no source gives in Russian stands in English, marked and explained', () => {
    const russian = attendanceWorkbook(statistics, sofia, options('ru'));
    expect(tableRows(russian, 'parties').map(([name]) => name)).toEqual([
      'Австрия',
      'European Monitoring Centre for Drugs and Drug Addiction (EMCDDA) *',
      'United Nations Office on Drugs and Crime (UNODC) *',
    ]);
    const footnotes = russian.tables.find(({ key }) => key === 'parties')!.footnotes;
    expect(footnotes?.at(-1)).toMatch(/^\* Официальное название/);
  });

  it('breakdowns in words', () => {
    expect(tableRows(english, 'capacity')).toEqual([
      ['Head of delegation', 1, 1, 0, 0, 1],
      ['Representative', 1, 1, 0, 1, 0],
      ['Expert', 1, 0, 0, 0, 0],
      ['No capacity on file', 0, 1, 1, 0, 0],
    ]);
    expect(tableRows(english, 'region').map(([name]) => name)).toEqual([
      'Europe',
      'Organizations, or no region',
    ]);
    expect(tableRows(english, 'pillar').map(([name]) => name)).toEqual(['III. Precursors']);
    expect(tableRows(english, 'recommendations')).toEqual([
      ['Meeting in Sofia, 13 June 2023', 'III. Precursors', 1, 0],
    ]);
  });

  it('participants by name where they were handed over, inert whatever they are called', async () => {
    const model = attendanceWorkbook(statistics, sofia, { ...options('en'), people });
    expect(
      tableRows(model, 'participants').map((row) => row.slice(1, 3).concat(row.slice(6))),
    ).toEqual([
      [
        'Austria',
        'Person ana, =Invented',
        'Head of delegation',
        'Nominated',
        'Yes',
        'In person and online',
        'In person and online',
        null,
      ],
      ['Austria', 'Person ben, =Invented', 'Expert', 'Nominated', 'No', null, null, null],
      [
        'European Monitoring Centre for Drugs and Drug Addiction',
        'Person cem, =Invented',
        'Representative',
        'Nominated',
        'No',
        'Online',
        'Online',
        null,
      ],
      [
        'United Nations Office on Drugs and Crime',
        '',
        'Secretariat',
        'Nominated',
        'No',
        'In person',
        'In person',
        null,
      ],
      [
        null,
        'Person walk-in, =Invented',
        null,
        'Not nominated',
        'No',
        'In person',
        null,
        'In person',
      ],
    ]);
    const sheets = await readBack(model);
    expect(sheets.get('Participants')!.flat()).toContain('Person ana, =Invented');
    expect(sheets.get('Participants')!.flat().join()).toContain('Contains personal data');
  });

  it('says of a walk-in whom nobody has approved that they are provisional', () => {
    const [held] = sofia.meetings;
    const provisional = nomination('walk-in', 'AUT', { walkIn: true, state: 'received' });
    const nominations = [...held!.nominations, provisional];
    const walkedIn: World = { ...sofia, meetings: [{ ...held!, nominations }] };
    const figures = statisticsOf(walkedIn, whole);
    const marked = attendanceWorkbook(figures, walkedIn, { ...options('en'), people });
    const own = tableRows(marked, 'participants').find((row) => String(row[2]).includes('walk-in'));
    expect(own?.slice(1, 2)).toEqual(['Austria']);
    expect(own).toContain('Walk-in, provisional');
    const [figure] = tableRows(marked, 'summary').filter(
      (row) => row[0] === 'Walk-ins not approved yet',
    );
    expect(figure?.slice(0, 2)).toEqual(['Walk-ins not approved yet', 1]);
  });

  it('the same input gives the same bytes', async () => {
    const again = attendanceWorkbook(statisticsOf(sofia, whole), sofia, options('en'));
    expect(await documentWorkbook(again)).toEqual(await documentWorkbook(english));
  });
});

function figuresCsv(...of: Parameters<typeof attendanceFigures>): string {
  const { tables, mark } = attendanceFigures(...of);
  expect(tables).toHaveLength(1);
  return tableCsv(tables[0]!, mark);
}

describe('all figures as CSV', () => {
  it('reads back: keys, parts and numbers', () => {
    const statistics = statisticsOf(sofia, whole);
    const read = readCsv(figuresCsv(statistics, sofia, options('ru')).slice(1));
    if (!read.ok) throw new Error(read.reason);
    const [header, ...rows] = read.sheet.rows;
    expect(header).toEqual([
      ...['Данные', 'Код показателя', 'Код части', 'Показатель', 'Часть', 'Значение', 'Единица'],
    ]);
    const value = (key: string, part = '') =>
      rows.find((row) => row[1] === key && row[2] === part)?.[5];
    expect(value('attended')).toBe(String(statistics.figures.attended.value));
    expect(value('modality.both')).toBe('1');
    expect(value('session.attended', 's1')).toBe('2');
    expect(value('capacity.nominated', 'expert')).toBe('1');
    expect(value('recommendations.agreed')).toBe('1');
    expect(rows.every((row) => row[0] === 'СИНТЕТИЧЕСКИЕ')).toBe(true);
  });

  it.each<Scope>([
    { kind: 'session', meeting: 'm', session: 's1' },
    { kind: 'day', meeting: 'm', date: '2023-06-13' },
    { kind: 'meetings', meetings: ['m'] },
    { kind: 'year', year: 1999 },
  ])('every scope has its workbook, in both languages: $kind', async (scope) => {
    for (const language of ['en', 'ru'] as const) {
      const statistics = statisticsOf(sofia, scope);
      const sheets = await readBack(
        attendanceWorkbook(statistics, sofia, { ...options(language), people }),
      );
      expect(sheets.size).toBeGreaterThan(2);
      expect(figuresCsv(statistics, sofia, options(language))).toContain('attended');
    }
  });
});
