import Dexie, { type Table as DexieTable } from 'dexie';
import { RECORD_TABLES } from '@shared/domain/record';
import type { AttendanceRow, RecordRow, Row, Table, VersionRow } from '@shared/projections/row';
import { Packs, PACKS_BY_MEETING, type StoredPack } from './packs';
import { RowTable, type ReadElsewhere, type StoredRow } from './row-table';
import { Seal } from './seal';
import { TextTable, type DraftText, type StoredText } from './text-table';

/** Where a page keeps what it projects, as it is handed to workers. */
export interface DatabaseRef {
  readonly name: string;
  /** 32 bytes; `null` without protection. */
  readonly key: Uint8Array | null;
}

/** What of the register rows were made from: rows of anything else are void. */
export interface Following {
  /** The register's life: another life has other ordinals. */
  readonly life: string;
  /** The register's epoch: in another one, operations are no longer what they were. */
  readonly epoch: number;
  /** Names the rebuild that made the rows: after another one, what was read before is void. */
  readonly made: string;
}

/** How far this database has followed the register. */
export interface Progress extends Following {
  readonly key: 'progress';
  /** Local ordinal of the last operation that is projected here. */
  readonly cursor: number;
  /** Version of the projections that wrote the rows. */
  readonly version: number;
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
  'prints',
]);

/** Tables whose live records are counted by meeting. */
const COUNTED: readonly Table[] = ['sessions', 'nominations'];

/** Tables that came with version 3 of the database. */
const LATER: ReadonlySet<Table> = new Set<Table>([
  'implementations',
  'badges',
  'prints',
  'scans',
  'distinctions',
]);

/** Tables to which an import brings tens of thousands of rows at once. */
const PACKED: readonly Table[] = ['people', 'nominations', 'logins'];

const packsOf = (table: Table): string => `${table}-packs`;

/** How the names of all databases of this program's pages begin. */
export const OWN_DATABASES = 'rostrum';

/**
 * Projections, drafts and nothing else: the journal is the register's. This database may be
 * thrown away at any moment and is then projected again.
 */
export class ProjectionDatabase extends Dexie {
  declare readonly meta: DexieTable<Progress, string>;
  declare readonly texts: DexieTable<StoredText, string>;
  /** The same object for as long as the database is: what workers are given. */
  readonly ref: DatabaseRef;
  readonly drafts: TextTable;
  private readonly seal: Seal | null;
  private readonly byName = new Map<Table, RowTable>();

  /** `key`: 32 bytes; `null` without protection. `elsewhere`: see `RowTable`. */
  constructor(
    name: string = OWN_DATABASES,
    key: Uint8Array | null = null,
    elsewhere: ReadElsewhere | null = null,
  ) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    const stores: Record<string, string> = { meta: 'key', texts: 'key' };
    const later: Record<string, string> = {};
    for (const table of TABLES) {
      const since = LATER.has(table) ? later : stores;
      since[table] = BY_MEETING.has(table) ? 'id, meeting' : 'id';
    }
    stores['versions'] = 'id, record';
    this.version(1).stores(stores);
    const counted: Record<string, string> = {};
    for (const table of COUNTED) counted[table] = 'id, meeting, [meeting+live]';
    this.version(2).stores(counted);
    this.version(3).stores(later);
    const packed: Record<string, string> = {};
    for (const table of PACKED) {
      packed[packsOf(table)] = BY_MEETING.has(table) ? `key, ${PACKS_BY_MEETING}` : 'key';
    }
    this.version(4).stores(packed);
    this.ref = { name, key };
    this.seal = key === null ? null : new Seal(key);
    this.drafts = new TextTable(this.texts, this.seal);
    for (const table of TABLES) {
      const packs = PACKED.includes(table) ? new Packs(table, this.packs(table), this.seal) : null;
      const stored = this.stored(table);
      this.byName.set(table, new RowTable(table, stored, this.seal, packs, elsewhere));
    }
  }

  rows(table: Table): RowTable {
    const rows = this.byName.get(table);
    if (rows === undefined) throw new Error(`no such table: ${table}`);
    return rows;
  }

  /** Changes rows of these tables, and how far they are, all or nothing. */
  change<T>(tables: readonly Table[], work: () => Promise<T>): Promise<T> {
    const packed = tables.filter((table) => PACKED.includes(table));
    const stored = [
      ...tables.map((table) => this.stored(table)),
      ...packed.map((table) => this.packs(table)),
    ];
    return this.transaction('rw', [this.meta, ...stored], work);
  }

  private packs(table: Table): DexieTable<StoredPack, string> {
    return this.table(packsOf(table));
  }

  private stored(table: Table): DexieTable<StoredRow, string> {
    return this.table(table);
  }
}

export type { AttendanceRow, DraftText, RecordRow, Row, VersionRow };
