import type { RecordTable } from '../domain/record';
import type { Json } from '../operation/json';

/**
 * A record as it is projected. Values stand in the clear where screens read them; what is needed
 * to merge further operations in any order stands beside them, compact.
 *
 * A field is a multi-value register by cause: the operations that set it and that no other
 * operation replaced are its *heads*. One head: the value. Several: they were concurrent; the
 * greatest (`at`, `id`) is shown and all are kept.
 */
export interface RecordRow {
  readonly id: string;
  readonly table: RecordTable;
  meeting: string | null;
  /** An operation that creates the record has arrived. */
  born: boolean;
  /** Born and not removed: what queries ask for. 0 or 1, because booleans cannot be indexed. */
  live: 0 | 1;
  /** A person who was forgotten: the record takes no personal value any more. */
  forgotten?: true;
  /** Operations that are head of at least one field: `[id, at]`; fields refer to the position. */
  ops: [id: string, at: string][];
  /** Shown values of public fields. */
  v: Record<string, Json>;
  /** Shown values of personal and protected fields, kept apart so that they can be enciphered. */
  p: Record<string, Json>;
  /** Position in `ops` of the head that is shown, by field. */
  h: Record<string, number>;
  /** The other heads of fields with more than one: `[position in ops, value]`. */
  m?: Record<string, [number, Json][]>;
  /** Ids of the operations that were replaced, by field: one that comes late must not return. */
  g?: Record<string, string[]>;
}

/** One event: `[operation, left?, virtual?, when in ms, replica (8 digits), source]`. */
export type EventEntry = [
  id: string,
  left: 0 | 1,
  virtual: 0 | 1,
  when: number,
  replica: string,
  source: string,
];

/** A person's presence at one meeting: a grow-only set of events with retractions. */
export interface AttendanceRow {
  /** `meeting:person`. */
  readonly id: string;
  readonly table: 'attendance';
  readonly meeting: string;
  readonly person: string;
  /** Un-retracted events by scope. */
  e: Record<string, EventEntry[]>;
  /** Ids of retracted events. */
  g?: string[];
}

/** One wording of a recommendation; never changed, only added. */
export interface VersionRow {
  readonly id: string;
  readonly table: 'versions';
  readonly record: string;
  readonly language: string;
  readonly over: string[];
  readonly at: string;
  readonly actor: string;
  p: { text: string | null };
}

export type Row = RecordRow | AttendanceRow | VersionRow;
export type Table = Row['table'];

export function attendanceId(meeting: string, person: string): string {
  return `${meeting}:${person}`;
}
