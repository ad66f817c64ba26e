import type { JournalNames } from '@shared/codecs/journal/words';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import type { RecordTable } from '@shared/domain/record';
import type { Row } from '@shared/projections/row';
import type { Views } from '@shared/projections/views';
import type { TFunction } from 'i18next';
import { viewOf, type Store } from '../../db/store';

/** Records that belong to a meeting: without knowing it they cannot be found. */
const OF_MEETING: ReadonlySet<RecordTable> = new Set<RecordTable>([
  ...(['sessions', 'nominations', 'imports', 'reports', 'logins', 'agenda', 'prints'] as const),
]);
const ANYWHERE = [
  ...(['programmes', 'parties', 'meetings', 'people', 'aliases', 'recommendations'] as const),
  ...(['operators', 'desks', 'implementations', 'badges', 'scans', 'distinctions'] as const),
] as const;

type Naming = { readonly [T in RecordTable]: (row: Row) => string | null };

/** How a row is called, by what its view says. */
const by =
  <T extends RecordTable>(table: T, say: (record: Views[T]) => string | null) =>
  (row: Row): string | null =>
    say(viewOf(table, row));

/**
 * What records are called, read from the projections as somebody looks: only the meetings whose
 * operations are on the screen are ever read. Removed records keep their names.
 */
export class NameBook implements JournalNames {
  private readonly groups = new Map<string, () => void>();
  private readonly listeners = new Set<() => void>();
  private readonly naming: Naming;
  private edition = 0;

  constructor(
    private readonly store: Store,
    t: TFunction<'recommendations'>,
    language: string,
  ) {
    this.naming = {
      programmes: by('programmes', ({ names }) => nameIn(names, language)),
      parties: by('parties', ({ names }) => nameIn(names, language)),
      meetings: by('meetings', ({ title }) => title),
      sessions: by('sessions', ({ name }) => name),
      people: by('people', displayName),
      nominations: by('nominations', ({ person }) => this.of('people', person, null)),
      imports: by('imports', ({ file }) => file),
      reports: by('reports', ({ file }) => file),
      logins: by('logins', ({ name }) => name),
      aliases: by('aliases', ({ name }) => name),
      agenda: by('agenda', ({ title }) => title),
      recommendations: by('recommendations', ({ number }) =>
        number === null ? t('unnumbered') : t('numbered', { number }),
      ),
      implementations: by('implementations', ({ recommendation }) =>
        this.of('recommendations', recommendation, null),
      ),
      badges: by('badges', ({ label, person }) =>
        person === null ? label : this.of('people', person, null),
      ),
      prints: by('prints', ({ person }) =>
        person === null ? null : this.of('people', person, null),
      ),
      scans: by('scans', ({ code }) => code),
      distinctions: by('distinctions', ({ one }) => this.of('people', one, null)),
      operators: by('operators', ({ name }) => name),
      desks: by('desks', ({ name }) => name),
    };
  }

  readonly of = (table: RecordTable, id: string, meeting: string | null): string | null => {
    if (OF_MEETING.has(table) && meeting === null) return null;
    this.listen(table, meeting);
    const rows = this.store.collections.snapshot(table, meeting);
    const row = rows.state === 'ready' ? rows.value.get(id) : undefined;
    if (row === undefined) return null;
    return this.naming[table](row) || null;
  };

  /** Reads everything that operations of these meetings can name, for work not on the screen. */
  async load(meetings: Iterable<string>): Promise<void> {
    const { collections } = this.store;
    await Promise.all(ANYWHERE.map((table) => collections.load(table, null)));
    for (const meeting of meetings) {
      await Promise.all([...OF_MEETING].map((table) => collections.load(table, meeting)));
    }
  }

  /** Which edition of the book this is: another number, other names. */
  snapshot = (): number => this.edition;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      for (const stop of this.groups.values()) stop();
      this.groups.clear();
    };
  };

  private listen(table: RecordTable, meeting: string | null): void {
    const key = OF_MEETING.has(table) ? `${table} ${String(meeting)}` : table;
    if (this.groups.has(key)) return;
    const changed = (): void => {
      this.edition += 1;
      for (const listener of [...this.listeners]) listener();
    };
    this.groups.set(key, this.store.collections.subscribe(table, meeting, changed));
  }
}
