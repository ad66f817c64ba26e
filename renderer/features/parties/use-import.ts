import { useState } from 'react';
import { readCsv, type CsvIssueCode, type CsvRefusal } from '@shared/codecs/csv/read';
import type { Issue } from '@shared/codecs/issue';
import { compareRegistry, type ComparedRow } from '@shared/codecs/parties/compare';
import { readRegistry, type RegistryRefusal, type RegistryRow } from '@shared/codecs/parties/read';
import { decodeText, type TextIssueCode, type TextRefusal } from '@shared/codecs/text/decode';
import type { Party } from '@shared/domain/party/types';
import type { OpenedFile } from '../files';

export type ImportRefusal = TextRefusal | CsvRefusal | RegistryRefusal;

/** A file that was read; what it means is asked of the parties as they are now. */
export type Opened =
  | {
      readonly ok: true;
      readonly name: string;
      readonly rows: readonly RegistryRow[];
      readonly unknown: readonly string[];
      readonly issues: readonly Issue<TextIssueCode | CsvIssueCode>[];
    }
  | {
      readonly ok: false;
      readonly name: string;
      readonly reason: ImportRefusal;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** The bytes of a file as the rows of a registry, or why they are none. */
export function openRegistry({ name, bytes }: OpenedFile): Opened {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ...decoded, name };
  const table = readCsv(decoded.text);
  if (!table.ok) return { ...table, name };
  const registry = readRegistry(table.sheet);
  if (!registry.ok) return { ...registry, name };
  const { rows, unknown } = registry;
  return { ok: true, name, rows, unknown, issues: [...decoded.issues, ...table.issues] };
}

/** The file that is being looked at, and each of its rows against what is on record. */
export function useImport(parties: readonly Party[]) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const rows: readonly ComparedRow[] =
    opened?.ok === true ? compareRegistry(opened.rows, parties) : [];
  return { opened, rows, open: (file: OpenedFile) => setOpened(openRegistry(file)) };
}
