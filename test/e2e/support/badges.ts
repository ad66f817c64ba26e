import { randomUUID } from 'node:crypto';
import { issueBadge } from '@shared/domain/badge/decide';
import { isStanding } from '@shared/domain/nomination/rules';
import { displayName } from '@shared/domain/person/rules';
import type { RecordTable } from '@shared/domain/record';
import { MemoryRows, project } from '@shared/projections/project';
import type { RecordRow } from '@shared/projections/row';
import { view, type Views } from '@shared/projections/views';
import { machineId } from '@electron/settings/machine';
import { registerIn } from './desk-register';

export interface Bearer {
  readonly code: string;
  /** As on the badge. */
  readonly name: string;
}

/**
 * Gives people of a meeting who have not arrived these codes, in the register of a desk whose host
 * does not run: what another desk has printed and sent.
 */
export function issueBadges(profile: string, meeting: string, codes: readonly string[]): Bearer[] {
  const register = registerIn(profile, machineId());
  try {
    const rows = new MemoryRows();
    for (const { operation } of register.read(0, 1_000_000).operations) project(operation, rows);
    const list = <T extends RecordTable>(table: T): Views[T][] =>
      [...(rows.tables.get(table)?.values() ?? [])].map((row) => view(table, row as RecordRow));
    const arrived = new Set(
      [...(rows.tables.get('attendance')?.values() ?? [])].map(({ id }) => id.split(':')[1]),
    );
    const names = new Map(list('people').map((person) => [person.id, displayName(person)]));
    const expected = list('nominations').filter(
      (one) => one.meeting === meeting && isStanding(one) && !arrived.has(one.person),
    );
    return codes.map((code, at) => {
      const nomination = expected[at];
      if (nomination === undefined) throw new Error('not so many people are expected');
      const person = { id: nomination.person, forgotten: false };
      const context = { newId: randomUUID, now: new Date().toISOString() };
      const decision = issueBadge(context, { meeting, person, code }, []);
      if (!decision.ok) throw new Error(decision.reason);
      const committed = register.commit(decision.drafts);
      if (!committed.ok) throw new Error(committed.reason);
      return { code, name: names.get(nomination.person) ?? '' };
    });
  } finally {
    register.close();
  }
}
