import type { ReactNode } from 'react';
import type { Print } from '../print/use-print';
import type { Setup } from '../setup';
import type { BadgeEntry, BadgeWorld } from '../world';

/** What a view of badges is given. */
export interface ViewProps {
  readonly world: BadgeWorld;
  readonly entries: readonly BadgeEntry[];
  readonly setup: Setup;
  readonly print: Print;
  /** What the desk prints with, below what is looked at. */
  readonly card: ReactNode;
}
