import { alsoAttending, type Attending } from '../domain/attendance/presence';
import { Cell, type Partition } from './cell';

/** Participations of one person in the scope, by how they attended. */
type Counts = Record<Attending, number>;

function overall(counts: Counts): Attending | null {
  let how: Attending | null = null;
  if (counts['in-person'] > 0) how = 'in-person';
  if (counts.virtual > 0) how = alsoAttending(how, 'virtual');
  return counts.both > 0 ? 'both' : how;
}

/**
 * Distinct persons by modality: somebody who was in the room at one meeting and online at another
 * attended in both ways, though they are in *both* of neither meeting.
 */
export class Persons {
  private readonly people = new Map<string, Counts>();
  private readonly cell = new Cell();

  change(person: string, attending: Attending, by: number): void {
    const counts = this.people.get(person) ?? { 'in-person': 0, virtual: 0, both: 0 };
    const before = overall(counts);
    counts[attending] += by;
    const after = overall(counts);
    if (after === null) this.people.delete(person);
    else this.people.set(person, counts);
    if (before === after) return;
    if (before !== null) this.cell.attend(before, -1);
    if (after !== null) this.cell.attend(after, 1);
  }

  read(): Partition {
    return this.cell.partition();
  }
}
