import { personPersonal } from '../domain/person/types';
import type { RecordOperationType } from '../domain/record';
import type { Json } from '../operation/json';
import type { Operation } from '../operation/operation';
import { personalOf } from '../operation/operation';
import type { RecordRow } from './row';

/** A record of which nothing is known yet. */
export function emptyRecord(id: string, table: RecordRow['table']): RecordRow {
  return { id, table, meeting: null, born: false, live: 0, ops: [], v: {}, p: {}, h: {} };
}

/**
 * Folds an operation into a record, in place. Commutative and idempotent: heads = operations that
 * set the field, less the operations that any of these replaced.
 */
export function applyToRecord(
  row: RecordRow,
  operation: Operation,
  type: RecordOperationType,
): void {
  if (type.creates) {
    row.born = true;
    row.meeting = firstOf(row.meeting, operation.meeting);
  }
  const body = operation.body as { set: Record<string, Json> };
  if (body.set['forgotten'] === true) forget(row);
  for (const field of Object.keys(body.set)) {
    setField(row, row.v, field, body.set[field] as Json, operation);
  }
  const personal = personalOf(operation) as { set?: Record<string, Json> } | null;
  if (personal?.set && row.forgotten !== true) {
    for (const field of Object.keys(personal.set)) {
      setField(row, row.p, field, personal.set[field] as Json, operation);
    }
  }
  dropUnusedOps(row);
  row.live = row.born && row.v['removed'] !== true ? 1 : 0;
}

/**
 * Takes every personal value from a person's record and lets none come back, in whatever order
 * operations arrive and whether or not their texts are erased yet. Declared gender is public from
 * here on (`forgottenFields`), so that the field's personal heads must not compete with it.
 */
function forget(row: RecordRow): void {
  if (row.forgotten === true) return;
  row.forgotten = true;
  for (const field of Object.keys(personPersonal.shape)) {
    delete row.p[field];
    delete row.h[field];
    if (row.m) delete row.m[field];
    if (row.g) delete row.g[field];
  }
  if (row.g && Object.keys(row.g).length === 0) delete row.g;
}

/**
 * A record belongs to the meeting in which it was created, whatever meeting a later change names.
 * One that was created twice belongs to the same one of the two everywhere.
 */
function firstOf(known: string | null, created: string | null): string | null {
  if (known === null || created === null) return known ?? created;
  return created < known ? created : known;
}

interface Head {
  readonly id: string;
  readonly at: string;
  readonly value: Json;
}

function setField(
  row: RecordRow,
  values: Record<string, Json>,
  field: string,
  value: Json,
  operation: Operation,
): void {
  const before = headsOf(row, values, field);
  const gone = row.g?.[field] ?? [];
  const replaced = operation.over.filter((id) => !gone.includes(id));
  if (replaced.length > 0) (row.g ??= {})[field] = [...gone, ...replaced];
  const heads = before.filter((head) => !operation.over.includes(head.id));
  // Asked after that: an operation that claims to replace itself never was a head.
  const isGone = row.g?.[field]?.includes(operation.id) ?? false;
  const known = isGone || before.some((head) => head.id === operation.id);
  if (!known) heads.push({ id: operation.id, at: operation.at, value });
  writeHeads(row, values, field, heads);
}

/** All heads of a field, in no order. */
function headsOf(row: RecordRow, values: Record<string, Json>, field: string): Head[] {
  const shown = row.h[field];
  if (shown === undefined) return [];
  const heads = [headAt(row, shown, values[field] as Json)];
  for (const [position, value] of row.m?.[field] ?? []) heads.push(headAt(row, position, value));
  return heads;
}

function headAt(row: RecordRow, position: number, value: Json): Head {
  const [id, at] = row.ops[position] as [string, string];
  return { id, at, value };
}

function writeHeads(
  row: RecordRow,
  values: Record<string, Json>,
  field: string,
  heads: Head[],
): void {
  const ranked = heads.sort(greatestFirst);
  const [shown, ...others] = ranked;
  if (row.m) delete row.m[field];
  if (shown === undefined) {
    delete row.h[field];
    delete values[field];
    return;
  }
  values[field] = shown.value;
  row.h[field] = positionOf(row, shown);
  if (others.length > 0) {
    (row.m ??= {})[field] = others.map((head) => [positionOf(row, head), head.value]);
  }
}

/** Greatest (`at`, `id`) first: an arbitrary choice, but the same everywhere. */
function greatestFirst(a: Head, b: Head): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function positionOf(row: RecordRow, head: Head): number {
  const found = row.ops.findIndex(([id]) => id === head.id);
  return found >= 0 ? found : row.ops.push([head.id, head.at]) - 1;
}

/** Keeps `ops` to the operations that are still head of something. */
function dropUnusedOps(row: RecordRow): void {
  if (row.m && Object.keys(row.m).length === 0) delete row.m;
  const used = new Set(Object.values(row.h));
  for (const others of Object.values(row.m ?? {})) for (const [at] of others) used.add(at);
  if (used.size === row.ops.length) return;
  const kept = [...used].sort((a, b) => a - b);
  const moved = new Map(kept.map((from, to) => [from, to]));
  row.ops = kept.map((position) => row.ops[position] as [string, string]);
  for (const field of Object.keys(row.h)) row.h[field] = moved.get(row.h[field] as number) ?? 0;
  for (const others of Object.values(row.m ?? {})) {
    for (const other of others) other[0] = moved.get(other[0]) ?? 0;
  }
}

/** Ids of the heads of the fields given: what an operation that sets them puts into `over`. */
export function headIds(row: RecordRow, fields: readonly string[]): string[] {
  const ids = new Set<string>();
  for (const field of fields) {
    const shown = row.h[field];
    if (shown !== undefined) ids.add((row.ops[shown] as [string, string])[0]);
    for (const [at] of row.m?.[field] ?? []) ids.add((row.ops[at] as [string, string])[0]);
  }
  return [...ids];
}

/** Fields with more than one head: what *to review* lists. */
export function concurrentFields(row: RecordRow): string[] {
  return Object.keys(row.m ?? {}).sort();
}
