import type { TFunction } from 'i18next';
import type { RecordTable } from '../../domain/record';
import { reference } from '../../domain/person/rules';

/** What `JournalWords` needs; the first is the one whose keys carry no prefix. */
export const JOURNAL_NAMESPACES = [
  'journal',
  'domain',
  'agenda',
  'recommendations',
  'nominations',
  'documents',
] as const;

/** Words of one language, from `getFixedT(language, JOURNAL_NAMESPACES)`. */
export type JournalWords = TFunction<typeof JOURNAL_NAMESPACES>;

/** What records are called. `null`: not known, or what it is called is not to be said. */
export interface JournalNames {
  /** `meeting`: the meeting to which the operation belongs; desks go by their replica. */
  readonly of: (table: RecordTable, id: string, meeting: string | null) => string | null;
}

/** How the journal is put into words. */
export interface JournalStyle {
  readonly t: JournalWords;
  readonly names: JournalNames;
  readonly language: string;
  /** IANA zone in which instants are shown. */
  readonly timeZone: string;
}

/** The record's name, else the random number by which it is known everywhere. */
export function called(
  { names }: Pick<JournalStyle, 'names'>,
  table: RecordTable,
  id: string,
  meeting: string | null = null,
): string {
  return names.of(table, id, meeting) ?? reference(id);
}

/** Tables whose records are called by what is personal: people, their files and logins, operators. */
const PERSONAL: ReadonlySet<RecordTable> = new Set<RecordTable>([
  ...(['people', 'nominations', 'imports', 'reports', 'logins', 'aliases', 'operators'] as const),
]);

/** The same names without those that are personal, for what leaves the programme. */
export function withoutPersonal(names: JournalNames): JournalNames {
  return {
    of: (table, id, meeting) => (PERSONAL.has(table) ? null : names.of(table, id, meeting)),
  };
}
