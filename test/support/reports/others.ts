import { field, isoText, timeText, zoomMinutes, type Meeting, type Style } from './model';

/** Reports beside the meetings of Zoom and Teams. */
export type OtherGeneration =
  | 'webinar'
  | 'unique-users'
  | 'session-detail'
  | 'attendance'
  | 'attendance-2022'
  | 'live'
  | 'meet';
export const OTHER_GENERATIONS: readonly OtherGeneration[] = [
  ...(['webinar', 'unique-users', 'session-detail', 'attendance', 'attendance-2022'] as const),
  ...(['live', 'meet'] as const),
];

/** Rows whose end or beginning is wrong; platforms beside Zoom write no other faults. */
function times(meeting: Meeting, at: number, style: Style): readonly [string, string] {
  const row = meeting.rows[at];
  if (row === undefined) return ['', ''];
  const from = timeText(meeting.day, row.from, style);
  const to = timeText(meeting.day, row.to, style);
  if (row.fault === 'negative') return [to, from];
  if (row.fault === 'zero') return [from, from];
  return row.fault === 'no-leave' ? [from, ''] : [from, to];
}

function webinar(meeting: Meeting, style: Style): string[][] {
  const head = ['Attended', 'User Name (Original Name)', 'Email', 'Join Time', 'Leave Time'];
  const columns = [...head, 'Time in Session (minutes)', 'Is Guest', 'Country/Region Name'];
  const people = meeting.rows.map((row, at) => {
    const [from, to] = times(meeting, at, style);
    const minutes = row.fault === 'no-leave' ? '--' : String(zoomMinutes(row));
    return ['Yes', row.name, row.email ?? '', from, to || '--', minutes, 'Yes', 'Testland'];
  });
  const away = ['No', 'Registered Only', 'away@example.org', '--', '--', '--', '--', ''];
  const part = Math.ceil(people.length / 3);
  return [
    ['Attendee Report'],
    ['Report Generated:', timeText(meeting.day, 86_000, style)],
    ['Topic', 'Webinar ID', 'Actual Start Time', 'Actual Duration (minutes)', 'Unique Viewers'],
    [meeting.title, '912 3456 7890', timeText(meeting.day, 0, style), '1439', '3'],
    ['Host Details'],
    columns,
    ...people.slice(0, part),
    ['Panelist Details'],
    columns,
    ...people.slice(part, 2 * part),
    ['Attendee Details'],
    columns,
    ...people.slice(2 * part),
    away,
    ['Other Attended'],
    ['User Name', 'Join Time', 'Leave Time', 'Time in Session (minutes)', 'Country/Region Name'],
  ];
}

function webex(meeting: Meeting, style: Style, names: boolean): string[][] {
  const guarded = (text: string) => (text === '' ? '' : `="${text}"`);
  const start = guarded(timeText(meeting.day, 0, style));
  const end = guarded(timeText(meeting.day, 86_399, style));
  const head = ['Meeting Name', 'Meeting Start Time', 'Meeting End Time'];
  const tail = ['Attendee Email', 'Join Time', 'Leave Time', 'Attendance Duration'];
  const who = names ? ['Display Name', 'First Name', 'Last Name', 'Role'] : ['Name'];
  return [
    [...head, ...who, ...tail, 'Connection Type', ...(names ? ['Session Name'] : [])],
    ...meeting.rows.map((row, at) => {
      const [from, to] = times(meeting, at, style).map(guarded);
      const called = names ? [row.name, 'First', 'Last', 'Attendee'] : [row.name];
      const length = row.fault === 'no-leave' ? '' : `${zoomMinutes(row)} mins`;
      const times2 = [row.email ?? '', from ?? '', to ?? '', length, 'Desktop app'];
      return [meeting.title, start, end, ...called, ...times2, ...(names ? ['Main'] : [])];
    }),
  ];
}

function sessionDetail(meeting: Meeting): string[][] {
  const clock = (seconds: number) => isoText(meeting.day, seconds).slice(11, 16);
  return [
    ['Session Detail Report'],
    [`Topic: ${meeting.title}`],
    ['Participant', 'Name', 'Email', 'Date', 'Invited', 'Registered', 'Start', 'End', 'Duration'],
    ...meeting.rows.map((row, at) => [
      ...[String(at + 1), row.name, row.email ?? '', meeting.day, 'Yes', 'No', clock(row.from)],
      ...[clock(row.to), `${Math.floor(row.to / 60) - Math.floor(row.from / 60)} mins`],
    ]),
  ];
}

function live(meeting: Meeting, style: Style): string[][] {
  const columns = ['SessionId', 'ParticipantId', 'FullName', 'UserAgent', 'UtcEventTimestamp'];
  return [
    [...columns, 'Action', 'Role'],
    ...meeting.rows.flatMap((row, at) => {
      const [from, to] = times(meeting, at, style);
      const who = [`conn-${at}`, `upn${at}@tenant.example.net`, row.name, 'Mozilla/5.0'];
      const joined = [...who, from, 'Joined', 'Attendee'];
      return to === '' ? [joined] : [joined, [...who, to, 'Left', 'Attendee']];
    }),
  ];
}

function meet(meeting: Meeting): string[][] {
  const clock = (seconds: number) => isoText(meeting.day, seconds).slice(11);
  return [
    ['First name', 'Last name', 'Email', 'Duration', 'Time joined', 'Time exited'],
    ...meeting.rows.map((row) => [
      ...[row.name, '', row.email ?? '', `${zoomMinutes(row)} min`, clock(row.from)],
      clock(row.to),
    ]),
  ];
}

function uniqueUsers(meeting: Meeting): string[][] {
  return [
    ['Name (Original Name)', 'User Email', 'Total Duration (Minutes)', 'Guest'],
    ...meeting.rows.map((row) => [row.name, row.email ?? '', String(zoomMinutes(row)), 'Yes']),
  ];
}

function linesOf(meeting: Meeting, generation: OtherGeneration, style: Style): string[][] {
  switch (generation) {
    case 'webinar':
      return webinar(meeting, style);
    case 'unique-users':
      return uniqueUsers(meeting);
    case 'session-detail':
      return sessionDetail(meeting);
    case 'attendance':
      return webex(meeting, style, false);
    case 'attendance-2022':
      return webex(meeting, style, true);
    case 'live':
      return live(meeting, style);
    case 'meet':
      return meet(meeting);
  }
}

/** Writes a meeting as a report of a kind would. */
export function otherReport(
  meeting: Meeting,
  generation: OtherGeneration,
  style: Style,
  separator = ',',
  lineEnd = '\r\n',
): string {
  return linesOf(meeting, generation, style)
    .map((cells) => cells.map((cell) => field(cell, separator)).join(separator))
    .join(lineEnd);
}
