import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openTableJob } from '@renderer/workers/jobs/read-nominations';
import { encode } from '../../../support/reports/encode';
import { ListDesk } from './desk-of-lists';

const RUSSIAN = [
  'Эл. почта;Должность;Страна;Имя;Фамилия;Дата получения;Форма участия;Качество',
  'a.testova@example.org;Эксперт;Болгария;Анна;Тестова;03/04/2026;Очно;Глава делегации',
  ';Советник;Российская Федерация;Иван;Пробный;05/04/2026;онлайн;Советник',
  'k.proba@example.org;Инспектор;Бразилия;Кен;Такая;07/04/2026;Очно;Наблюдатель',
  'bad mail@;Инспектор;Узбекистан;Пётр;Черновик;07/04/2026;Очно;Дегустатор',
  'z@example.org;Инспектор;Зурбагания;Жан;Выдуманный;07/04/2026;Очно;Эксперт',
  ';;Таджикистан;;;08/04/2026;Очно;Эксперт',
  'a.testova@example.org;Эксперт;Болгария;Анна;Тестова;03/04/2026;Очно;Глава делегации',
].join('\r\n');

const codesByRow = (list: Awaited<ReturnType<ListDesk['read']>>) =>
  list.rows.map(({ row, verdict, issues }) => [row, verdict, issues.map(({ code }) => code)]);

describe('a Russian list in Windows-1251, columns in an order of its own', () => {
  const bytes = encode(RUSSIAN, 'windows-1251');

  it('is opened with its encoding reported as a guess', async () => {
    const table = await openTableJob({ name: 'spisok.csv', bytes });
    expect(table).toMatchObject({
      ok: true,
      issues: [{ code: 'encoding-guessed', params: { encoding: 'windows-1251' } }],
    });
  });

  it('tells for every row what stands in the way, and where', async () => {
    const list = await new ListDesk().read('spisok.csv', bytes);
    expect(codesByRow(list)).toEqual([
      [2, 'error', ['ambiguous-date']],
      [3, 'error', ['ambiguous-date']],
      [4, 'error', ['ambiguous-date']],
      [5, 'error', ['invalid-email', 'unknown-capacity', 'ambiguous-date']],
      [6, 'error', ['unknown-party', 'ambiguous-date']],
      [7, 'error', ['missing-name', 'ambiguous-date']],
      [8, 'error', ['ambiguous-date', 'duplicate-email']],
    ]);
    const party = list.rows[4]?.issues[0];
    expect(party).toMatchObject({ row: 6, column: 2, value: 'Зурбагания' });
  });

  it('asks for the order of dates once, and for an unknown party once', async () => {
    const desk = new ListDesk();
    const bulgaria = desk.list('parties').find(({ code }) => code === 'BGR');
    const settled = new Map([['зурбагания', bulgaria?.id ?? '']]);
    const list = await desk.read('spisok.csv', bytes, { dayOrder: 'dmy', settled });
    expect(codesByRow(list)).toEqual([
      [2, 'new', []],
      [3, 'new', []],
      [4, 'new', []],
      [5, 'error', ['invalid-email', 'unknown-capacity']],
      [6, 'new', []],
      [7, 'error', ['missing-name']],
      [8, 'error', ['duplicate-email']],
    ]);
    expect(list.rows[0]).toMatchObject({
      ...{ capacity: 'head', modality: 'in-person', receivedOn: '2026-04-03' },
      ...{ party: bulgaria?.id, emails: ['a.testova@example.org'], jobTitle: 'Эксперт' },
      name: { family: 'Тестова', given: 'Анна' },
    });
    expect(list.rows[2]?.party).toBe('country:BRA');
    expect(list.rows[4]?.party).toBe(bulgaria?.id);
  });
});

describe('a workbook with a title above its headings', () => {
  const workbook = (rows: string[][]) =>
    writeXlsx({
      sheets: [
        { name: 'Read me', rows: [['About this list']] },
        { name: 'Nominations', rows: [['Nominations to the meeting'], [], ...rows] },
      ],
    });
  const rows = [
    ['E-mail', 'Name', 'Country / Pays', 'Role'],
    ['s1@example.org', 'TESTOVA Ana', 'UNODC', 'Head of delegation'],
    ['s2@example.org', 'Testov, Borys', 'Iran (Islamic Republic of)', 'Adviser'],
  ];

  it('is read from the sheet that has the list', async () => {
    const desk = new ListDesk();
    const list = await desk.read('list.xlsx', await workbook(rows));
    expect(codesByRow(list)).toEqual([
      [4, 'new', []],
      [5, 'new', []],
    ]);
    expect(list.rows.map(({ name, capacity }) => [name.family, name.given, capacity])).toEqual([
      ['TESTOVA', 'Ana', 'head'],
      ['Testov', 'Borys', 'adviser'],
    ]);
  });

  it('may say nothing of the party when the whole list is one delegation’s', async () => {
    const desk = new ListDesk();
    const without = rows.map(([email = '', name = '', , role = '']) => [email, name, role]);
    const bytes = await workbook(without);
    const party = desk.list('parties').find(({ code }) => code === 'BGR')?.id ?? null;
    const asked = await desk.read('list.xlsx', bytes);
    const told = await desk.read('list.xlsx', bytes, { defaultParty: party });
    expect(codesByRow(asked).map(([, , codes]) => codes)).toEqual([
      ['missing-party'],
      ['missing-party'],
    ]);
    expect(told.rows.map((row) => row.party)).toEqual([party, party]);
  });
});

describe('a file that is no list', () => {
  const text = (value: string) => new TextEncoder().encode(value);
  it.each([
    ['text called a workbook', 'list.xlsx', text('this is no workbook\n'), 'not-a-workbook'],
    ['a PDF called a text', 'list.csv', text('%PDF-1.7\n%âãÏÓ\n'), 'not-text'],
    ['nothing at all', 'list.csv', new Uint8Array(), 'empty'],
    ['nothing, called a workbook', 'list.xlsx', new Uint8Array(), 'empty'],
    [
      'more rows than one act can hold',
      'list.csv',
      text(`Name,Country\n${'Ana Testova,BGR\n'.repeat(45_100)}`),
      'too-many-rows',
    ],
  ])('%s is refused', async (_, name, bytes, reason) => {
    expect(await openTableJob({ name, bytes })).toMatchObject({ ok: false, reason });
  });
});
