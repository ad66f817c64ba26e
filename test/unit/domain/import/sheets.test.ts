import { unzipSync } from 'fflate';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { NominationPart } from '@shared/codecs/nominations/types';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { mapColumnsJob, MOST_ROWS, openTableJob } from '@renderer/workers/jobs/read-nominations';
import { writeNominationSheetsJob } from '@renderer/workers/jobs/write-nomination-sheets';
import { SHEET_WORDS } from '@shared/codecs/nomination-sheet/words';
import type { NominationSheetSpec } from '@shared/codecs/nomination-sheet/write';
import type { UnLanguage } from '@shared/domain/language';
import { ListDesk } from './desk-of-lists';

const spec = (language: UnLanguage, code: string, name: string): NominationSheetSpec => ({
  ...{ language, until: null, party: { code, name } },
  meeting: { id: '01890000-0000-7000-8000-00000000aaaa', title: 'A meeting of tests' },
  madeAt: '2026-11-22T00:00:00.000Z',
});

/** Fills a sheet in as a focal point does: into the cells below the headings, file kept as it is. */
async function filled(bytes: Uint8Array, language: UnLanguage, people: string[][]) {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) throw new Error(workbook.reason);
  const header = SHEET_WORDS[language].headings.familyName;
  return writeXlsx({
    sheets: workbook.sheets.map(({ name, rows }, at) => {
      const cells: CellValue[][] = rows.map((row) => [...row]);
      const first = rows.findIndex((row) => row.includes(header)) + 1;
      if (at === 0)
        people.forEach((row, index) => (cells[first + index] = [rows[first]?.[0] ?? '', ...row]));
      return { name, rows: cells, hidden: at > 0 };
    }),
  });
}

const PEOPLE: Record<'en' | 'ru', string[][]> = {
  en: [
    [
      ...['Ms', "O'Testova", 'Anna Maria', 'Анна', 'Ministry of Tests', 'Expert on tests'],
      ...['Head of delegation', 'In person', 'anna@example.org', 'Female'],
      ...['Note verbale', '12/3', '2026-10-05', 'vegetarian'],
    ],
    ['', 'van der Berg', 'Jan', '', '', '', 'Adviser', 'Virtual', 'jan@example.org'],
  ],
  ru: [
    [
      ...['Г-жа', 'Тестова', 'Анна Ивановна', '', 'Министерство проб', 'Эксперт'],
      ...['Глава делегации', 'Очно', 'anna@example.org', 'Женский'],
      ...['Вербальная нота', '12/3', '2026-10-05', ''],
    ],
    ['', 'Пробный', 'Иван', '', '', '', 'Советник', 'Онлайн', 'jan@example.org'],
  ],
};

describe.each(['en', 'ru'] as const)('a nomination sheet in %s: out, filled, in', (language) => {
  const name = { en: 'Bulgaria', ru: 'Болгария' }[language];
  const back = async () => {
    const input = { sheets: [spec(language, 'BGR', name)], packed: false };
    const out = await writeNominationSheetsJob(input, () => undefined);
    return filled(out, language, PEOPLE[language]);
  };

  it('is read without a mapping', async () => {
    const desk = new ListDesk();
    const read = await desk.read('sheet.xlsx', await back());
    const bulgaria = desk.list('parties').find(({ code }) => code === 'BGR')?.id;
    expect(read.counts).toEqual({ new: 2, changed: 0, same: 0, conflict: 0, error: 0 });
    expect(read.rows.flatMap(({ issues }) => issues)).toEqual([]);
    expect(read.rows[0]).toMatchObject({
      ...{ party: bulgaria, capacity: 'head', modality: 'in-person', gender: 'female' },
      ...{ emails: ['anna@example.org'] },
      source: { kind: 'note-verbale', number: '12/3', date: '2026-10-05' },
    });
    expect(read.rows[1]).toMatchObject({
      party: bulgaria,
      capacity: 'adviser',
      modality: 'virtual',
    });
  });

  it('changes nothing when it comes again, and is taken back exactly', async () => {
    const desk = new ListDesk();
    const before = desk.hash();
    const made = desk.take(await desk.read('sheet.xlsx', await back()));
    const after = desk.hash();
    const again = await desk.read('sheet.xlsx', await back());
    expect(again.counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    expect(() => desk.take(again)).toThrow('nothing-to-import');
    expect(desk.hash()).toBe(after);
    expect(desk.takeBack(made)).toEqual([]);
    expect(desk.hash()).toBe(before);
  });
});

describe('nomination sheets for all', () => {
  it('are one workbook each in one package', async () => {
    const seen: string[] = [];
    const sheets = [
      spec('en', 'BGR', 'Bulgaria'),
      spec('ru', 'A/B', 'One organization'),
      spec('ru', 'A B', 'Another organization'),
    ];
    const bytes = await writeNominationSheetsJob({ sheets, packed: true }, ({ done, total }) =>
      seen.push(`${done}/${total ?? '?'}`),
    );
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['BGR.xlsx', 'A-B.xlsx', 'A-B-2.xlsx']);
    expect(seen).toEqual(['0/3', '1/3', '2/3']);
    const table = await openTableJob({ name: 'A-B.xlsx', bytes: files['A-B.xlsx'] ?? bytes });
    expect(table).toMatchObject({ ok: true, handedOut: { party: 'A/B', language: 'ru' } });
  });
});

describe('several worksheets of one workbook', () => {
  const workbook = () =>
    writeXlsx({
      sheets: [
        {
          name: 'Countries',
          rows: [
            ['Country', 'Name', 'E-mail'],
            ['Bulgaria', 'TESTOVA Ana', 'ana@example.org'],
            ['Austria', 'TESTOV Borys', 'borys@example.org'],
          ],
        },
        {
          name: 'Organizations',
          rows: [
            ['Organizations'],
            [],
            ['E-mail', 'Family name', 'Given name', 'Organization'],
            ['maria@example.org', 'Probe', 'Maria', 'UNODC'],
            ['ANA@example.org', 'Testova', 'Ana', 'UNODC'],
          ],
        },
      ],
    });

  it('are read as one list, each with its own headings, and compared with one another', async () => {
    const desk = new ListDesk();
    const table = await openTableJob({ name: 'list.xlsx', bytes: await workbook() });
    if (!table.ok) throw new Error(table.reason);
    const parties = desk.parties().all;
    const parts = await Promise.all(
      table.sheets.map(async (sheet): Promise<NominationPart> => {
        const { headerRow, columns } = await mapColumnsJob({ sheet, parties });
        return { sheet, mapping: { headerRow, columns } };
      }),
    );
    expect(parts.map(({ mapping }) => mapping.headerRow)).toEqual([0, 2]);
    const read = await desk.read('list.xlsx', await workbook(), { parts });
    expect(read.rows.map(({ key, sheet, row, verdict }) => [key, sheet, row, verdict])).toEqual([
      ['0:1', 'Countries', 2, 'new'],
      ['0:2', 'Countries', 3, 'new'],
      ['1:3', 'Organizations', 4, 'new'],
      ['1:4', 'Organizations', 5, 'error'],
    ]);
    expect(read.rows[3]?.issues[0]).toMatchObject({
      code: 'nominated-twice',
      params: { first: '2 (Countries)' },
    });
  });
});

describe('a workbook that cannot be taken as it is', () => {
  const open = async (bytes: Uint8Array) => openTableJob({ name: 'list.xlsx', bytes });
  const rows = (count: number): CellValue[][] => [
    ['Country', 'Name'],
    ...Array.from({ length: count }, (_, at) => ['Bulgaria', `Testova ${at}`]),
  ];

  it('of 200,000 rows is refused with the number that a list may have', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Big', rows: rows(200_000) }] });
    expect(await open(bytes)).toMatchObject({
      ...{ ok: false, reason: 'too-many-rows', params: { limit: MOST_ROWS } },
    });
    const text = `Country,Name\n${'Bulgaria,Testova\n'.repeat(200_000)}`;
    const csv = await openTableJob({ name: 'list.csv', bytes: new TextEncoder().encode(text) });
    expect(csv).toMatchObject({ reason: 'too-many-rows', params: { limit: MOST_ROWS } });
  }, 60_000);

  it('under a password says so', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Secret', rows: rows(1) }],
      encryption: { password: 'test', spinCount: 10 },
    });
    expect(await open(bytes)).toMatchObject({ ok: false, reason: 'password-protected' });
  });

  it('with formulas and merged cells is read, and says what was done about them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'List',
          rows: [
            ['Country', 'Name', 'E-mail'],
            ['Bulgaria', 'Ana Testova', null],
            [null, 'Borys Testov', 'borys@example.org'],
          ],
          cells: new Map([
            ['1,2', { formula: 'LOWER("ANA@EXAMPLE.ORG")', formulaResult: 'ana@example.org' }],
          ]),
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        },
      ],
    });
    const desk = new ListDesk();
    const table = await open(bytes);
    expect(table.ok && table.issues.map(({ code, value }) => [code, value])).toEqual([
      ['formula-cached-value', 'C2'],
      ['merged-cells-filled', 'A2'],
    ]);
    const read = await desk.read('list.xlsx', bytes);
    expect(
      read.rows.map(({ verdict, emails, partyText }) => [verdict, partyText, ...emails]),
    ).toEqual([
      ['new', 'Bulgaria', 'ana@example.org'],
      ['new', 'Bulgaria', 'borys@example.org'],
    ]);
  });
});
