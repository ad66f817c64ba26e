import type { Attending } from '../domain/attendance/presence';
import type { Party, PartyKind } from '../domain/party/types';
import { Cell, cellAt, type Partition } from './cell';
import type { MeetingFacts, Status } from './entry';
import type { PartyPresence, Statistics } from './result';

/** Parties × meetings: who was represented where, by how many people and how. */
export class Matrix {
  private readonly rows = new Map<Party, Map<string, Cell>>();

  /** `meetings` in order of time. */
  constructor(private readonly meetings: readonly MeetingFacts[]) {}

  change(party: Party, meeting: string, attending: Attending, by: number): void {
    let row = this.rows.get(party);
    if (row === undefined) this.rows.set(party, (row = new Map<string, Cell>()));
    const cell = cellAt(row, meeting);
    cell.attend(attending, by);
    if (cell.attended === 0) row.delete(meeting);
    if (row.size === 0) this.rows.delete(party);
  }

  /** Rows by kind and code. */
  read(): PartyPresence[] {
    const rows = [...this.rows].map(([party, cells]) => this.row(party, cells));
    const order = new Map([...this.rows.keys()].map((party) => [party.id, party]));
    return rows.sort((a, b) => compare(order.get(a.party), order.get(b.party)));
  }

  private row(party: Party, cells: ReadonlyMap<string, Cell>): PartyPresence {
    const all = new Cell();
    const meetings = new Map<string, Partition>();
    let status: Status = 'none';
    for (const at of this.meetings) {
      const cell = cells.get(at.meeting.id);
      if (cell === undefined) continue;
      all.inPersonOnly += cell.inPersonOnly;
      all.virtualOnly += cell.virtualOnly;
      all.both += cell.both;
      meetings.set(at.meeting.id, cell.partition());
      status = at.statusOf(party);
    }
    return { party: party.id, kind: party.kind, status, persons: all.partition(), meetings };
  }
}

function compare(a: Party | undefined, b: Party | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.kind !== b.kind) return a.kind === 'country' ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}

export function countByStatus(parties: readonly PartyPresence[]): Statistics['byStatus'] {
  const none = (): Record<Status, number> => ({ member: 0, observer: 0, none: 0 });
  const counts: Record<PartyKind, Record<Status, number>> = {
    country: none(),
    organization: none(),
  };
  for (const { kind, status } of parties) counts[kind][status] += 1;
  return counts;
}
