import { error, type Issue } from '../issue';
import { withDays } from './dated';
import { localTime, readStamp } from './local-time';
import { byLine, checkReport, orderOf, readRows, type RawRow } from './rows';
import type { Generation, Platform, PlatformReport, ReportIssueCode, ReportOptions } from './types';

/** What the head of a report says about the meeting, as text. */
export interface Head {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly announced: number | null;
  readonly line: number;
}

export const NO_HEAD: Head = { title: '', start: '', end: '', announced: null, line: 0 };

/** What a reader of one platform has found. */
interface Parts {
  readonly platform: Platform;
  readonly generation: Generation;
  readonly language: string;
  readonly head: Head;
  readonly rows: readonly RawRow[];
  /** Rows that stand for one person each, where the report has such. */
  readonly people?: number;
  /** IANA zone that the file states, where it states one. */
  readonly timeZone?: string;
  readonly issues: readonly Issue<ReportIssueCode>[];
}

/** Rows and head of any platform's report → the report: order of day and month, joins, checks. */
export function reportOf(parts: Parts, options: ReportOptions): PlatformReport {
  const { head } = parts;
  const { rows, asksDay, ...dated } = withDays(parts.rows, options);
  const decision = orderOf(
    [
      ...rows.flatMap(({ line, join, leave }) => [
        { line, text: join },
        { line, text: leave },
      ]),
      { line: head.line, text: head.start },
      { line: head.line, text: head.end },
    ],
    options,
  );
  const { order, ...read } = readRows(rows, decision, parts.platform === 'zoom');
  const scheduled = (text: string) => {
    const stamp = readStamp(text);
    return stamp === null || order === 'ambiguous' ? null : localTime(stamp, order);
  };
  const start = scheduled(head.start);
  const end = scheduled(head.end);
  return {
    platform: parts.platform,
    generation: parts.generation,
    language: parts.language,
    title: head.title === '' ? null : head.title,
    scheduled: start === null || end === null ? null : { start, end },
    timeZone: parts.timeZone ?? null,
    asksDay,
    dateOrder: order,
    totals: [],
    ...read,
    repaired: byLine([...dated.repaired, ...read.repaired]),
    issues: [
      ...parts.issues,
      ...dated.issues,
      ...(parts.rows.length === 0 ? [error('no-rows' as const)] : []),
      ...read.issues,
      ...(order === 'ambiguous'
        ? []
        : checkReport(
            read.joins,
            { rows: parts.people ?? parts.rows.length, announced: head.announced },
            options,
          )),
    ],
  };
}
