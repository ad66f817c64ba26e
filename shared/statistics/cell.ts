import type { Attending } from '../domain/attendance/presence';
import { assertNever } from '../operation/assert';

/** How people attended, as parts of a whole: they always add up to it. */
export interface Partition {
  readonly inPersonOnly: number;
  readonly virtualOnly: number;
  readonly both: number;
  /** The sum of the three. */
  readonly attended: number;
}

/** Counts that can be taken back, for one part of a breakdown or one field of the matrix. */
export class Cell {
  nominated = 0;
  inPersonOnly = 0;
  virtualOnly = 0;
  both = 0;

  /** `by` is 1, or -1 to take back. */
  attend(how: Attending, by: number): void {
    switch (how) {
      case 'in-person':
        this.inPersonOnly += by;
        return;
      case 'virtual':
        this.virtualOnly += by;
        return;
      case 'both':
        this.both += by;
        return;
      default:
        assertNever(how);
    }
  }

  get attended(): number {
    return this.inPersonOnly + this.virtualOnly + this.both;
  }

  partition(): Partition {
    const { inPersonOnly, virtualOnly, both, attended } = this;
    return { inPersonOnly, virtualOnly, both, attended };
  }
}

/** The cell under a key, made when it is first asked for. */
export function cellAt<Key>(cells: Map<Key, Cell>, key: Key): Cell {
  let cell = cells.get(key);
  if (cell === undefined) cells.set(key, (cell = new Cell()));
  return cell;
}
