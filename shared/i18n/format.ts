/**
 * Dates, times and numbers as a language writes them. Calendar days are ISO texts without a zone;
 * instants are ISO texts in UTC and are shown in the zone given.
 */

type DayStyle = 'full' | 'long' | 'medium' | 'short' | 'weekday';

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Within a meeting, where the year is plain. */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** English dates are day first ("13 June 2023"), as the United Nations writes them. */
function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = language === 'en' ? 'en-GB' : language;
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formats.set(key, made);
  return made;
}

/** Noon, so that no conversion can move a calendar day. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A calendar day, month (`2013-05`) or year (`2009`), as precisely as it is known. */
export function formatDay(date: string, language: string, style: DayStyle = 'long'): string {
  if (date.length === 4) return date;
  if (date.length === 7) {
    return dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      noon(`${date}-01`),
    );
  }
  return dateFormat(language, { ...DAY_STYLES[style], timeZone: 'UTC' }).format(noon(date));
}

/** A range of calendar days, as short as the language allows: "13–14 June 2023". */
export function formatDays(
  start: string,
  end: string,
  language: string,
  style: 'long' | 'medium' = 'long',
): string {
  if (start === end) return formatDay(start, language, style);
  if (start.length < 10 || end.length < 10) {
    return `${formatDay(start, language, style)} – ${formatDay(end, language, style)}`;
  }
  const range = dateFormat(language, { ...DAY_STYLES[style], timeZone: 'UTC' }).formatRange(
    noon(start),
    noon(end),
  );
  // Between the days of one month the dash stands without spaces: "13–14 June 2023".
  return range.replace(/^(\d{1,2})\s–\s(\d{1,2}\D)/, '$1–$2');
}

/** Hours and minutes of an instant in a time zone, on the 24-hour clock. */
export function formatTime(instant: string, language: string, timeZone: string): string {
  return dateFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
}

/** Day and time of an instant in a time zone. */
export function formatInstant(instant: string, language: string, timeZone: string): string {
  return dateFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
}

/** The short name of a zone at an instant: "CET", "GMT+3". */
export function zoneName(instant: string, language: string, timeZone: string): string {
  const parts = dateFormat(language, { timeZoneName: 'short', timeZone }).formatToParts(
    new Date(instant),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A whole number with the language's grouping; from five digits on in languages that say so. */
export function formatNumber(value: number, language: string): string {
  let format = numbers.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language);
    numbers.set(language, format);
  }
  return format.format(value);
}

/** A share between 0 and 1 as whole per cent. */
export function formatShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}
