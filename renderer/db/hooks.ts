import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Attendance } from '@shared/domain/attendance/types';
import type { RecordTable } from '@shared/domain/record';
import type { TextVersion } from '@shared/domain/recommendation/types';
import type { UnLanguage } from '@shared/domain/language';
import { attendanceView } from '@shared/projections/attendance';
import type { AttendanceRow, Row, Table, VersionRow } from '@shared/projections/row';
import type { Views } from '@shared/projections/views';
import { LOADING, type Loadable, type Rows } from './collections';
import { LayeredMap } from './layered-map';
import type { ProjectionState } from './projector';
import { liveViews, viewOf, type Activity, type Store } from './store';

const StoreContext = createContext<Store | null>(null);
export const StoreProvider = StoreContext.Provider;

/** The window's store. @throws outside a `StoreProvider` */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no store: the page is outside its provider');
  return store;
}

function useRows(table: Table, meeting: string | null): Loadable<Rows> {
  const { collections } = useStore();
  const subscribe = useCallback(
    (listener: () => void) => collections.subscribe(table, meeting, listener),
    [collections, table, meeting],
  );
  return useSyncExternalStore(subscribe, () => collections.snapshot(table, meeting));
}

function map<A, B>(loadable: Loadable<A>, change: (value: A) => B): Loadable<B> {
  return loadable.state === 'ready' ? { state: 'ready', value: change(loadable.value) } : loadable;
}

/** All live records of a table, or of one meeting for tables that belong to meetings. */
export function useRecords<T extends RecordTable>(
  table: T,
  meeting: string | null = null,
): Loadable<Views[T][]> {
  const rows = useRows(table, meeting);
  return useMemo(() => map(rows, (value) => liveViews(table, value.values())), [table, rows]);
}

/** One record; `null` when there is none (or it was removed). */
export function useRecord<T extends RecordTable>(
  table: T,
  id: string,
  meeting: string | null = null,
): Loadable<Views[T] | null> {
  const rows = useRows(table, meeting);
  return useMemo(
    () =>
      map(rows, (value) => {
        const row = value.get(id);
        return row !== undefined && 'live' in row && row.live === 1 ? viewOf(table, row) : null;
      }),
    [table, id, rows],
  );
}

const attendances = new WeakMap<Row, Attendance>();

function attendanceOf(row: Row): Attendance {
  let made = attendances.get(row);
  if (made === undefined) {
    made = attendanceView(row as AttendanceRow);
    attendances.set(row, made);
  }
  return made;
}

/** Attendance by person, kept level with the rows: one more arrival costs one arrival. */
class AttendanceByPerson {
  private rows: Rows | null = null;
  private made = LayeredMap.of<string, Attendance>([]);

  of(rows: Rows): ReadonlyMap<string, Attendance> {
    const changed = this.rows === null ? null : rows.changedSince(this.rows);
    this.rows = rows;
    if (changed === null) {
      this.made = LayeredMap.of([...rows.values()].map(attendanceOf).filter(isSeen).map(named));
    } else if (changed.length > 0) {
      const seen = changed.flatMap((id) => rows.get(id) ?? []).map(attendanceOf);
      this.made = this.made.change(
        seen.map((one) => [one.person, isSeen(one) ? one : undefined] as const),
      );
    }
    return this.made;
  }
}

const isSeen = ({ events }: Attendance): boolean => events.length > 0;
const named = (one: Attendance) => [one.person, one] as const;

/** Everybody's events at one meeting, by person. */
export function useAttendance(meeting: string): Loadable<ReadonlyMap<string, Attendance>> {
  const rows = useRows('attendance', meeting);
  const [kept] = useState(() => new AttendanceByPerson());
  return useMemo(() => map(rows, (value) => kept.of(value)), [kept, rows]);
}

/** Every wording of one recommendation, newest first. */
export function useVersions(record: string): Loadable<TextVersion[]> {
  const rows = useRows('versions', null);
  return useMemo(
    () =>
      map(rows, (value) => {
        const versions: TextVersion[] = [];
        for (const row of value.values()) {
          if (row.table !== 'versions' || row.record !== record) continue;
          versions.push(versionView(row));
        }
        return versions.sort((a, b) => (a.at < b.at ? 1 : -1));
      }),
    [rows, record],
  );
}

function versionView(row: VersionRow): TextVersion {
  const { id, record, language, over, at, actor, p } = row;
  return { id, record, language: language as UnLanguage, over, at, actor, text: p.text };
}

export function useProjection(): ProjectionState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.projectionState);
}

export function useActivity(): Activity {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.activityState);
}

/** Several loadables as one: loading while any is, failed when any has. */
export function together<T extends Record<string, unknown>>(parts: {
  [K in keyof T]: Loadable<T[K]>;
}): Loadable<T> {
  const value: Partial<T> = {};
  for (const key of Object.keys(parts) as (keyof T)[]) {
    const part = parts[key];
    if (part.state === 'failed') return part;
    if (part.state === 'loading') return LOADING;
    value[key] = part.value;
  }
  return { state: 'ready', value: value as T };
}
