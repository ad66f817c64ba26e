import type { Sheet } from '../table/sheet';
import { isBlank } from '../table/sheet';
import { LIMITS } from '../limits';
import { foldHeader, type HeaderMatch } from './header-match';
import { matchTeams, type TeamsField } from './teams-headers';
import type { Generation, Platform } from './types';
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
      readonly kind: 'not-read-yet';
      readonly platform: Platform;
      readonly generation: Generation;
    };

const SECTION = /^([1-5])\.\s*\S/;

/** `2. Participants`, in any language, alone in its row. */
export function sectionNumber(row: readonly string[]): number | null {
  const first = (row[0] ?? '').trim();
  const number = SECTION.exec(first);
  return number !== null && row.slice(1).every((cell) => cell.trim() === '')
    ? Number(number[1])
    : null;
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

function known(folded: ReadonlySet<string>, ...names: string[]): boolean {
  return names.every((name) => folded.has(name));
}

/** Reports that are recognised by name and not read yet, by headings that no other report has. */
function notReadYet(row: readonly string[]): Recognised | null {
  const folded = new Set(row.map(foldHeader));
  const first = foldHeader(row[0] ?? '');
  const named = (platform: Platform, generation: Generation): Recognised => ({
    kind: 'not-read-yet',
    platform,
    generation,
  });
  if (
    first === 'attendee report' ||
    known(folded, 'attended', 'user name (original name)') ||
    known(folded, 'webinar id', 'topic')
  )
    return named('zoom', 'webinar');
  if (known(folded, 'participantid', 'fullname', 'utceventtimestamp'))
    return named('teams', 'live-event');
  if (first === 'session detail report' || known(folded, 'participant', 'invited', 'registered'))
    return named('webex', 'session-detail');
  if (
    known(folded, 'attendee email', 'connection type') ||
    known(folded, 'e-mail do convidado', 'tipo de conexão')
  )
    return named('webex', 'attendance');
  if (known(folded, 'first name', 'last name', 'time joined'))
    return named('google-meet', 'attendance');
  return null;
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
  const oneOf = columns.has('upn') || columns.has('role');
  if (columns.has('join') && columns.has('leave') && columns.has('duration') && oneOf)
    return { kind: 'teams-joins', generation: 'gen2', header: at, match };
  return null;
}

/** Recognises a report by its content, never by its file name. */
export function recognise(sheet: Sheet): Recognised | null {
  const sections = teamsSections(sheet);
  if (sections !== null) return sections;
  const last = Math.min(sheet.rows.length, LIMITS.headerSearchRows);
  for (let at = 0; at < last; at++) {
    const row = sheet.rows[at] ?? [];
    if (isBlank(row)) continue;
    const found = notReadYet(row) ?? zoomMeeting(sheet, at) ?? teamsTable(sheet, at);
    if (found !== null) return found;
  }
  return null;
}
