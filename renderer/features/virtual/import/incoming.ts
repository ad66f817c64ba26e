import type { DateOrder } from '@shared/codecs/platform-reports/local-time';
import type { ReportMapping } from '@shared/codecs/platform-reports/mapping';
import type { Report } from '@shared/domain/virtual/types';
import type { ReadOutcome } from '../read-report';

/** What a file does not say and somebody has to. */
export interface Answers {
  readonly dateOrder: DateOrder | null;
  /** The day of times that have none. */
  readonly day: string | null;
  readonly mapping: ReportMapping | null;
  /** `null`: the one that the file states, else the meeting's. */
  readonly timeZone: string | null;
  /** It is meant, although it is about another day than the meeting. */
  readonly otherDay: boolean;
  /** The report that it takes the place of; `undefined`: nobody has said yet. */
  readonly replaces: string | null | undefined;
  /** The file itself is to be kept. */
  readonly keep: boolean;
}

export const NO_ANSWERS: Answers = {
  dateOrder: null,
  day: null,
  mapping: null,
  timeZone: null,
  otherDay: false,
  replaces: undefined,
  keep: false,
};

/** A file on its way in. */
export interface Incoming {
  readonly id: number;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly answers: Answers;
  readonly state:
    | { readonly kind: 'reading' }
    | { readonly kind: 'failed'; readonly detail: string }
    /** Taken over before, as this report; `null`: it stands in this list already. */
    | { readonly kind: 'same'; readonly report: Report | null }
    | { readonly kind: 'read'; readonly outcome: ReadOutcome };
}

export type Review = Extract<ReadOutcome, { ok: true }>;

/** The reading of a file that is a report. */
export function reviewOf({ state }: Incoming): Review | null {
  return state.kind === 'read' && state.outcome.ok ? state.outcome : null;
}

export function isOfOtherDay({ report }: Review): boolean {
  return report.issues.some(({ code }) => code === 'other-day');
}

/** Why a file cannot be taken over yet; `null`: it can. */
export function waitsFor(
  incoming: Incoming,
): 'reading' | 'nothing' | 'order' | 'day' | 'other-day' | null {
  if (incoming.state.kind === 'reading') return 'reading';
  const review = reviewOf(incoming);
  if (review === null) return 'nothing';
  if (review.report.dateOrder === 'ambiguous') return 'order';
  if (review.report.asksDay) return 'day';
  if (review.logins.length === 0) return 'nothing';
  return isOfOtherDay(review) && !incoming.answers.otherDay ? 'other-day' : null;
}
