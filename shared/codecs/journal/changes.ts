import { typeOf } from '../../journal/catalogue';
import { canonicalJson, type Json } from '../../operation/json';
import type { Body, Operation } from '../../operation/operation';
import { isForgotten, isUndo, openValues, personalValues, subjectOf, type Subject } from './record';

/** A value as it stood, or the fact that nobody can know it any more. */
export type Stood = { readonly value: Json } | 'forgotten';

/** One field of a record: what it was, and what the operation made it. */
export interface Change {
  readonly table: Subject['table'];
  /** `null`: fields that were forgotten with their values. */
  readonly field: string | null;
  readonly personal: boolean;
  /** Several: they were concurrent. Empty: not set before. */
  readonly before: readonly Stood[];
  readonly after: Stood;
}

/** Operations by id, as far as they are at hand. */
export type Lookup = (id: string) => Operation | undefined;

/**
 * What the operation changed, field by field. What was before is what the operations that it
 * replaces had set; `lookup` finds those.
 */
export function changesOf(operation: Operation, lookup: Lookup): Change[] {
  const { table } = subjectOf(operation);
  if (table === 'attendance') return attendanceFacts(operation);
  const replaced = operation.over.flatMap((id) => lookup(id) ?? []);
  const own = (set: Body, personal: boolean) =>
    Object.entries(set).map(([field, value]): Change => ({
      ...{ table, field, personal },
      before: replaced.flatMap((one) => stoodIn(one, field, personal)),
      after: { value },
    }));
  const changes = [...own(openValues(operation), false), ...own(personalValues(operation), true)];
  if (isForgotten(operation)) {
    const before = replaced.some(isForgotten) ? (['forgotten'] as const) : [];
    changes.push({ table, field: null, personal: true, before, after: 'forgotten' });
  }
  return changes;
}

const ATTENDANCE_FIELDS = ['scope', 'modality', 'when', 'source'];

/** An event replaces nothing: its values are what it says. */
function attendanceFacts({ body }: Operation): Change[] {
  return ATTENDANCE_FIELDS.filter((field) => field in body).map((field) => ({
    ...{ table: 'attendance', field, personal: false, before: [] },
    after: { value: body[field] ?? null },
  }));
}

function stoodIn(operation: Operation, field: string, personal: boolean): Stood[] {
  const set = personal ? personalValues(operation) : openValues(operation);
  const value = set[field];
  if (value !== undefined) return [{ value }];
  // Which of its fields it had set was erased with their values.
  return personal && isForgotten(operation) ? ['forgotten'] : [];
}

/**
 * The operations that this one took back: what it says itself (a retraction, a removal), and those
 * whose every change it turned into what had been before them. `around`: the record's history, in
 * which a removal finds what brought the record into being.
 */
export function undoneBy(
  operation: Operation,
  lookup: Lookup,
  around: readonly Operation[] = [],
): Operation[] {
  const replaced = operation.over.flatMap((id) => lookup(id) ?? []);
  if (isUndo(operation)) {
    if (openValues(operation)['removed'] !== true) return replaced;
    const { id } = subjectOf(operation);
    const known = new Map([...around, ...replaced].map((one) => [one.id, one]));
    return [...known.values()].filter((one) => creates(one) && subjectOf(one).id === id);
  }
  const set = { ...openValues(operation), ...personalValues(operation) };
  if (Object.keys(set).length === 0 || isForgotten(operation)) return [];
  return replaced.filter((one) => !creates(one) && restores(set, one, lookup));
}

function creates({ type, v }: Operation): boolean {
  const entry = typeOf(type, v);
  return entry?.kind === 'record' && entry.creates;
}

function restores(set: Body, undone: Operation, lookup: Lookup): boolean {
  const changes = changesOf(undone, lookup).filter(({ field }) => field !== null);
  return (
    changes.length > 0 &&
    changes.every(({ field, before }) => {
      const [stood] = before;
      const now = field === null ? undefined : set[field];
      if (before.length !== 1 || now === undefined) return false;
      if (stood === undefined || stood === 'forgotten') return false;
      return canonicalJson(now) === canonicalJson(stood.value);
    })
  );
}
