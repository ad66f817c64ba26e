import { escapeHtml, htmlDocument, htmlFacts } from '../documents/html';

/** A meeting of a profile; texts are as they are to be printed. */
export interface ProfileMeeting {
  readonly name: string;
  /** How many came, and in which way. */
  readonly figures: readonly string[];
  /** Who came, when the profile is to name people; else empty. */
  readonly people: readonly string[];
}

/** A recommendation of a profile; texts are as they are to be printed. */
export interface ProfileRecommendation {
  readonly name: string;
  /** What the party reported last. */
  readonly status: string;
  /** Its wording, of which the beginning is printed; empty where it is not to be. */
  readonly text: string;
}

/** What the profile of a party states, in the language of the document. */
export interface ProfileFacts {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** To the name, as they hold on the day of printing. */
  readonly footnotes: readonly string[];
  readonly lead: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly meetings: {
    readonly title: string;
    readonly headers: readonly string[];
    /** The latest first. */
    readonly rows: readonly ProfileMeeting[];
    readonly none: string;
    /** Says that so many earlier ones found no room. */
    readonly earlier: (count: number) => string;
  };
  readonly recommendations: {
    readonly title: string;
    readonly headers: readonly string[];
    /** The latest first. */
    readonly rows: readonly ProfileRecommendation[];
    readonly none: string;
    /** Says that so many more found no room. */
    readonly further: (count: number) => string;
  };
  /** Says which of several people found no room. */
  readonly more: (count: number) => string;
  /** Whether people are named, and when it was printed. */
  readonly note: string;
}

/**
 * Heights in millimetres of the type of this document. Letters are counted as wide as Cyrillic ones,
 * the wider, and lines as full: printed, everything takes less than is counted here, so that the
 * sheet may be counted as a little more than the 269 that A4 has between its margins.
 */
const SHEET = 282;
const LINE = 4.6;
const SMALL_LINE = 4.1;
/** Heading and head of a table, and the space before it. */
const TABLE_HEAD = 18;
/** Between the rows of a table, and after a detail. */
const ROW = 1.1;
const DETAIL = 1.6;
/** The line that counts what found no room. */
const REST = 6.5;

/** Characters that a line holds: of the title, of a fact, across the sheet in small type. */
const TITLE_LENGTH = 46;
const FACT_LENGTH = 66;
const SMALL_LENGTH = 94;
/** Beside the figures of a meeting, and beside the status of a recommendation. */
const MEETING_LENGTH = 56;
const NAME_LENGTH = 62;

/** Names of a delegation that are printed; a larger one is stated as a number. */
const MOST_PEOPLE = 12;
/** Part of the room that recommendations have for sure, however many meetings there are. */
const SHARE = 0.45;
/** No single fact may push the tables from the sheet. */
const LONGEST_FACT = 4 * FACT_LENGTH;

const STYLE = `
  @page { size: A4; margin: 0; }
  body { font-size: 9.5pt; line-height: 1.35; margin: 14mm 16mm; }
  h1 { font-size: 16pt; margin-bottom: 1mm; }
  h2 { font-size: 11pt; margin: 5mm 0 1.5mm; }
  p { margin: 0 0 1.5mm; }
  dl { grid-template-columns: 42mm 1fr; gap: 0.6mm 5mm; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 0.5mm 2mm 0.5mm 0; text-align: start; vertical-align: top; }
  th { font-weight: 600; border-bottom: 0.3mm solid #888; }
  th + th, td + td { text-align: end; white-space: nowrap; width: 1%; padding-inline-start: 4mm; }
  td.detail { color: #333; font-size: 8.5pt; padding-bottom: 1mm; }
  p.footnote { color: #333; font-size: 8.5pt; }
  footer { margin-top: 5mm; color: #555; font-size: 8.5pt; }
`;

/**
 * A party on one sheet of A4: what it is, who came to which meeting, and how far it is with what was
 * recommended. What finds no room is left out from the oldest on, and counted.
 */
export function profileDocument(profile: ProfileFacts): string {
  const { language, direction, title, footnotes, meetings, recommendations } = profile;
  const facts = profile.facts.map(([name, value]) => [name, shortened(value)] as const);
  const notes = footnotes.map(shortened);
  const above = [
    8 * linesFor(title, TITLE_LENGTH),
    LINE + 2,
    ...notes.map((text) => SMALL_LINE * linesFor(text, SMALL_LENGTH) + DETAIL),
    ...facts.map(([, value]) => LINE * linesFor(value, FACT_LENGTH) + 0.7),
  ];
  const below = 5 + SMALL_LINE * linesFor(profile.note, SMALL_LENGTH);
  const met = meetings.rows.map((row) => meetingRow(row, profile));
  const advised = recommendations.rows.map(recommendationRow);
  const room = SHEET - sum(above) - below - 2 * TABLE_HEAD;
  const [roomForMet, roomForAdvised] = divide(room, heightOf(met), heightOf(advised));
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    ...notes.map((text) => `<p class="footnote">${escapeHtml(text)}</p>`),
    `<p>${escapeHtml(profile.lead)}</p>`,
    htmlFacts(facts),
    table(meetings, met, roomForMet, meetings.earlier),
    table(recommendations, advised, roomForAdvised, recommendations.further),
    `<footer>${escapeHtml(profile.note)}</footer>`,
  ].join('\n');
  return htmlDocument({ language, direction, title, body, style: STYLE });
}

/** A row with the height that it takes. */
interface Row {
  readonly html: string;
  readonly height: number;
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}

function heightOf(rows: readonly Row[]): number {
  return sum(rows.map(({ height }) => height));
}

/** The room of each table: all that it needs if it can be, else what the other leaves. */
function divide(room: number, first: number, second: number): readonly [number, number] {
  if (first + second <= room) return [first, second];
  const sure = Math.min(second, room * SHARE);
  return first <= room - sure ? [first, room - first] : [room - sure, sure];
}

function meetingRow({ name, figures, people }: ProfileMeeting, { more }: ProfileFacts): Row {
  const named = people.slice(0, MOST_PEOPLE);
  const rest = people.length - named.length;
  const list = [...named, ...(rest > 0 ? [more(rest)] : [])].join(' · ');
  const cells = [name, ...figures].map((text) => `<td>${escapeHtml(text)}</td>`).join('');
  const below = list === '' ? '' : detail(list, figures.length + 1);
  return {
    html: `<tr>${cells}</tr>${below}`,
    height: LINE * linesFor(name, MEETING_LENGTH) + ROW + detailHeight(list),
  };
}

function recommendationRow({ name, status, text }: ProfileRecommendation): Row {
  const cells = [name, status].map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
  const flat = text.replace(/\s+/g, ' ').trim();
  const most = SMALL_LENGTH - 2;
  const begin = flat.length <= most ? flat : `${flat.slice(0, most - 1).trim()}…`;
  const below = begin === '' ? '' : detail(begin, 2);
  return {
    html: `<tr>${cells}</tr>${below}`,
    height: LINE * linesFor(name, NAME_LENGTH) + ROW + detailHeight(begin),
  };
}

/** A line of small type under a row; none where there is no text. */
function detailHeight(text: string): number {
  return text === '' ? 0 : SMALL_LINE * linesFor(text, SMALL_LENGTH) + DETAIL;
}

function detail(text: string, span: number): string {
  return `<tr><td class="detail" colspan="${span}">${escapeHtml(text)}</td></tr>`;
}

function table(
  { title, headers, none }: { title: string; headers: readonly string[]; none: string },
  rows: readonly Row[],
  room: number,
  left: (count: number) => string,
): string {
  const heading = `<h2>${escapeHtml(title)}</h2>`;
  if (rows.length === 0) return `${heading}<p>${escapeHtml(none)}</p>`;
  const shown = fitting(rows, room);
  const rest = rows.length - shown.length;
  const head = headers.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = shown.map(({ html }) => html).join('');
  return [
    heading,
    shown.length === 0
      ? ''
      : `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
    rest > 0 ? `<p>${escapeHtml(left(rest))}</p>` : '',
  ].join('');
}

/** The first rows that fit; when some do not, there is room to say so. */
function fitting(rows: readonly Row[], room: number): readonly Row[] {
  if (heightOf(rows) <= room) return rows;
  let left = room - REST;
  const end = rows.findIndex(({ height }) => (left -= height) < 0);
  return rows.slice(0, end);
}

function linesFor(text: string, length: number): number {
  return Math.max(1, Math.ceil(text.length / length));
}

function shortened(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT - 1)}…`;
}
