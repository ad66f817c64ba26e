import { escapeHtml, htmlDocument, htmlFacts } from '../documents/html';

/** A meeting of a profile; texts are as they are to be printed. */
export interface ProfileMeeting {
  readonly name: string;
  /** How many came, and in which way. */
  readonly figures: readonly string[];
  /** Who came, when the profile is to name people; else empty. */
  readonly people: readonly string[];
}

/** What the profile of a party states, in the language of the document. */
export interface ProfileFacts {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
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
  /** Says which of several people found no room. */
  readonly more: (count: number) => string;
  /** Whether people are named, and when it was printed. */
  readonly note: string;
}

/** Lines that a sheet of A4 has room for below the head, in the type of this document. */
const LINES = 44;
/** Characters that a line of facts or people holds. */
const LINE_LENGTH = 88;
/** Names of a delegation that are printed; a larger one is stated as a number. */
const MOST_PEOPLE = 12;
/** No single fact may push the meetings from the sheet. */
const LONGEST_FACT = 4 * LINE_LENGTH;

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
  td.people { color: #333; font-size: 8.5pt; padding-bottom: 1mm; }
  footer { margin-top: 5mm; color: #555; font-size: 8.5pt; }
`;

/**
 * A party on one sheet of A4: what it is, and who came to which meeting. What finds no room is
 * left out from the oldest meeting on, and said to be.
 */
export function profileDocument(profile: ProfileFacts): string {
  const facts = profile.facts.map(([name, value]) => [name, shortened(value)] as const);
  const used = facts.reduce((sum, [, value]) => sum + linesFor(value), 4);
  const body = [
    `<h1>${escapeHtml(profile.title)}</h1>`,
    `<p>${escapeHtml(profile.lead)}</p>`,
    htmlFacts(facts),
    meetingTable(profile, LINES - used),
    `<footer>${escapeHtml(profile.note)}</footer>`,
  ].join('\n');
  const { language, direction, title } = profile;
  return htmlDocument({ language, direction, title, body, style: STYLE });
}

function meetingTable({ meetings, more }: ProfileFacts, room: number): string {
  const heading = `<h2>${escapeHtml(meetings.title)}</h2>`;
  if (meetings.rows.length === 0) return `${heading}<p>${escapeHtml(meetings.none)}</p>`;
  const rows: string[] = [];
  let shown = 0;
  let left = room;
  for (const { name, figures, people } of meetings.rows) {
    const named = people.slice(0, MOST_PEOPLE);
    const rest = people.length - named.length;
    const list = [...named, ...(rest > 0 ? [more(rest)] : [])].join(' · ');
    left -= linesFor(name) + (list === '' ? 0 : linesFor(list));
    if (left < 0) break;
    shown += 1;
    const cells = [name, ...figures].map((text) => `<td>${escapeHtml(text)}</td>`).join('');
    rows.push(`<tr>${cells}</tr>`);
    if (list !== '') {
      const span = figures.length + 1;
      rows.push(`<tr><td class="people" colspan="${span}">${escapeHtml(list)}</td></tr>`);
    }
  }
  const earlier = meetings.rows.length - shown;
  const head = meetings.headers.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  return [
    heading,
    `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    earlier > 0 ? `<p>${escapeHtml(meetings.earlier(earlier))}</p>` : '',
  ].join('');
}

function linesFor(text: string): number {
  return Math.max(1, Math.ceil(text.length / LINE_LENGTH));
}

function shortened(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT - 1)}…`;
}
