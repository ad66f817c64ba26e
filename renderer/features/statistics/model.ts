import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Party } from '@shared/domain/party/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Behind, Selection } from '@shared/statistics/behind';
import type { Statistics } from '@shared/statistics/result';

/** Figures, and what is needed to name and explain them. */
export interface StatisticsModel {
  readonly statistics: Statistics;
  readonly programme: Programme;
  readonly parties: ReadonlyMap<string, Party>;
  /** All meetings of the programme. */
  readonly meetings: ReadonlyMap<string, Meeting>;
  /** Of the one meeting that the figures are about, in order; none for several. */
  readonly sessions: readonly Session[];
  readonly behind: (selection: Selection) => Promise<readonly Behind[]>;
}

/** What is shown beside the page: who or what a number counts. */
export type Shown =
  | { readonly kind: 'people'; readonly title: string; readonly selection: Selection }
  | { readonly kind: 'parties'; readonly title: string; readonly parties: readonly string[] }
  | { readonly kind: 'recommendations'; readonly title: string };

export type Show = (shown: Shown) => void;
