import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@shared/codecs/limits';
import type { Column } from '@shared/codecs/table/column';
import { columnLetters } from '@shared/codecs/xlsx/cells';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { sheetOf, writeWorkbook } from '@shared/codecs/xlsx/write';
import { encode } from '../../support/reports/encode';

interface Line {
  readonly name: string;
  readonly figure: number | null;
  readonly day: string | null;
  readonly at: string | null;
}
const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', header: 'Name', type: 'text', value: ({ name }) => name },
  { key: 'figure', header: 'Figure', type: 'number', value: ({ figure }) => figure },
  { key: 'day', header: 'Day', type: 'date', value: ({ day }) => day },
  { key: 'at', header: 'At', type: 'datetime', width: 30, value: ({ at }) => at },
];
const PROPERTIES = { title: 'Test', madeAt: '2023-09-13T12:00:00Z' };
const line = (name: string): Line => ({
  name,
  figure: -3,
  day: '2023-09-12',
  at: '2023-09-12T09:30',
});

const write = (lines: readonly Line[], name = 'People') =>
  writeWorkbook([sheetOf({ name, columns: COLUMNS, rows: lines })], PROPERTIES);

async function read(bytes: Uint8Array) {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('writeWorkbook', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '_x0041_',
    '__x000D_',
    ' lead and trail ',
    '<&>"\'',
    '😀',
    'two\nlines',
    '00123',
    'TRUE',
    '2023-09-12',
  ])('keeps the text %j a text', async (name) => {
    const bytes = await write([line(name)]);
    const { sheets } = await read(bytes);
    expect(sheets[0]?.rows[1]).toEqual([name, '-3', '2023-09-12', '2023-09-12T09:30:00']);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f>');
  });

  it('leaves out what a workbook cannot hold', async () => {
    const { sheets } = await read(await write([line('a\u0000b\u000bc\ud800d')]));
    expect(sheets[0]?.rows[1]?.[0]).toBe('abcd');
  });

  it('same input, same bytes', async () => {
    expect(await write([line('x')])).toEqual(await write([line('x')]));
  });

  it('title, notes, frozen header, widths and footnotes', async () => {
    const bytes = await writeWorkbook(
      [
        sheetOf({
          name: 'Figures',
          columns: COLUMNS,
          rows: [line('a'), line('b')],
          title: 'Attendance',
          notes: ['Synthetic'],
          footnotes: ['Definition'],
          rightToLeft: true,
        }),
      ],
      PROPERTIES,
    );
    const { sheets } = await read(bytes);
    expect(sheets[0]?.rows.map((row) => row[0] ?? '')).toEqual([
      'Attendance',
      'Synthetic',
      '',
      'Name',
      'a',
      'b',
      '',
      'Definition',
    ]);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain('ySplit="4"');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('rightToLeft="1"');
    expect(xml).toContain('ref="A4:D6"');
    expect(xml).toMatch(/<col [^>]*width="30/);
  });

  it('makes sheet names that a workbook accepts, all different', async () => {
    const sheet = (name: string) => sheetOf({ name, columns: COLUMNS, rows: [line('x')] });
    const long = 'Countries and organizations: a/b'.padEnd(40, 'x');
    const bytes = await writeWorkbook(
      [sheet(long), sheet(long), sheet("''"), sheet('[]')],
      PROPERTIES,
    );
    const names = (await read(bytes)).sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});

describe('readWorkbook', () => {
  it('reads all sheets, numbers, times, booleans', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['n', 't'],
            [0.1 + 0.2, true],
            [1e15, new Date(Date.UTC(2023, 0, 2))],
          ],
        },
        { name: 'B', rows: [['x'], [null], ['y']], hidden: true },
      ],
    });
    const { sheets, issues } = await read(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(sheets[0]?.rows).toEqual([
      ['n', 't'],
      ['0.3', 'TRUE'],
      ['1000000000000000', '2023-01-02'],
    ]);
    expect(sheets[1]?.firstLine).toEqual([1, 2, 3]);
    expect(issues).toMatchObject([{ code: 'hidden-sheet', params: { sheet: 'B' } }]);
  });

  it('takes the calculated value of a formula and reports it', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [['a', 'b', 'c']],
          cells: new Map([
            ['1,0', { formula: '1+1', formulaResult: 2 }],
            ['1,1', { formula: 'NOW()' }],
            ['1,2', { value: '#N/A', type: 'error' as const }],
            ['2,0', { formula: '2+2', formulaResult: 4 }],
          ]),
        },
      ],
    });
    const { sheets, issues } = await read(bytes);
    expect(sheets[0]?.rows.slice(1)).toEqual([['2', '', ''], ['4']]);
    expect(issues).toMatchObject([
      { code: 'formula-cached-value', value: 'A2', row: 2, column: 0, params: { count: 2 } },
      { code: 'formula-without-value', value: 'B2', params: { count: 1 } },
      { code: 'error-cells', value: 'C2', params: { count: 1 } },
    ]);
  });

  it('fills cells merged downwards, not titles', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['List', null],
            ['Country', 'Name'],
            ['Testland', 'Anna'],
            [null, 'Bob'],
            [null, 'Cleo'],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 1 },
            { startRow: 2, startCol: 0, endRow: 4, endCol: 0 },
          ],
        },
      ],
    });
    const { sheets, issues } = await read(bytes);
    expect(sheets[0]?.rows.map((row) => row[0])).toEqual([
      'List',
      'Country',
      'Testland',
      'Testland',
      'Testland',
    ]);
    expect(issues).toMatchObject([
      { code: 'merged-cells', value: 'A1' },
      { code: 'merged-cells-filled', value: 'A3' },
    ]);
  });

  it('a password is a reason', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['x']] }],
      encryption: { password: 'secret', spinCount: 10 },
    });
    expect(await readWorkbook(bytes)).toMatchObject({ ok: false, reason: 'password-protected' });
  });

  it.each([
    ['text', encode('a,b\n1,2\n', 'utf-8'), 'not-a-workbook', { kind: 'text' }],
    ['a web page', encode('<html><table>', 'utf-8'), 'not-a-workbook', { kind: 'html' }],
    ['another archive', zipSync({ 'readme.txt': strToU8('x') }), 'not-a-workbook', { kind: 'zip' }],
    [
      'a document',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') }),
      'not-a-workbook',
      { kind: 'docx' },
    ],
    ['nothing', new Uint8Array(), 'empty', {}],
  ])('%s is refused and named', async (_name, bytes, reason, params) => {
    expect(await readWorkbook(bytes)).toEqual({ ok: false, reason, params });
  });

  it('a cut file is damaged', async () => {
    const bytes = await write([line('x')]);
    expect(await readWorkbook(bytes.subarray(0, bytes.length - 200))).toMatchObject({
      reason: 'damaged',
    });
  });

  it('an empty workbook is empty', async () => {
    expect(
      await readWorkbook(await writeXlsx({ sheets: [{ name: 'A', rows: [[null]] }] })),
    ).toMatchObject({ reason: 'empty' });
  });

  it('a zip bomb is refused before it is unpacked', async () => {
    const bytes = await write([line('x')]);
    const view = new DataView(bytes.buffer);
    let parts = 0;
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, LIMITS.unpackedBytes / 4, true);
        parts++;
      }
    expect(parts).toBeGreaterThan(4);
    expect(await readWorkbook(bytes)).toEqual({
      ok: false,
      reason: 'zip-bomb',
      params: { unpacked: (LIMITS.unpackedBytes / 4) * 5, limit: LIMITS.unpackedBytes },
    });
  });

  it('a zip bomb that lies about its size is damaged', async () => {
    const parts = unzipSync(await write([line('x')]));
    const sheet = `${strFromU8(parts['xl/worksheets/sheet1.xml']!)}${' '.repeat(5_000_000)}`;
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    const view = new DataView(bomb.buffer);
    for (const lie of [0, 1000]) {
      for (let at = bomb.length - 46; at > 0; at--)
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 4_000_000)
          view.setUint32(at + 24, lie, true);
      expect(await readWorkbook(bomb)).toMatchObject({ ok: false, reason: 'damaged' });
      for (let at = bomb.length - 46; at > 0; at--)
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === lie)
          view.setUint32(at + 24, 5_000_001, true);
    }
  });

  it('too many rows, a far corner and a far column are refused with the bound', async () => {
    const parts = unzipSync(await write([line('x')]));
    const withRows = (rows: string) =>
      zipSync({
        ...parts,
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
        ),
      });
    const many = Array.from(
      { length: LIMITS.rows + 5 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    expect(await readWorkbook(withRows(many.join('')))).toMatchObject({
      reason: 'too-many-rows',
      params: { limit: LIMITS.rows },
    });
    expect(
      await readWorkbook(
        withRows(
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        ),
      ),
    ).toMatchObject({ reason: 'too-many-cells' });
    expect(await readWorkbook(withRows('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toMatchObject(
      { reason: 'too-many-columns' },
    );
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
