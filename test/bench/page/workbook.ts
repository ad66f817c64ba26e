import { writeXlsx } from 'hucre/xlsx';
import { sheetOf, writeWorkbook } from '@shared/codecs/xlsx/write';
import type { Column } from '@shared/codecs/table/column';
import type { WorkbookTimes } from './api';

type Cells = readonly string[];

const COLUMNS = 20;

/** Our writer and the library under it over the same cells, in turns. */
export async function workbook(rows: number, runs: number): Promise<WorkbookTimes> {
  const table: Cells[] = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_cell, column) => `Delegate ${row} of column ${column}`),
  );
  const headers = Array.from({ length: COLUMNS }, (_, column) => `Column ${column}`);
  const columns = headers.map((header, at): Column<Cells> => ({
    key: header,
    header,
    type: 'text',
    value: (row) => row[at] ?? '',
  }));
  const made = { title: 'Bench', madeAt: '2026-01-01T00:00:00.000Z' };
  const times = { ours: [] as number[], bare: [] as number[], bytes: { ours: 0, bare: 0 } };
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const bare = await writeXlsx({
      sheets: [{ name: 'Bench', rows: [headers, ...table.map((row) => [...row])] }],
    });
    const between = performance.now();
    const sheet = sheetOf({ name: 'Bench', columns, rows: table });
    const ours = await writeWorkbook([sheet], made);
    times.bare.push(between - start);
    times.ours.push(performance.now() - between);
    times.bytes = { ours: ours.length, bare: bare.length };
  }
  return times;
}
