import { field, timeText, zoomMinutes, type Meeting, type Style, type Written } from './model';

export type ZoomGeneration = '2020' | '2021' | '2023' | 'wide' | 'es' | 'fr' | 'ru';

const HEADINGS: Readonly<Record<ZoomGeneration, readonly string[]>> = {
  '2020': ['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)'],
  '2021': [
    ...['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)'],
    ...['Guest', 'Recording Consent'],
  ],
  '2023': [
    ...['Name (original name)', 'Email', 'Join time', 'Leave time', 'Duration (minutes)', 'Guest'],
    ...['Recording disclaimer response', 'In waiting room'],
  ],
  wide: [
    ...['Topic', 'Type', 'ID', 'Host name', 'Host email', 'Start time', 'End time'],
    ...['Participants', 'Duration (minutes)'],
    ...['Name (original name)', 'Email', 'Join time', 'Leave time', 'Duration (minutes)', 'Guest'],
    ...['Recording disclaimer response', 'In waiting room'],
  ],
  es: [
    ...['Nombre (nombre original)', 'Correo electrónico', 'Hora de entrada', 'Hora de salida'],
    ...['Duración (minutos)', 'Invitado', 'Respuesta', 'En sala de espera'],
  ],
  fr: [
    ...['Nom (nom original)', 'Adresse e-mail de l’utilisateur', 'Heure d’arrivée'],
    ...['Heure de départ', 'Durée (minutes)', 'Invité', 'Réponse', 'Salle d’attente'],
  ],
  ru: [
    ...['Имя (настоящее имя)', 'Электронная почта', 'Время входа', 'Время выхода'],
    ...['Продолжительность (минуты)', 'Гость'],
  ],
};
const YES: Readonly<Partial<Record<ZoomGeneration, string>>> = { es: 'Sí', fr: 'Oui', ru: 'Да' };

export const ZOOM_GENERATIONS = Object.keys(HEADINGS) as ZoomGeneration[];

/** Whether the generation has a column that tells the waiting room. */
export function tellsWaiting(generation: ZoomGeneration): boolean {
  return HEADINGS[generation].length >= 8;
}

function times(day: string, row: Written, style: Style): readonly [string, string, string] {
  const from = timeText(day, row.from, style);
  const to = timeText(day, row.to, style);
  const minutes = String(zoomMinutes(row));
  switch (row.fault) {
    case 'negative':
      return [to, from, `-${minutes}`];
    case 'zero':
      return [from, from, '0'];
    case 'no-leave':
      return [from, '', ''];
    case 'no-join':
      return ['', to, ''];
    case 'dashes':
      return ['--', '--', '--'];
    case 'unreadable':
      return ['yesterday', to, minutes];
    case 'none':
    case 'waiting':
    case 'wrong-minutes':
      return [from, to, minutes];
  }
}

/** Writes a meeting as a Zoom report of a generation would. */
export function zoomReport(
  meeting: Meeting,
  generation: ZoomGeneration,
  style: Style,
  layout: { readonly separator: string; readonly lineEnd: string; readonly preamble: boolean },
): string {
  const { separator, lineEnd } = layout;
  const line = (cells: readonly string[]) =>
    cells.map((cell) => field(cell, separator)).join(separator);
  const yes = YES[generation] ?? 'Yes';
  const headings = HEADINGS[generation];
  const start = timeText(meeting.day, 0, style);
  const end = timeText(meeting.day, 86_399, style);
  const lines: string[] = [];
  if (layout.preamble && (generation === '2020' || generation === '2021'))
    lines.push(
      line(['Meeting ID', 'Topic', 'Start Time', 'End Time', 'User Email', 'Participants', '']),
      line(['81234567890', meeting.title, start, end, 'host@example.org', '0', '']),
      '',
    );
  lines.push(line(headings));
  for (const row of meeting.rows) {
    const cells = [row.name, row.email ?? '', ...times(meeting.day, row, style)];
    if (generation === 'wide')
      cells.unshift(
        ...[meeting.title, 'Meeting', '812 3456 7890', 'Host', 'host@example.org', start, end],
        ...['0', '1440'],
      );
    if (generation !== '2020') cells.push(yes);
    if (tellsWaiting(generation)) cells.push('OK', row.fault === 'waiting' ? yes : 'No');
    else if (generation === '2021') cells.push('Y');
    lines.push(line(cells));
  }
  return lines.join(lineEnd) + lineEnd;
}
