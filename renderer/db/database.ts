import Dexie, { type Table as DexieTable } from 'dexie';
import { RECORD_TABLES } from '@shared/domain/record';
import type { AttendanceRow, RecordRow, Row, Table, VersionRow } from '@shared/projections/row';

/** How far this database has followed the register. */
export interface Progress {
  readonly key: 'progress';
  /** The register's life that was followed: another life has other ordinals. */
  readonly life: string;
  /** Local ordinal of the last operation that is projected here. */
  readonly cursor: number;
  /** Version of the projections that wrote the rows. */
  readonly version: number;
}

/** Something typed and not yet part of the journal; survives a crash. */
export interface DraftText {
  readonly key: string;
  readonly value: string;
  /** When it was last typed, ms since the epoch. */
  readonly at: number;
}

export const TABLES: readonly Table[] = [...RECORD_TABLES, 'attendance', 'versions'];

/** Tables that are read meeting by meeting; the others are read whole. */
export const BY_MEETING: ReadonlySet<Table> = new Set<Table>([
  'sessions',
  'nominations',
  'imports',
  'reports',
  'logins',
  'agenda',
  'attendance',
]);

/**
 * Projections, drafts and nothing else: the journal is the register's. This database may be
 * thrown away at any moment and is then projected again.
 */
export class ProjectionDatabase extends Dexie {
  declare readonly meta: DexieTable<Progress, string>;
  declare readonly texts: DexieTable<DraftText, string>;

  constructor(name = 'rostrum') {
    super(name, { chromeTransactionDurability: 'relaxed' });
    const stores: Record<string, string> = { meta: 'key', texts: 'key' };
    for (const table of TABLES) stores[table] = BY_MEETING.has(table) ? 'id, meeting' : 'id';
    stores['versions'] = 'id, record';
    this.version(1).stores(stores);
  }

  rows(table: Table): DexieTable<Row, string> {
    return this.table(table);
  }
}

export type { AttendanceRow, RecordRow, Row, VersionRow };
