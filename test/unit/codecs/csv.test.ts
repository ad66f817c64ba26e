import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '@shared/codecs/csv/read';
import { writeCsv } from '@shared/codecs/csv/write';
import { LIMITS } from '@shared/codecs/limits';
import type { Column } from '@shared/codecs/table/column';

function read(text: string) {
  const result = readCsv(text);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('readCsv', () => {
  it.each([
    ['comma', 'a,b\n1,2\n', ','],
    ['semicolon', 'a;b\n1;2\n', ';'],
    ['tab', 'a\tb\n1\t2\n', '\t'],
    ['semicolons with decimal commas', 'a;b\n1,5;2,5\n3,5;4\n', ';'],
    ['commas inside quotes', 'a;b\n"x, y, z";2\n"p, q, r";3\n', ';'],
    ['a preamble of one column', 'Report\nMade today, at noon\na\tb\tc\n1\t2\t3\n4\t5\t6\n', '\t'],
    ['loose commas of different number', 'a;b\nx, y, z;1\np, q, r, s, t, u, v, w;2\n', ';'],
    ['a single column', 'a\nb\n', ','],
    ['stated by Excel', 'sep=;\na,b;c\n', ';'],
  ])('finds the separator: %s', (_name, text, separator) => {
    expect(read(text).separator).toBe(separator);
  });

  it.each([
    ['LF', 'a,b\n1,2\n3,4'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['mixed', 'a,b\r\n1,2\r3,4\n'],
  ])('line ends %s', (_name, text) => {
    expect(read(text).sheet).toEqual({
      name: '',
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      firstLine: [1, 2, 3],
    });
  });

  it('counts the lines of the file, not the rows', () => {
    const { sheet } = read(
      'sep=,\r\nname,note\r\nAnna,"first\r\nsecond\r\nthird"\r\n\r\nBob,x\r\n',
    );
    expect(sheet.rows).toEqual([
      ['name', 'note'],
      ['Anna', 'first\nsecond\nthird'],
      [''],
      ['Bob', 'x'],
    ]);
    expect(sheet.firstLine).toEqual([2, 3, 6, 7]);
  });

  it('an unclosed quotation mark is an error with its line', () => {
    expect(read('a,b\n1,2\n3,"4\n5,6\n').issues).toMatchObject([
      { code: 'unclosed-quote', severity: 'error', row: 3 },
    ]);
  });

  it('refuses what is over the bounds, and states them', () => {
    expect(readCsv('a\n'.repeat(LIMITS.rows + 1))).toEqual({
      ok: false,
      reason: 'too-many-rows',
      params: { limit: LIMITS.rows },
    });
    expect(readCsv(`a\n${','.repeat(LIMITS.columns)}\n`)).toMatchObject({
      reason: 'too-many-columns',
      params: { row: 2, limit: LIMITS.columns },
    });
    expect(readCsv(`a,b\n1,${'x'.repeat(LIMITS.cellCharacters + 1)}\n`)).toMatchObject({
      reason: 'cell-too-long',
      params: { row: 2, column: 1, limit: LIMITS.cellCharacters },
    });
  });
});

interface Line {
  readonly name: string;
  readonly figure: number | null;
}
const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', header: 'Name', type: 'text', value: ({ name }) => name },
  { key: 'figure', header: 'Figure', type: 'number', value: ({ figure }) => figure },
];

describe('writeCsv', () => {
  it.each(['=1+1', '+43 1', '-5', '@SUM(A1)', '\tx', '\rx', '＝1+1'])('makes %j inert', (name) => {
    const { sheet } = read(writeCsv(COLUMNS, [{ name, figure: null }]));
    expect(sheet.rows[1]?.[0]?.startsWith("'")).toBe(true);
  });

  it('leaves numbers and harmless texts as they are', () => {
    expect(
      writeCsv(COLUMNS, [
        { name: 'Anna', figure: -5.25 },
        { name: 'a "b", c', figure: 0 },
        { name: 'two\nlines', figure: null },
      ]),
    ).toBe('Name,Figure\r\nAnna,-5.25\r\n"a ""b"", c",0\r\n"two\nlines",\r\n');
  });

  it('writes a mark and another separator when asked', () => {
    const text = writeCsv(COLUMNS, [{ name: 'a;b', figure: 1 }], { bom: true, separator: ';' });
    expect(text).toBe('\ufeffName;Figure\r\n"a;b";1\r\n');
  });

  it('what is written is read back', () => {
    const safe = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `x${text.replace(/[\p{Cc}\ufffe\uffff]/gu, '')}`);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: safe,
            figure: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
          }),
          { minLength: 1 },
        ),
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        (lines, separator) => {
          const result = readCsv(writeCsv(COLUMNS, lines, { separator }), { separator });
          expect(result.ok && result.sheet.rows.slice(1)).toEqual(
            lines.map(({ name, figure }) => [name, figure === null ? '' : String(figure)]),
          );
        },
      ),
    );
  });
});
