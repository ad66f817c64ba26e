import { describe, expect, it } from 'vitest';
import { documentWorkbook, tableCsv } from '@shared/codecs/documents/table';
import { DOCUMENT_NAMESPACES } from '@shared/codecs/documents/words';
import { participantsList } from '@shared/codecs/participants-list/list';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { reference } from '@shared/domain/person/rules';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { createI18n } from '@shared/i18n/i18n';
import {
  attendance,
  meeting,
  meetingWorld,
  nomination,
  party,
  world,
} from '../statistics/build-world';

const t = (language: 'en' | 'ru') =>
  createI18n({ language, strict: true }).getFixedT(language, DOCUMENT_NAMESPACES);

const invented = (id: string, set: Partial<Person>): [string, Person] => [
  id,
  { ...PERSON_DEFAULTS, id, synthetic: true, ...set },
];

const people = new Map([
  invented('head', {
    family: 'van der Example',
    given: 'Zoe',
    honorific: 'Ms',
    jobTitle: 'Director',
  }),
  invented('expert', { family: "d'Example", given: 'Ada' }),
  invented('expert2', { full: 'Example Abe' }),
  invented('alternate', { family: 'McExample', given: 'Bo', native: 'Бо Мкэкзампл' }),
  invented('turk', { family: 'Çexample', given: 'Ege', institution: 'Ministry, "Interior"' }),
  invented('who', { family: 'Sample', given: 'Uma' }),
  invented('walk-in', { family: 'Nobody', given: 'Una' }),
  invented('absent', { family: 'Gone', given: 'Al' }),
  invented('staff', { family: 'Desk', given: 'Sam' }),
]);

const parties = [
  party('WHO', 'organization', { names: { en: 'World Health Organization' } }),
  party('MDA', 'country', { names: { en: 'Republic of Moldova (the)', ru: 'Республика Молдова' } }),
  party('TUR', 'country', { names: { en: 'Türkiye', ru: 'Турция' } }),
  party('AUT', 'country', { names: { en: 'Austria', ru: 'Австрия' } }),
];

const all = world(
  [
    meetingWorld(meeting('m', '2023-06-13', { title: 'Meeting in Sofia' }), {
      nominations: [
        nomination('who', 'WHO'),
        nomination('expert2', 'MDA', { capacity: 'expert' }),
        nomination('expert', 'MDA', { capacity: 'expert' }),
        nomination('alternate', 'MDA', { capacity: 'alternate', publish: 'granted' }),
        nomination('head', 'MDA', { capacity: 'head' }),
        nomination('turk', 'TUR', { publish: 'refused' }),
        nomination('turk', 'TUR', { publish: 'granted', state: 'withdrawn', id: 'turk2' }),
        nomination('absent', 'AUT'),
        nomination('staff', 'WHO', { capacity: 'secretariat' }),
      ],
      attendance: attendance('m', [
        ...(['walk-in', 'who', 'turk', 'expert2', 'staff'] as const).map(
          (id) => [id, 'virtual'] as const,
        ),
        ...(['head', 'expert', 'alternate'] as const).map((id) => [id, 'in-person'] as const),
      ]),
    }),
  ],
  parties,
  { people: new Map([['who', { gender: 'not-declared' as const, synthetic: true }]]) },
);

function list(
  language: 'en' | 'ru',
  which: 'attended' | 'nominated',
  audience: 'inside' | 'outside' = 'inside',
) {
  const madeAt = '2023-06-14T12:00:00Z';
  const options = { language, t: t(language), madeAt, which, people, audience };
  const model = participantsList(all, 'm', options)!;
  const table = model.tables[0]!;
  return {
    model,
    table,
    rows: table.rows.map((row) => [row[0], row[1], row[3], row[7]]),
  };
}

describe('the list of participants', () => {
  it('States, organizations, others; the head first, then by capacity, then by name', () => {
    expect(list('en', 'attended').rows).toEqual([
      ['States', 'Republic of Moldova (the)', 'Zoe van der Example', 'Head of delegation'],
      ['States', 'Republic of Moldova (the)', 'Bo McExample', 'Alternate'],
      ['States', 'Republic of Moldova (the)', "Ada d'Example", 'Expert'],
      ['States', 'Republic of Moldova (the)', 'Example Abe', 'Expert'],
      ['States', 'Türkiye', 'Ege Çexample', 'Representative'],
      ['Organizations', 'World Health Organization', 'Uma Sample', 'Representative'],
      ['Without delegation', null, 'Una Nobody', null],
    ]);
  });

  it('in Russian, in the order of its alphabet; a name that is not on file is marked', () => {
    const { rows, table } = list('ru', 'nominated');
    expect(rows.map(([group, name]) => [group, name])).toEqual([
      ['Государства', 'Австрия'],
      ...Array.from({ length: 4 }, () => ['Государства', 'Республика Молдова']),
      ['Государства', 'Турция'],
      ['Организации', 'World Health Organization (WHO) *'],
    ]);
    expect(table.footnotes?.[0]).toMatch(/^\* Официальное название/);
    expect(table.notes).toContain('Назначенные участники: 7 участников');
  });

  it('titles, institutions and names in their own script as submitted, and marked as invented', () => {
    const { table, model } = list('en', 'attended');
    expect(table.rows[0]).toEqual([
      ...['States', 'Republic of Moldova (the)', 'Ms', 'Zoe van der Example', ''],
      ...['Director', '', 'Head of delegation'],
    ]);
    expect(table.rows[1]?.[4]).toBe('Бо Мкэкзампл');
    expect(table.notes?.[0]).toMatch(/^SYNTHETIC DATA/);
    expect(table.notes).toContain('Participants who attended: 7 participants');
    const csv = tableCsv(table, model.mark);
    expect(csv).toContain('SYNTHETIC,States,Türkiye,,Ege Çexample,,,"Ministry, ""Interior""",');
  });

  it('marks and counts walk-ins whom nobody has approved, where there are any', () => {
    expect(list('en', 'attended').table.columns.map(({ key }) => key)).not.toContain('standing');
    const [before, ...rest] = all.meetings;
    const nominations = [
      ...before!.nominations,
      nomination('walk-in', 'AUT', { walkIn: true, state: 'received', capacity: 'adviser' }),
    ];
    const withOne = { ...all, meetings: [{ ...before!, nominations }, ...rest] };
    const of = (
      language: 'en' | 'ru',
      which: 'attended' | 'nominated',
      audience: 'inside' | 'outside',
    ) => {
      const options = { language, t: t(language), madeAt: '', which, people, audience };
      return participantsList(withOne, 'm', options)!.tables[0]!;
    };
    const table = of('en', 'attended', 'inside');
    expect(table.rows[0]).toEqual([
      ...['States', 'Austria', '', 'Una Nobody', '', '', '', 'Adviser', 'Provisional'],
    ]);
    expect(table.rows.map((row) => row[8]).filter(Boolean)).toEqual(['Provisional']);
    expect(table.notes).toContain('of whom 1 came un-nominated and is not approved yet');
    expect(of('ru', 'attended', 'inside').rows[0]?.[8]).toBe('Предварительно');
    expect(of('en', 'nominated', 'inside').columns.map(({ key }) => key)).not.toContain('standing');
    // Counted among those who are not named outside, and not marked there.
    const outside = of('en', 'attended', 'outside');
    expect(outside.columns.map(({ key }) => key)).not.toContain('standing');
    expect(outside.notes).toContain('of whom 1 came un-nominated and is not approved yet');
  });

  it('for publication names only those who agreed, and counts the others in one line', () => {
    const { rows, table } = list('en', 'attended', 'outside');
    expect(rows.map(([, , name]) => name)).toEqual(['Bo McExample']);
    expect(table.notes).toContain('Participants who attended: 7 participants');
    expect(table.notes).toContain('and 6 participants who are not named here');
    expect(list('ru', 'attended', 'outside').table.notes).toContain(
      'и ещё 6 участников, имена которых здесь не указаны',
    );
    expect(list('en', 'attended').table.notes?.join()).not.toContain('not named here');
  });

  it('calls somebody who was forgotten by a reference, and never names them outside', () => {
    const known = people.get('alternate')!;
    people.set('alternate', { ...PERSON_DEFAULTS, id: known.id, forgotten: true });
    expect(list('en', 'attended').rows[1]?.[2]).toBe(reference('alternate'));
    expect(list('en', 'attended', 'outside').rows).toEqual([]);
    people.set('alternate', known);
  });

  it('reads back from a workbook', async () => {
    const { model, rows } = list('en', 'attended');
    const read = await readWorkbook(await documentWorkbook(model));
    if (!read.ok) throw new Error(read.reason);
    expect(read.sheets.map(({ name }) => name)).toEqual(['List of participants']);
    const text = read.sheets[0]!.rows.flat();
    for (const [, , name] of rows) expect(text).toContain(name);
  });

  it('of a meeting that is not there is none', () => {
    const which = { which: 'attended', audience: 'inside' } as const;
    const options = { language: 'en', t: t('en'), madeAt: '', people, ...which };
    expect(participantsList(all, 'elsewhere', options)).toBeNull();
  });
});
