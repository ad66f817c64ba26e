import { headerMatcher, type HeaderTable } from './header-match';

export type WebexField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'join'
  | 'leave'
  | 'duration'
  | 'title'
  | 'start'
  | 'end'
  | 'connection'
  | 'day'
  | 'dayStart'
  | 'dayEnd'
  | 'invited';

/** Headings of Webex's reports; see `header-match.ts`. */
export const WEBEX_HEADERS: HeaderTable<WebexField> = {
  name: { en: ['Display Name', 'Name'], pt: ['Nome de exibição'] },
  firstName: { en: ['First Name'], pt: ['Nome'] },
  lastName: { en: ['Last Name'], pt: ['Sobrenome'] },
  email: { en: ['Attendee Email', 'Email'], pt: ['E-mail do convidado'] },
  join: { en: ['Join Time'], pt: ['Hora da entrada'] },
  leave: { en: ['Leave Time'], pt: ['Hora da saída'] },
  duration: { en: ['Attendance Duration', 'Duration'], pt: ['Duração da presença'] },
  title: { en: ['Meeting Name', 'Event Name'], pt: ['Nome da reunião'] },
  start: { en: ['Meeting Start Time', 'Event Start Time'], pt: ['Data de início da reunião'] },
  end: { en: ['Meeting End Time', 'Event End Time'], pt: ['Data de término da reunião'] },
  connection: { en: ['Connection Type'], pt: ['Tipo de conexão'] },
  day: { en: ['Date'] },
  dayStart: { en: ['Start'] },
  dayEnd: { en: ['End'] },
  invited: { en: ['Invited'] },
};

export const matchWebex = headerMatcher(WEBEX_HEADERS);
