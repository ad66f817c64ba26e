/** Column number counted from 0 → letters: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Both counted from 0 → `B3`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

const DAY = 86_400_000;
/** The day before the first of the 1900 date system: a value on it is a time without a date. */
const DAY_ZERO = Date.UTC(1899, 11, 31);

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/**
 * A date cell as ISO text: `2023-09-12`, `2023-09-12T09:30:00`, or `09:30:00` for a time of day.
 * Worksheets know no zone; the library hands their wall clock over as if it were UTC.
 */
export function dateText(value: Date): string {
  const time = value.getTime();
  if (Number.isNaN(time)) return '';
  // A fraction of a second is an artefact of days stored as floating point.
  const rounded = new Date(Math.round(time / 1000) * 1000);
  const day = rounded.toISOString().slice(0, 10);
  if (rounded.getTime() < DAY_ZERO + DAY) return clock(rounded);
  return rounded.getTime() % DAY === 0 ? day : `${day}T${clock(rounded)}`;
}

/** A number as people write it: no exponent, no artefact of binary fractions. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  return Number(value.toPrecision(15)).toString();
}
