import { useTranslation } from 'react-i18next';
import { writeCsv } from '@shared/codecs/csv/write';
import type { CellValue, Column } from '@shared/codecs/table/column';
import { utf8 } from '../../bridge/utf8';
import type { TableText } from '../../ui/table-text';
import { saveFile, tellSaved } from '../files';

type Line = readonly CellValue[];
export type TableFormat = 'csv' | 'xlsx';

async function bytesOf(
  { headers, rows }: TableText,
  format: TableFormat,
  title: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = headers.map((header, at): Column<Line> => {
    const isNumber = rows.every((row) => row[at] === null || typeof row[at] === 'number');
    const type = isNumber ? 'number' : 'text';
    return { key: String(at), header, type, value: (row) => row[at] ?? null };
  });
  if (format === 'csv') return new Uint8Array(utf8.encode(writeCsv(columns, rows, { bom: true })));
  const { sheetOf, writeWorkbook } = await import('@shared/codecs/xlsx/write');
  const sheet = sheetOf<Line>({ name: title, title, columns, rows });
  return new Uint8Array(await writeWorkbook([sheet], { title, madeAt: new Date().toISOString() }));
}

/** Saves what a table shows as a file. Resolves with whether it was saved. */
export function useTableExport() {
  const { t } = useTranslation('nominations');
  return async (table: TableText, format: TableFormat, title: string): Promise<boolean> => {
    const name = `${title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').slice(0, 80)}.${format}`;
    const saving = bytesOf(table, format, title).then((bytes) => saveFile(name, bytes));
    const saved = (as: string) => t('export.saved', { name: as });
    return (await tellSaved(saving, { saved, failed: t('export.failed') })).state === 'saved';
  };
}
