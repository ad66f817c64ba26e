import type { RecordTable } from '../../domain/record';
import { typeOf } from '../../journal/catalogue';
import type { Json } from '../../operation/json';
import { personalOf, type Body, type Operation } from '../../operation/operation';
import { called, type JournalStyle } from './words';

/** What an operation is about. */
export interface Subject {
  /** `null`: a table of a later version. */
  readonly table: RecordTable | 'attendance' | null;
  /** The record's id; of an attendance event, the person's. */
  readonly id: string | null;
}

export function subjectOf({ type, v, body }: Operation): Subject {
  const entry = typeOf(type, v);
  if (entry?.kind === 'attendance') return { table: 'attendance', id: textOrNull(body['person']) };
  return { table: entry?.table ?? null, id: textOrNull(body['id']) };
}

/** The record's name as a list shows it; of an attendance event, the meeting's. */
export function aboutOf(operation: Operation, style: JournalStyle): string {
  const { table, id } = subjectOf(operation);
  const { meeting, subjects } = operation;
  if (table === 'attendance') return meeting === null ? '' : called(style, 'meetings', meeting);
  if (id === null) return '';
  if (table === null) return called(style, 'people', id);
  const own = style.names.of(table, id, meeting);
  const [person] = subjects;
  if (own === null && person !== undefined) return called(style, 'people', person);
  return called(style, table, id, meeting);
}

/** Public values that the operation sets. */
export function openValues(operation: Operation): Body {
  return objectOr(operation.body['set']);
}

/** Personal values that it sets; empty when it has none or they were forgotten. */
export function personalValues(operation: Operation): Body {
  return objectOr(personalOf(operation)?.['set']);
}

/** The free text that goes with it ("why"); `null`: none, or forgotten. */
export function noteOf(operation: Operation): string | null {
  return textOrNull(personalOf(operation)?.['note']);
}

/** Whether it had personal values that were erased. */
export function isForgotten({ sealed }: Operation): boolean {
  return sealed !== null && sealed.text === null;
}

/** Whether the operation says of itself that it takes something back. */
export function isUndo(operation: Operation): boolean {
  if (operation.type === 'attendance.retracted' || operation.type === 'import.undone') return true;
  if (operation.type === 'operator.removed') return false;
  const { removed, revoked } = openValues(operation);
  return removed === true || (operation.type === 'alias.changed' && revoked === true);
}

export function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function objectOr(value: Json | undefined): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
