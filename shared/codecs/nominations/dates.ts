/** Month names, and their declined forms, in the languages that write them with letters. */
const MONTHS: readonly RegExp[] = [
  /^(jan|janv|january|janvier|января|январь|янв|enero|ene|يناير)$/,
  /^(feb|february|fevr|fevrier|февраля|февраль|фев|febrero|فبراير)$/,
  /^(mar|march|mars|марта|март|мар|marzo|مارس)$/,
  /^(apr|april|avr|avril|апреля|апрель|апр|abril|abr|ابريل|أبريل)$/,
  /^(may|mai|мая|май|mayo|مايو)$/,
  /^(jun|june|juin|июня|июнь|июн|junio|يونيو)$/,
  /^(jul|july|juil|juillet|июля|июль|июл|julio|يوليو)$/,
  /^(aug|august|aout|августа|август|авг|agosto|ago|اغسطس|أغسطس)$/,
  /^(sep|sept|september|septembre|сентября|сентябрь|сен|сент|septiembre|setiembre|سبتمبر)$/,
  /^(oct|october|octobre|октября|октябрь|окт|octubre|اكتوبر|أكتوبر)$/,
  /^(nov|november|novembre|ноября|ноябрь|ноя|нояб|noviembre|نوفمبر)$/,
  /^(dec|december|decembre|декабря|декабрь|дек|diciembre|dic|ديسمبر)$/,
];

export type DayOrder = 'dmy' | 'mdy';

export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  /** Either is a day of the calendar, and nothing in the text decides. */
  | { readonly kind: 'two'; readonly dmy: string; readonly mdy: string }
  | { readonly kind: 'none' };

const NONE: DateReading = { kind: 'none' };

function iso(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const time = new Date(Date.UTC(full, month - 1, day));
  const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return exists && full >= 1900 && full <= 2200 ? time.toISOString().slice(0, 10) : null;
}

function certain(date: string | null): DateReading {
  return date === null ? NONE : { kind: 'date', date };
}

function monthOf(word: string): number {
  const folded = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('é', 'e')
    .replaceAll('û', 'u')
    .replace(/\.$/, '');
  return MONTHS.findIndex((names) => names.test(folded)) + 1;
}

function byWords(text: string): DateReading {
  const words = text.replace(/[,،]/g, ' ').split(/\s+/);
  const month = words.map(monthOf).find((one) => one > 0) ?? 0;
  const numbers = words.filter((word) => /^\d+(st|nd|rd|th|er|г\.?)?$/i.test(word)).map(parseFloat);
  const day = numbers.find((number) => number >= 1 && number <= 31);
  const year = numbers.find((number) => number >= 1900);
  if (month === 0 || day === undefined || year === undefined) return NONE;
  return certain(iso(year, month, day));
}

/** Reads one date as far as its own text allows. A time behind it is left out. */
export function readDate(text: string): DateReading {
  const clean = text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1');
  const yearFirst = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(clean);
  if (yearFirst !== null)
    return certain(iso(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,].*|\s?г\.?)?$/.exec(clean);
  if (numbers === null) return byWords(clean);
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
  const dmy = iso(year, second, first);
  // With dots the day comes first everywhere.
  if (numbers[2] === '.') return certain(dmy);
  const mdy = iso(year, first, second);
  if (dmy === null || mdy === null || dmy === mdy) return certain(dmy ?? mdy);
  return { kind: 'two', dmy, mdy };
}

/**
 * The order of day and month in a column, from the values that allow one reading only; `null` when
 * there are none or they contradict one another.
 */
export function columnOrder(values: readonly string[]): DayOrder | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(value);
    if (match === null) continue;
    if (Number(match[1]) > 12) dayFirst++;
    else if (Number(match[2]) > 12) monthFirst++;
  }
  if (dayFirst > 0 && monthFirst === 0) return 'dmy';
  return monthFirst > 0 && dayFirst === 0 ? 'mdy' : null;
}

/**
 * Settles a date that could be two: by the order of its column or the user's answer, else because
 * only one of the two lies before `latest` (a paper is not received after the meeting).
 */
export function settleDate(
  reading: DateReading,
  order: DayOrder | null,
  latest: string | null,
): DateReading {
  if (reading.kind !== 'two') return reading;
  if (order !== null) return { kind: 'date', date: reading[order] };
  if (latest !== null) {
    const possible = [reading.dmy, reading.mdy].filter((date) => date <= latest);
    const [only] = possible;
    if (possible.length === 1 && only !== undefined) return { kind: 'date', date: only };
  }
  return reading;
}
