import { field, teamsDuration, timeText, type Meeting, type Style, type Written } from './model';

export type TeamsGeneration = 'gen1' | 'gen2' | 'gen3' | 'gen4' | 'gen3-pl';
export const TEAMS_GENERATIONS: readonly TeamsGeneration[] = [
  'gen1',
  'gen2',
  'gen3',
  'gen4',
  'gen3-pl',
];

const PEOPLE: Readonly<Record<'gen3' | 'gen4' | 'gen3-pl', readonly string[]>> = {
  gen3: [
    'Name',
    'First join',
    'Last leave',
    'In-meeting duration',
    'Email',
    'Participant ID (UPN)',
    'Role',
  ],
  gen4: [
    'Name',
    'First Join',
    'Last Leave',
    'In-Meeting Duration',
    'Email',
    'Participant ID (UPN)',
    'Role',
    'Engagement: Camera On',
    'Engagement: Unmute',
  ],
  'gen3-pl': [
    'Imię i nazwisko',
    'Pierwsze dołączenie',
    'Ostatnie wyjście',
    'Czas udziału w spotkaniu',
    'Adres e-mail',
    'Identyfikator uczestnika (UPN)',
    'Rola',
  ],
};
const JOINS: Readonly<Record<'gen3' | 'gen4' | 'gen3-pl', readonly string[]>> = {
  gen3: ['Name', 'Join time', 'Leave time', 'Duration', 'Email', 'Role'],
  gen4: ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
  'gen3-pl': [
    'Imię i nazwisko',
    'Godzina dołączenia',
    'Godzina wyjścia',
    'Czas trwania',
    'Adres e-mail',
    'Rola',
  ],
};
const SECTIONS: Readonly<Record<'gen3' | 'gen4' | 'gen3-pl', readonly string[]>> = {
  gen3: ['1. Summary', '2. Participants', '3. In-Meeting activities'],
  gen4: ['1. Summary', '2. Participants', '3. In-Meeting Activities', '4. Meeting Engagement'],
  'gen3-pl': ['1. Podsumowanie', '2. Uczestnicy', '3. Działania podczas spotkania'],
};

function upn(row: Written): string {
  return row.email === null ? '' : `${row.email.replace('@', '_')}#EXT#@tenant.example.net`;
}

/** The oldest report: one line an act, person after person. */
function acts(meeting: Meeting, style: Style): string[][] {
  const byName = new Map<string, Written[]>();
  for (const row of meeting.rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  const lines = [['Full Name', 'User Action', 'Timestamp']];
  for (const rows of byName.values())
    for (const row of [...rows].sort((a, b) => a.from - b.from)) {
      lines.push([row.name, 'Joined', timeText(meeting.day, row.from, style)]);
      lines.push([row.name, 'Left', timeText(meeting.day, row.to, style)]);
    }
  return lines;
}

function groups(rows: readonly Written[]): Written[][] {
  const found = new Map<string, Written[]>();
  for (const row of rows) {
    const key = row.email?.toLowerCase() ?? `name:${row.name.toLowerCase()}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()];
}

function sectioned(
  meeting: Meeting,
  generation: 'gen3' | 'gen4' | 'gen3-pl',
  style: Style,
): string[][] {
  const units = generation === 'gen3-pl' ? [' godz.', ' min', ' sek.'] : ['h', 'm', 's'];
  const at = (seconds: number) => timeText(meeting.day, seconds, style);
  const [summary = '', participants = '', activities = '', engagement] = SECTIONS[generation];
  const lines: string[][] = [
    [summary],
    ['Meeting title', meeting.title],
    ['Start time', at(0)],
    ['End time', at(86_399)],
    [],
    [participants],
    [...PEOPLE[generation]],
  ];
  for (const rows of groups(meeting.rows)) {
    const first = Math.min(...rows.map(({ from }) => from));
    const last = Math.max(...rows.map(({ to }) => to));
    const [row] = rows;
    if (row === undefined) continue;
    const spent = teamsDuration(last - first, units);
    lines.push([row.name, at(first), at(last), spent, row.email ?? '', upn(row), 'Presenter']);
  }
  lines.push([], [activities], [...JOINS[generation]]);
  for (const row of meeting.rows)
    lines.push([
      `${row.name}${row.email === null ? ' (Unverified)' : ''}`,
      at(row.from),
      at(row.to),
      teamsDuration(row.to - row.from, units),
      row.email ?? '',
      'Presenter',
    ]);
  if (engagement !== undefined)
    lines.push([], [engagement], ['Name', 'Engagement Type', 'Time'], ['X', 'Unmute', at(60)]);
  return lines;
}

function joins(meeting: Meeting, style: Style): string[][] {
  const lines = [
    ['Meeting Summary'],
    ['Total Number of Participants', '0'],
    ['Meeting Title', meeting.title],
    ['Meeting Start Time', timeText(meeting.day, 0, style)],
    ['Meeting End Time', timeText(meeting.day, 86_399, style)],
    [],
    ['Full Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role', 'Participant ID (UPN)'],
  ];
  for (const row of meeting.rows)
    lines.push([
      row.name,
      timeText(meeting.day, row.from, style),
      timeText(meeting.day, row.to, style),
      teamsDuration(row.to - row.from),
      row.email ?? '',
      'Attendee',
      upn(row),
    ]);
  return lines;
}

/** Writes a meeting as a report of Teams of a generation would; tabs between the cells. */
export function teamsReport(
  meeting: Meeting,
  generation: TeamsGeneration,
  style: Style,
  lineEnd = '\r\n',
): string {
  const lines =
    generation === 'gen1'
      ? acts(meeting, style)
      : generation === 'gen2'
        ? joins(meeting, style)
        : sectioned(meeting, generation, style);
  return lines.map((cells) => cells.map((cell) => field(cell, '\t')).join('\t')).join(lineEnd);
}
