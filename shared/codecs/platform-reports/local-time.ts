import type { LocalDateTime } from './types';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The numbers of a stamp, before anybody knows which of them is the day. */
export interface Stamp {
  /** In the order of the text; `null` when month and day are beyond doubt. */
  readonly parts: readonly [first: number, second: number, third: number] | null;
  /** Year, month, day when beyond doubt: year first, or a month by its name. */
  readonly fixed: readonly [year: number, month: number, day: number] | null;
  /** `13.06.2023`: with dots the day comes first everywhere. */
  readonly dotted: boolean;
  readonly seconds: number;
  /** A 24-hour time with AM or PM behind it. */
  readonly markerIgnored: boolean;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const MARKER = /\s*\b([ap])\.?\s?m\.?$/i;
const EAST_ASIAN_MARKER = /(午前|午後|上午|下午|오전|오후)\s*/;
const LATER = new Set(['午後', '下午', '오후']);

/** Plain spaces and digits, no invisible marks, no `="…"` around. */
function plain(text: string): string {
  return text
    .replace(/^="(.*)"$/s, '$1')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .trim();
}

interface Clock {
  readonly seconds: number;
  readonly markerIgnored: boolean;
  /** What stands before the time. */
  readonly date: string;
}

function readClock(text: string): Clock | null {
  let rest = text;
  let later: boolean | null = null;
  const eastAsian = EAST_ASIAN_MARKER.exec(rest);
  if (eastAsian !== null) {
    later = LATER.has(eastAsian[1] ?? '');
    rest = rest.replace(EAST_ASIAN_MARKER, '');
  }
  const marker = MARKER.exec(rest);
  if (marker !== null) {
    later = marker[1]?.toLowerCase() === 'p';
    rest = rest.slice(0, marker.index);
  }
  rest = rest.replace(/Z$/, '');
  const clock = CLOCK.exec(rest);
  if (clock === null) return null;
  const [hour = 0, minute = 0, second = 0] = clock.slice(1).map((part) => Number(part || 0));
  if (hour > 23 || minute > 59 || second > 59) return null;
  // An hour that a 12-hour clock does not have shows that the marker is wrong, not the hour.
  const twelve = later !== null && hour >= 1 && hour <= 12;
  const hour24 = twelve ? (hour % 12) + (later === true ? 12 : 0) : hour;
  return {
    seconds: hour24 * 3600 + minute * 60 + second,
    markerIgnored: later !== null && !twelve,
    date: rest.slice(0, clock.index).replace(/[\s,T]+$/, ''),
  };
}

/** Seconds since midnight of a clock time that stands alone, without a date; `null` for all else. */
export function clockOnly(text: string): number | null {
  const clock = readClock(plain(text));
  return clock === null || clock.date !== '' ? null : clock.seconds;
}

function fullYear(year: number, digits: number): number {
  return digits <= 2 ? 2000 + year : year;
}

/** Reads the numbers of a date and time; `null` when the text is none. */
export function readStamp(text: string): Stamp | null {
  const clock = readClock(plain(text));
  if (clock === null) return null;
  const { seconds, markerIgnored, date } = clock;
  const found = { seconds, markerIgnored, dotted: false };

  const named =
    /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(date) ??
    /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i.exec(date);
  if (named !== null) {
    const [, one = '', two = '', year = ''] = named;
    const [word, day] = /^\d/.test(one) ? [two, one] : [one, two];
    const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? null : { ...found, parts: null, fixed: [+year, month, +day] };
  }
  const numbers = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(date);
  if (numbers === null) return null;
  const [, first = '', mark, second = '', third = ''] = numbers;
  if (first.length === 4) return { ...found, parts: null, fixed: [+first, +second, +third] };
  if (first.length > 2 || third.length === 3 || third.length === 1) return null;
  return {
    ...found,
    parts: [+first, +second, fullYear(+third, third.length)],
    fixed: null,
    dotted: mark === '.',
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The stamp under an order of its numbers; `null` when there is no such day. */
export function localTime(stamp: Stamp, order: DateOrder): LocalDateTime | null {
  const { parts, fixed, seconds } = stamp;
  const [year, month, day] =
    fixed ??
    (parts === null
      ? [0, 0, 0]
      : order === 'mdy'
        ? [parts[2], parts[0], parts[1]]
        : [parts[2], parts[1], parts[0]]);
  const time = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return null;
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((n) => two(Math.floor(n)));
  return `${year}-${two(month)}-${two(day)}T${clock.join(':')}`;
}

export interface OrderFound {
  readonly order: DateOrder | 'ambiguous';
  /** Positions of two stamps that contradict one another. */
  readonly mixed: readonly [number, number] | null;
}

/** How many of the stamps fall on one of the days. */
function onDays(stamps: readonly Stamp[], order: DateOrder, days: ReadonlySet<string>): number {
  return stamps.filter((stamp) => days.has(localTime(stamp, order)?.slice(0, 10) ?? '')).length;
}

/**
 * Decides whether day or month comes first: by a value that allows one reading only, else by the
 * meeting's days, else not at all (domain.md, *Matching virtual participants* 4).
 */
export function decideOrder(
  stamps: readonly Stamp[],
  meetingDays: readonly string[] = [],
): OrderFound {
  const numeric = stamps.filter(({ parts }) => parts !== null);
  if (numeric.length === 0) return { order: 'ymd', mixed: null };
  const dayFirst = stamps.findIndex(({ parts }) => parts !== null && parts[0] > 12);
  const monthFirst = stamps.findIndex(({ parts }) => parts !== null && parts[1] > 12);
  if (dayFirst >= 0 && monthFirst >= 0)
    return { order: 'ambiguous', mixed: [dayFirst, monthFirst] };
  if (dayFirst >= 0 || numeric.some(({ dotted }) => dotted)) return { order: 'dmy', mixed: null };
  if (monthFirst >= 0) return { order: 'mdy', mixed: null };
  // 11/11: both readings are the same day.
  if (numeric.every(({ parts }) => parts?.[0] === parts?.[1])) return { order: 'dmy', mixed: null };
  const days = new Set(meetingDays);
  const asDmy = onDays(numeric, 'dmy', days);
  const asMdy = onDays(numeric, 'mdy', days);
  if (asDmy > 0 && asMdy === 0) return { order: 'dmy', mixed: null };
  if (asMdy > 0 && asDmy === 0) return { order: 'mdy', mixed: null };
  return { order: 'ambiguous', mixed: null };
}

/** Milliseconds of the wall clock as if it were UTC: for differences, never for instants. */
export function wallClock(local: LocalDateTime): number {
  return Date.parse(`${local}Z`);
}

export function fromWallClock(time: number): LocalDateTime {
  return new Date(time).toISOString().slice(0, 19);
}
