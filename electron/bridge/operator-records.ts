import type { JournalFilter } from '@shared/contract/register';
import { operatorOperations } from '@shared/domain/operator/operations';
import type { PinVerifier, Role } from '@shared/domain/operator/types';
import { typeOf } from '@shared/journal/catalogue';
import { GRANT_TYPE, Permissions } from '@shared/journal/permission';
import type { Operation, Stamped } from '@shared/operation/operation';
import { applyToRecord, emptyRecord, headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';

/** An operator as the host needs to know them. */
export interface KnownOperator {
  readonly id: string;
  readonly name: string;
  /** Null without a grant; meaningless while there are no roles. */
  readonly role: Role | null;
  /** There was a grant, and the last one took it back. */
  readonly revoked: boolean;
  readonly pin: PinVerifier | null;
  /** Ids of the operations that hold the present PIN: what the next one replaces. */
  readonly pinHeads: readonly string[];
}

export interface OperatorRecords {
  /** Whether there are roles at all. */
  readonly roles: boolean;
  /** Operators who are there: added, not removed, not revoked. */
  readonly present: readonly KnownOperator[];
  find(id: string): KnownOperator | null;
}

/** What is read of the register; it answers at once. */
export interface OperatorSource {
  status(): { life: string; last: number; epoch: number };
  journal(
    filter: JournalFilter,
    before: number | null,
    limit: number,
  ): { operations: Stamped[]; more: boolean };
}

const PAGE = 1000;
const FILTER: JournalFilter = {
  ...{ record: null, meeting: null, actor: null, replica: null, from: null, to: null },
  types: Object.keys(operatorOperations).filter((type) => type.startsWith('operator.')),
};
/** Later than every stamp. */
const NOW = '9999';

/** Reads the operators from the journal, and again only when the journal has changed. */
export function operatorReader(): (source: OperatorSource) => OperatorRecords {
  let known: { key: string; records: OperatorRecords } | null = null;
  return (source) => {
    const { life, last, epoch } = source.status();
    const key = `${life} ${last} ${epoch}`;
    if (known?.key !== key) known = { key, records: fold(readAll(source)) };
    return known.records;
  };
}

/** The operations about operators that hold. */
function readAll(source: OperatorSource): Operation[] {
  const operations: Operation[] = [];
  let before: number | null = null;
  for (;;) {
    const page = source.journal(FILTER, before, PAGE);
    for (const stamped of page.operations) {
      if (stamped.void !== true) operations.push(stamped.operation);
    }
    before = page.operations.at(-1)?.n ?? null;
    if (!page.more || before === null) return operations;
  }
}

function fold(operations: readonly Operation[]): OperatorRecords {
  const permissions = new Permissions();
  permissions.add(operations);
  const rows = new Map<string, RecordRow>();
  const granted = new Set<string>();
  for (const operation of operations) {
    const type = typeOf(operation.type, operation.v);
    const { id } = operation.body;
    if (type?.kind !== 'record' || typeof id !== 'string') continue;
    if (operation.type === GRANT_TYPE) granted.add(id);
    const row = rows.get(id) ?? emptyRecord(id, 'operators');
    rows.set(id, row);
    applyToRecord(row, operation, type);
  }
  const all = [...rows.values()]
    .filter(({ live }) => live === 1)
    .map((row): KnownOperator => {
      const { id, name, pin } = view('operators', row);
      const role = permissions.roleAt(id, NOW);
      const revoked = permissions.roles && role === null && granted.has(id);
      return { id, name, role, revoked, pin, pinHeads: headIds(row, ['secured', 'pin']) };
    });
  const present = all.filter(({ revoked }) => !revoked);
  return {
    roles: permissions.roles,
    present,
    find: (id) => present.find((operator) => operator.id === id) ?? null,
  };
}
