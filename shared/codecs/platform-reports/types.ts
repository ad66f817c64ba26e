import type { Issue, Refusal } from '../issue';
import type { TableIssueCode, TableRefusal } from '../table/read-table';
import type { DateOrder } from './local-time';

/** `other`: no platform that is known; somebody said what the columns mean. */
export type Platform = 'zoom' | 'teams' | 'webex' | 'google-meet' | 'other';

/** The shapes in which a platform has written its reports over the years. */
export type Generation =
  | 'meeting-2020'
  | 'meeting-2021'
  | 'meeting-2023'
  | 'meeting-wide'
  | 'meeting-unique-users'
  | 'webinar'
  | 'gen1'
  | 'gen2'
  | 'gen3'
  | 'gen4'
  | 'live-event'
  | 'session-detail'
  | 'attendance'
  | 'attendance-2022'
  | 'mapped';

/** Wall-clock time as the file shows it, `YYYY-MM-DDTHH:mm:ss`: files carry no time zone. */
export type LocalDateTime = string;

/** One stretch of one connection. */
export interface Join {
  readonly line: number;
  /** Display name, without the suffixes by which the platform marks guests. */
  readonly name: string;
  /** The account's name, where the platform shows it beside a changed one. */
  readonly originalName: string | null;
  /** As written; compare in lower case. */
  readonly email: string | null;
  readonly join: LocalDateTime;
  /** `null`: still connected when the report was made. */
  readonly leave: LocalDateTime | null;
  /** What the file states, often rounded up: for comparison only. */
  readonly minutes: number | null;
  /** Spent in the waiting room: never counts as presence. */
  readonly waiting: boolean;
  /** Marked as guest, external or unverified; `null`: the file does not say. */
  readonly guest: boolean | null;
}

/** A person's total in a report that has no times. */
export interface Total {
  readonly line: number;
  readonly name: string;
  readonly originalName: string | null;
  readonly email: string | null;
  readonly minutes: number | null;
}

export type DroppedCode =
  | 'waiting-room'
  | 'negative-duration'
  | 'zero-duration'
  | 'no-join-time'
  | 'unreadable-time'
  | 'no-name'
  /** A line of *left* without a line of *joined* before it. */
  | 'left-without-join'
  | 'unknown-action'
  /** Registered for a webinar and did not come. */
  | 'not-attended';

export type RepairedCode =
  /** `17:10 PM`: the hour is right, the marker is ignored. */
  | 'am-pm-ignored'
  | 'leave-from-duration'
  | 'join-from-duration'
  /** A clock time without a date that lies before the time of joining: it is the next day's. */
  | 'next-day'
  /** Still connected at the end of the file. */
  | 'leave-missing'
  /** Joined twice without leaving: taken as one stretch. */
  | 'joined-twice'
  /** Another connection of this name was there at once: a device, or a person of the same name. */
  | 'same-name'
  /** What stands in the column of the waiting room says neither yes nor no: the row counts. */
  | 'waiting-unclear'
  /** Only first join and last leave are known; `params` `minutes` stated, `span` minutes between. */
  | 'summary-only'
  /** The stated minutes do not fit the times, which are trusted; `params` `stated`, `found`. */
  | 'minutes-differ';

/** A row that is not taken as it stands, and why. `value` is the text that decided. */
export interface RowNote<Code extends string> {
  readonly line: number;
  readonly code: Code;
  readonly value: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ReportIssueCode =
  | TableIssueCode
  /** Day or month first? `params` `dmy`, `mdy`: the first day under either reading. Ask. */
  | 'ambiguous-date-order'
  /** Some dates are only possible day-first, others only month-first (`row`, `params.other`). */
  | 'mixed-date-orders'
  /** The times have no date, and the meeting has not exactly one day. Ask which day it was. */
  | 'no-dates'
  /** `params` `first`, `last`: days of the report; `meeting`, `meetingLast`: the meeting's. */
  | 'other-day'
  /** The last row is not complete. */
  | 'truncated'
  /** `params` `announced` by the report's own head, `found` rows: some may be missing. */
  | 'fewer-than-announced'
  /** The view of unique users has no times: it can confirm a name, not a presence in a session. */
  | 'no-times'
  /** A column's heading is in no table; it was taken for what its values are. `value`, `params.as`. */
  | 'column-by-values'
  /** Nobody joined, or no row could be read. */
  | 'no-rows';

export interface PlatformReport {
  readonly platform: Platform;
  readonly generation: Generation;
  /** Language of the headings, `en` where it does not show. */
  readonly language: string;
  readonly title: string | null;
  /** As the head of the report states it. */
  readonly scheduled: { readonly start: LocalDateTime; readonly end: LocalDateTime } | null;
  /** IANA zone that the file itself states; `null`: it states none, as nearly all do. Ask. */
  readonly timeZone: string | null;
  /** The times have no date: `joins` is empty; ask for the day, and read again with the answer. */
  readonly asksDay: boolean;
  /** `ambiguous`: `joins` is empty; ask, and read again with the answer. */
  readonly dateOrder: DateOrder | 'ambiguous';
  readonly joins: readonly Join[];
  /** Only of a report without times. */
  readonly totals: readonly Total[];
  /** Rows that count for nothing. One from the waiting room is in `joins` too, marked. */
  readonly dropped: readonly RowNote<DroppedCode>[];
  readonly repaired: readonly RowNote<RepairedCode>[];
  readonly issues: readonly Issue<ReportIssueCode>[];
}

/** `not-recognised`: no known report; `params.header` is the most heading-like row. */
export type ReportRefusal = TableRefusal | 'not-recognised';

export interface ReadReport {
  readonly ok: true;
  readonly report: PlatformReport;
}

export type ReportResult = ReadReport | Refusal<ReportRefusal>;

export interface ReportOptions {
  /** The user's answer to an ambiguous order of day and month. */
  readonly dateOrder?: DateOrder;
  /** The day, `YYYY-MM-DD`, of times that have none. */
  readonly day?: string;
  /** The meeting's days, `YYYY-MM-DD`: they decide the order, and whether it is the right report. */
  readonly meetingDays?: readonly string[];
}
