import { ProjectionDatabase, type DatabaseRef } from '@renderer/db/database';
import { KeptWorld, type Wanted } from '@renderer/db/read-world';
import {
  tableCsv,
  documentWorkbook,
  type DocumentModel,
  type Table,
} from '@shared/codecs/documents/table';
import type { CellValue } from '@shared/codecs/table/column';
import type { Report } from '../jobs';
import { documentModel, type DocumentChoice } from './export-documents';

export interface DocumentInput extends DocumentChoice {
  readonly database: DatabaseRef;
  readonly wanted: Wanted;
}

/** Rows of a table that a preview shows. */
const PREVIEWED = 12;

/** One table of a document, as far as one looks at it before saving. */
export interface PreviewTable {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly headers: readonly { readonly text: string; readonly number: boolean }[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Lines under the table. */
  readonly footnotes: readonly string[];
  /** Of the whole table. */
  readonly total: number;
}

export interface DocumentPreview {
  readonly title: string;
  readonly synthetic: boolean;
  readonly tables: readonly PreviewTable[];
}

/** The document's first rows; `null` when there is nothing to make it of. */
export async function previewDocumentJob(
  input: DocumentInput,
  report: Report,
): Promise<DocumentPreview | null> {
  const model = await make(input, report);
  if (model === null) return null;
  const { mark } = model;
  const marked = input.format === 'csv' && mark !== null;
  return {
    title: model.title,
    synthetic: mark !== null,
    tables: model.tables.map(({ key, name, title, notes, columns, rows, footnotes, besides }) => ({
      key,
      name,
      title: title ?? name,
      // A text file has no lines above its header, and none under its table.
      notes: input.format === 'csv' ? [] : (notes ?? []),
      footnotes: input.format === 'csv' ? [] : (footnotes ?? []),
      headers: [
        ...(marked ? [{ text: mark.header, number: false }] : []),
        ...[...columns, ...beside(input, besides)].map(({ header, type }) => ({
          text: header,
          number: type === 'number',
        })),
      ],
      rows: rows
        .slice(0, PREVIEWED)
        .map((row) => [
          ...(marked ? [mark.value] : []),
          ...[...columns, ...beside(input, besides)].map((column) => column.value(row)),
        ]),
      total: rows.length,
    })),
  };
}

function beside({ format }: DocumentInput, column: Table['besides']) {
  return format === 'csv' && column !== undefined ? [column] : [];
}

/** The document as a file; `null` when there is nothing to make it of. */
export async function exportDocumentJob(
  input: DocumentInput,
  report: Report,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const model = await make(input, report);
  if (model === null) return null;
  report({ phase: 'writing', done: 0, total: null });
  if (input.format === 'xlsx') return new Uint8Array(await documentWorkbook(model));
  const [table] = model.tables;
  if (table === undefined) return null;
  // A platform reads the file: a byte order mark would be part of its first header.
  const text = tableCsv(table, model.mark);
  const plain = input.document === 'registrants' ? text.replace(/^\ufeff/, '') : text;
  return new TextEncoder().encode(plain);
}

async function make(input: DocumentInput, report: Report): Promise<DocumentModel | null> {
  const db = new ProjectionDatabase(input.database.name, input.database.key);
  try {
    const kept = new KeptWorld(db, input.wanted);
    await kept.read((done, total) => report({ phase: 'reading', done, total }));
    const world = kept.world();
    report({ phase: 'counting', done: 0, total: null });
    const nominationsOf = (meeting: string) => kept.nominations(meeting);
    return world && (await documentModel(world, kept.named(), nominationsOf, input));
  } finally {
    db.close();
  }
}
