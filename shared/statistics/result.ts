import type { PartyKind } from '../domain/party/types';
import type { BreakdownKey } from './breakdowns';
import type { Partition } from './cell';
import type { Status } from './entry';
import type { FigureKey } from './figures/all';
import type { Unit } from './figures/figure';
import type { RecommendationFigures } from './figures/recommendations';
import type { Scope } from './scope';

/** A figure with what it counts; its definition stands under its key (README.md, i18n `figures`). */
export interface FigureValue {
  readonly key: FigureKey;
  readonly unit: Unit;
  readonly value: number;
}

/** One part of a breakdown of *attended*. */
export interface Part extends Partition {
  /** Id of the session, meeting, party or pillar, ISO date, M49 code, capacity …; or `none`. */
  readonly part: string;
  /** `null` where nominations have no parts (sessions, days). */
  readonly nominated: number | null;
}

/** A party that was present: its row of the matrix parties × meetings. */
export interface PartyPresence {
  readonly party: string;
  readonly kind: PartyKind;
  /** At the latest of the meetings at which it was present. */
  readonly status: Status;
  /** Persons present whose capacity counts for it, added up over the meetings. */
  readonly persons: Partition;
  /** The same by meeting; a meeting that is missing did not see the party. */
  readonly meetings: ReadonlyMap<string, Partition>;
}

export interface Excluded {
  readonly meeting: string;
  readonly reason: 'cancelled';
}

/** All figures of one scope. */
export interface Statistics {
  readonly scope: Scope;
  /** Meetings that were counted, in order of time. */
  readonly meetings: readonly string[];
  readonly excluded: readonly Excluded[];
  /** Invented people are among those counted: to be marked wherever a figure is shown. */
  readonly synthetic: boolean;
  readonly figures: Readonly<Record<FigureKey, FigureValue>>;
  /** *Participations* by modality at each meeting; always adds up to *attended*. */
  readonly modality: Partition;
  /** *Distinct persons* by modality over all meetings of the scope; always adds up to them. */
  readonly modalityOfPersons: Partition;
  /** Parties present, members, observers and others apart. */
  readonly byStatus: Readonly<Record<PartyKind, Readonly<Record<Status, number>>>>;
  readonly parties: readonly PartyPresence[];
  readonly breakdowns: Readonly<Record<BreakdownKey, readonly Part[]>>;
  /** `null` for a session or day: recommendations are agreed by a meeting. */
  readonly recommendations: RecommendationFigures | null;
}
