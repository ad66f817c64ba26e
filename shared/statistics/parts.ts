import type { Breakdown, BreakdownKey } from './breakdowns';
import { Cell, cellAt } from './cell';
import type { Entry } from './entry';
import { nominated } from './figures/nominated';
import type { Part } from './result';

/** Counts of one breakdown; `within` limits it to the parts that lie in the scope. */
export class Parts {
  private readonly cells = new Map<string, Cell>();

  constructor(
    readonly breakdown: Breakdown<BreakdownKey>,
    private readonly within: ReadonlySet<string> | null,
    private readonly order: readonly string[],
  ) {}

  change(entry: Entry, by: number): void {
    const expected = this.breakdown.expects && nominated.counts(entry);
    this.breakdown.parts(entry, (part, attending) => {
      if (this.within?.has(part) === false || (attending === null && !expected)) return;
      const cell = cellAt(this.cells, part);
      if (attending !== null) cell.attend(attending, by);
      if (expected) cell.nominated += by;
    });
  }

  read(): Part[] {
    const ordered = new Set(this.order.filter((part) => this.within?.has(part) !== false));
    const others = [...this.cells.keys()].filter((part) => !ordered.has(part)).sort();
    const shown = [...ordered, ...others].filter((part) => this.shows(part));
    return shown.map((part) => {
      const cell = this.cells.get(part) ?? new Cell();
      const expected = this.breakdown.expects ? cell.nominated : null;
      return { part, nominated: expected, ...cell.partition() };
    });
  }

  /** A session to which nobody came is a finding; a capacity that nobody has is none. */
  private shows(part: string): boolean {
    const cell = this.cells.get(part);
    const counted = cell !== undefined && (cell.attended > 0 || cell.nominated > 0);
    return counted || (this.breakdown.key === 'session' && this.order.includes(part));
  }
}
