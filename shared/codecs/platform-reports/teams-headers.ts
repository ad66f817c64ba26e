import { headerMatcher, type HeaderTable } from './header-match';

export type TeamsField =
  | 'name'
  | 'join'
  | 'leave'
  | 'duration'
  | 'email'
  | 'upn'
  | 'role'
  | 'action'
  | 'timestamp'
  | 'utc'
  | 'connection'
  | 'account'
  | 'title'
  | 'start'
  | 'end'
  | 'attended';

export const TEAMS_HEADERS: HeaderTable<TeamsField> = {
  name: {
    en: ['Full Name', 'Name', 'FullName'],
    de: ['Vollständiger Name', 'Name'],
    pl: ['Imię i nazwisko', 'Nazwa'],
    th: ['ชื่อเต็ม', 'ชื่อ'],
    es: ['Nombre completo', 'Nombre'],
    fr: ['Nom complet', 'Nom'],
    ru: ['Полное имя', 'Имя'],
  },
  join: {
    en: ['Join Time', 'First Join', 'First Join Time'],
    de: ['Beitrittszeit', 'Erster Beitritt'],
    pl: ['Godzina dołączenia', 'Pierwsze dołączenie'],
    th: ['เวลาเข้าร่วม'],
    es: ['Hora de unión', 'Primera unión', 'Hora para unirse'],
    fr: ["Heure d'arrivée", 'Première participation'],
    ru: ['Время присоединения', 'Первое присоединение'],
  },
  leave: {
    en: ['Leave Time', 'Last Leave', 'Last Leave Time'],
    de: ['Zeitpunkt des Verlassens', 'Letztes Verlassen'],
    pl: ['Godzina wyjścia', 'Ostatnie wyjście'],
    th: ['เวลาออก'],
    es: ['Hora de salida', 'Última salida'],
    fr: ['Heure de départ', 'Dernier départ'],
    ru: ['Время выхода', 'Последний выход'],
  },
  duration: {
    en: ['Duration', 'In-Meeting Duration'],
    de: ['Dauer', 'Dauer der Besprechung'],
    pl: ['Czas trwania', 'Czas udziału w spotkaniu'],
    th: ['ระยะเวลา'],
    es: ['Duración', 'Duración en la reunión'],
    fr: ['Durée', 'Durée en réunion'],
    ru: ['Продолжительность', 'Длительность'],
  },
  email: {
    en: ['Email', 'Registration Email'],
    de: ['E-Mail'],
    pl: ['Adres e-mail'],
    th: ['อีเมล'],
    es: ['Correo electrónico'],
    fr: ['E-mail', 'Courrier électronique'],
    ru: ['Электронная почта'],
  },
  upn: {
    en: ['Participant ID (UPN)'],
    de: ['Teilnehmer-ID (UPN)'],
    pl: ['Identyfikator uczestnika (UPN)'],
    th: ['ID ผู้เข้าร่วม (UPN)'],
    es: ['Id. de participante (UPN)'],
    fr: ['ID du participant (UPN)'],
    ru: ['ИД участника (UPN)'],
  },
  role: {
    en: ['Role'],
    de: ['Rolle'],
    pl: ['Rola'],
    th: ['บทบาท'],
    es: ['Rol'],
    fr: ['Rôle'],
    ru: ['Роль'],
  },
  action: {
    en: ['User Action', 'Action'],
    de: ['Benutzeraktion'],
    pl: ['Akcja użytkownika'],
    es: ['Acción del usuario'],
    fr: ["Action de l'utilisateur"],
    ru: ['Действие пользователя'],
  },
  timestamp: {
    en: ['Timestamp'],
    de: ['Zeitstempel'],
    pl: ['Sygnatura czasowa'],
    es: ['Marca de tiempo'],
    fr: ['Horodatage'],
    ru: ['Метка времени'],
  },
  utc: { en: ['UtcEventTimestamp'] },
  connection: { en: ['SessionId'] },
  account: { en: ['ParticipantId'] },
  title: {
    en: ['Meeting Title'],
    de: ['Besprechungstitel'],
    pl: ['Tytuł spotkania'],
    es: ['Título de la reunión'],
    fr: ['Titre de la réunion'],
    ru: ['Название собрания'],
  },
  start: {
    en: ['Meeting Start Time', 'Start Time'],
    de: ['Startzeit'],
    pl: ['Godzina rozpoczęcia'],
    es: ['Hora de inicio'],
    fr: ['Heure de début'],
    ru: ['Время начала'],
  },
  end: {
    en: ['Meeting End Time', 'End Time'],
    de: ['Endzeit'],
    pl: ['Godzina zakończenia'],
    es: ['Hora de finalización'],
    fr: ['Heure de fin'],
    ru: ['Время окончания'],
  },
  attended: {
    en: ['Attended participants', 'Total Number of Participants'],
    de: ['Teilgenommene Personen', 'Anwesende Teilnehmer'],
    pl: ['Obecni uczestnicy'],
    es: ['Participantes que asistieron'],
    fr: ['Participants présents'],
    ru: ['Присутствовавшие участники'],
  },
};

export const matchTeams = headerMatcher(TEAMS_HEADERS);

/** What somebody did in the oldest report of Teams, where each line is one act. */
export const TEAMS_ACTIONS: Readonly<Record<'joined' | 'left', readonly string[]>> = {
  joined: [
    ...['joined', 'joined before', 'beigetreten', 'zuvor beigetreten', 'dołączono', 'se unió'],
    ...['se unió antes', 'a rejoint', 'a rejoint avant', 'присоединился', 'присоединился ранее'],
  ],
  left: ['left', 'verlassen', 'hat verlassen', 'opuścił', 'wyszedł', 'salió', 'a quitté', 'вышел'],
};
