import type { Sheet } from '../table/sheet';
import { isBlank } from '../table/sheet';
import { LIMITS } from '../limits';
import { matchMeet, type MeetField } from './google-meet-headers';
import { foldHeader, type HeaderMatch } from './header-match';
import { matchTeams, type TeamsField } from './teams-headers';
import type { Generation } from './types';
import { matchWebex, type WebexField } from './webex-headers';
import { matchZoom, type ZoomField } from './zoom-headers';

/** Where in the sheet a known report has its parts; rows are indexes into `sheet.rows`. */
export type Recognised =
  | {
      readonly kind: 'zoom-meeting';
      readonly generation: Generation;
      readonly header: number;
      readonly match: HeaderMatch<ZoomField>;
      /** Heading row of the part above, which tells about the meeting. */
      readonly preamble: number | null;
    }
  | {
      readonly kind: 'teams-actions';
      readonly generation: Generation;
      readonly header: number;
      readonly match: HeaderMatch<TeamsField>;
    }
  | {
      readonly kind: 'teams-joins';
      readonly generation: Generation;
      readonly header: number;
      readonly match: HeaderMatch<TeamsField>;
    }
  | {
      readonly kind: 'teams-sections';
      readonly generation: Generation;
      /** Numbers of the sections → rows of their headings (`2. Participants`). */
      readonly sections: ReadonlyMap<number, number>;
    }
  | {
      readonly kind: 'zoom-webinar';
      readonly generation: Generation;
      /** Heading rows of the sections of people: hosts, panellists, attendees, others. */
      readonly headers: readonly number[];
    }
  | {
      readonly kind: 'webex';
      readonly generation: Generation;
      readonly header: number;
      readonly match: HeaderMatch<WebexField>;
    }
  | {
      readonly kind: 'google-meet';
      readonly generation: Generation;
      readonly header: number;
      readonly match: HeaderMatch<MeetField>;
    };

const SECTION = /^([1-5])\.\s*\S/;

/** `2. Participants`, in any language, alone in its row. */
export function sectionNumber(row: readonly string[]): number | null {
  const first = (row[0] ?? '').trim();
  const number = SECTION.exec(first);
  return number !== null && isAlone(row) ? Number(number[1]) : null;
}

function teamsSections(sheet: Sheet): Recognised | null {
  const sections = new Map<number, number>();
  sheet.rows.forEach((row, at) => {
    const number = sectionNumber(row);
    // In order, so that a participant who is called `1. Secretary` begins no section.
    if (number === sections.size + 1) sections.set(number, at);
  });
  const participants = sections.get(2);
  if (participants === undefined) return null;
  const header = sheet.rows[participants + 1] ?? [];
  if (header.length < 3) return null;
  const isGen4 = sections.has(4) || header.length > 8;
  return { kind: 'teams-sections', generation: isGen4 ? 'gen4' : 'gen3', sections };
}

function zoomGeneration(match: HeaderMatch<ZoomField>, row: readonly string[]): Generation {
  const { columns } = match;
  const name = columns.get('name')?.[0] ?? 0;
  if ((columns.get('topic')?.[0] ?? name) < name) return 'meeting-wide';
  if (!columns.has('join')) return 'meeting-unique-users';
  if (columns.has('waiting') || row.length >= 8) return 'meeting-2023';
  return columns.has('guest') ? 'meeting-2021' : 'meeting-2020';
}

function zoomMeeting(sheet: Sheet, at: number): Recognised | null {
  const row = sheet.rows[at] ?? [];
  const match = matchZoom(row);
  const { columns } = match;
  const timed = columns.has('join') && columns.has('leave');
  if (!columns.has('name') || (!timed && !columns.has('minutes'))) return null;
  const above = sheet.rows.findIndex((other, index) => {
    if (index >= at) return false;
    const found = matchZoom(other).columns;
    return found.has('start') && (found.has('topic') || found.has('participants'));
  });
  return {
    kind: 'zoom-meeting',
    generation: zoomGeneration(match, row),
    header: at,
    match,
    preamble: above >= 0 ? above : null,
  };
}

function teamsTable(sheet: Sheet, at: number): Recognised | null {
  const match = matchTeams(sheet.rows[at] ?? []);
  const { columns } = match;
  if (!columns.has('name')) return null;
  if (columns.has('action') && columns.has('timestamp'))
    return { kind: 'teams-actions', generation: 'gen1', header: at, match };
  if (columns.has('action') && columns.has('utc') && columns.has('connection'))
    return { kind: 'teams-actions', generation: 'live-event', header: at, match };
  const oneOf = columns.has('upn') || columns.has('role');
  if (columns.has('join') && columns.has('leave') && columns.has('duration') && oneOf)
    return { kind: 'teams-joins', generation: 'gen2', header: at, match };
  return null;
}

/** A section's name stands alone in its row. */
export function isAlone(row: readonly string[]): boolean {
  return row.slice(1).every((cell) => cell.trim() === '');
}

/**
 * A webinar's report has its people in sections, each with headings of its own under its name. The
 * first of them tells who attended at all; that, or the report's own name above, sets it apart from
 * a meeting's.
 */
function zoomWebinar(sheet: Sheet): Recognised | null {
  const headers: number[] = [];
  let named = foldHeader(sheet.rows[0]?.[0] ?? '') === 'attendee report';
  sheet.rows.forEach((row, at) => {
    const begins = at < LIMITS.headerSearchRows || isAlone(sheet.rows[at - 1] ?? []);
    if (row.length < 3 || !begins) return;
    const { columns } = matchZoom(row);
    if (!columns.has('name') || !columns.has('join') || !columns.has('leave')) return;
    if (columns.has('attended')) named = true;
    headers.push(at);
  });
  return named && headers.length > 0
    ? { kind: 'zoom-webinar', generation: 'webinar', headers }
    : null;
}

function webex(sheet: Sheet, at: number): Recognised | null {
  const match = matchWebex(sheet.rows[at] ?? []);
  const { columns } = match;
  const found = { kind: 'webex', header: at, match } as const;
  if (
    columns.has('day') &&
    columns.has('dayStart') &&
    columns.has('dayEnd') &&
    columns.has('invited')
  )
    return { ...found, generation: 'session-detail' };
  if (
    columns.has('connection') &&
    columns.has('email') &&
    columns.has('join') &&
    columns.has('leave')
  )
    return { ...found, generation: columns.has('lastName') ? 'attendance-2022' : 'attendance' };
  return null;
}

function googleMeet(sheet: Sheet, at: number): Recognised | null {
  const match = matchMeet(sheet.rows[at] ?? []);
  const { columns } = match;
  const named = columns.has('firstName') && columns.has('lastName');
  return named && columns.has('join') && columns.has('leave')
    ? { kind: 'google-meet', generation: 'attendance', header: at, match }
    : null;
}

/** Recognises a report by its content, never by its file name. */
export function recognise(sheet: Sheet): Recognised | null {
  const sections = teamsSections(sheet);
  if (sections !== null) return sections;
  const webinar = zoomWebinar(sheet);
  if (webinar !== null) return webinar;
  const last = Math.min(sheet.rows.length, LIMITS.headerSearchRows);
  for (let at = 0; at < last; at++) {
    const row = sheet.rows[at] ?? [];
    if (isBlank(row)) continue;
    const found =
      zoomMeeting(sheet, at) ?? teamsTable(sheet, at) ?? webex(sheet, at) ?? googleMeet(sheet, at);
    if (found !== null) return found;
  }
  return null;
}
