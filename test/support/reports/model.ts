/** What really happened, from which reports of any generation are written. Seconds, wall clock. */
export interface Stay {
  readonly name: string;
  readonly email: string | null;
  /** Seconds after midnight of the day. */
  readonly from: number;
  readonly to: number;
}

/** What a platform does to a row now and then. */
export type Fault =
  | 'none'
  | 'negative'
  | 'zero'
  | 'waiting'
  | 'no-leave'
  | 'no-join'
  | 'unreadable'
  | 'dashes'
  | 'wrong-minutes';

export interface Written extends Stay {
  readonly fault: Fault;
}

export interface Meeting {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly rows: readonly Written[];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

export type Clock = '24' | '12' | '24-with-marker';
export type DayStyle = 'mdy/' | 'dmy/' | 'dmy.' | 'ymd-' | 'mdy/short';

function clockText(seconds: number, clock: Clock): string {
  const hour = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const marker = hour < 12 ? 'AM' : 'PM';
  if (clock === '12') return `${two(hour % 12 === 0 ? 12 : hour % 12)}:${rest} ${marker}`;
  return `${two(hour)}:${rest}${clock === '24' ? '' : ` ${marker}`}`;
}

function dayText(day: string, style: DayStyle): string {
  const [year = '', month = '', date = ''] = day.split('-');
  switch (style) {
    case 'mdy/':
      return `${month}/${date}/${year}`;
    case 'mdy/short':
      return `${Number(month)}/${Number(date)}/${year.slice(2)}`;
    case 'dmy/':
      return `${date}/${month}/${year}`;
    case 'dmy.':
      return `${date}.${month}.${year}`;
    case 'ymd-':
      return day;
  }
}

export interface Style {
  readonly day: DayStyle;
  readonly clock: Clock;
  /** Teams sets a comma between day and time. */
  readonly comma: boolean;
}

export function timeText(day: string, seconds: number, style: Style): string {
  return `${dayText(day, style.day)}${style.comma ? ', ' : ' '}${clockText(seconds, style.clock)}`;
}

export function isoText(day: string, seconds: number): string {
  return `${day}T${clockText(seconds, '24')}`;
}

export function field(text: string, separator: string): string {
  return /["\n\r]/.test(text) || text.includes(separator)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Zoom states minutes rounded up. */
export function zoomMinutes(row: Written): number {
  const minutes = Math.ceil((row.to - row.from) / 60);
  return row.fault === 'wrong-minutes' ? minutes + 45 : minutes;
}

/** Teams states hours, minutes and seconds. */
export function teamsDuration(seconds: number, units = ['h', 'm', 's']): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = parts.map((part, at) => (part === 0 ? '' : `${part}${units[at] ?? ''}`));
  return text.filter((part) => part !== '').join(' ');
}
