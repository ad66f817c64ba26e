import { agendaOperations } from '../domain/agenda/operations';
import type { AttendanceOperationType } from '../domain/attendance/operations';
import { attendanceOperations } from '../domain/attendance/operations';
import { badgeOperations } from '../domain/badge/operations';
import { implementationOperations } from '../domain/implementation/operations';
import { importOperations } from '../domain/import/operations';
import { meetingOperations } from '../domain/meeting/operations';
import { nominationOperations } from '../domain/nomination/operations';
import { operatorOperations } from '../domain/operator/operations';
import { partyOperations } from '../domain/party/operations';
import { personOperations } from '../domain/person/operations';
import { programmeOperations } from '../domain/programme/operations';
import { recommendationOperations } from '../domain/recommendation/operations';
import type { RecordOperationType } from '../domain/record';
import { virtualOperations } from '../domain/virtual/operations';
import type { Draft } from '../operation/operation';

export type OperationType = RecordOperationType | AttendanceOperationType;

/** Every type of operation that this version writes and understands. */
export const catalogue = {
  ...operatorOperations,
  ...programmeOperations,
  ...partyOperations,
  ...meetingOperations,
  ...personOperations,
  ...nominationOperations,
  ...importOperations,
  ...attendanceOperations,
  ...virtualOperations,
  ...agendaOperations,
  ...recommendationOperations,
  ...implementationOperations,
  ...badgeOperations,
} satisfies Record<string, OperationType>;

export type OperationTypeName = keyof typeof catalogue;

/** The entry for a type in the version given; `null` for unknown types and newer versions. */
export function typeOf(type: string, v: number): OperationType | null {
  if (!Object.hasOwn(catalogue, type)) return null;
  const entry: OperationType = catalogue[type as OperationTypeName];
  return v <= entry.v ? entry : null;
}

/**
 * Checks what this program itself is about to write. An invalid local operation is a bug.
 *
 * @throws Error that names the type and every value that does not fit its schema
 */
export function checkDraft(draft: Draft): void {
  const entry = typeOf(draft.type, draft.v);
  if (entry === null) throw new Error(`unknown operation ${draft.type} v${String(draft.v)}`);
  const body = entry.body.safeParse(draft.body);
  if (!body.success) throw new Error(`${draft.type}: body: ${body.error.message}`);
  const personal = (entry.personal ?? NOTHING).safeParse(draft.personal);
  if (!personal.success) throw new Error(`${draft.type}: personal: ${personal.error.message}`);
}

const NOTHING = {
  safeParse: (value: unknown) =>
    value === null
      ? ({ success: true } as const)
      : ({ success: false, error: new Error('has no personal values') } as const),
};
