import type { LoginEvidence } from '@shared/codecs/platform-reports/logins';
import type { ReportOptions } from '@shared/codecs/platform-reports/types';

/**
 * Reports that nobody here wrote (and constructed ones after public parsers). The figures are
 * literals: rows, persons and seconds were counted from the files by hand and with a script of
 * three lines per file that shares nothing with the reader (pairs of times, sorted and merged).
 */
export interface Expected {
  readonly file: string;
  readonly options?: ReportOptions;
  readonly platform: string;
  readonly generation: string;
  readonly language: string;
  readonly title: string | null;
  readonly scheduled: readonly [string, string] | null;
  readonly dateOrder: string;
  readonly rows: number;
  readonly persons: number;
  readonly intervals: number;
  readonly seconds: number;
  readonly dropped?: readonly (readonly [line: number, code: string])[];
  readonly repaired?: readonly (readonly [line: number, code: string])[];
  readonly issues?: readonly string[];
  /** Of single logins: key → what the file shows for them. */
  readonly logins: Readonly<Record<string, Partial<LoginEvidence>>>;
}

const HEROES = {
  platform: 'zoom',
  generation: 'meeting-2021',
  language: 'en',
  dateOrder: 'mdy',
  // 31 rows, 27 addresses; two of the four who rejoined overlap with themselves.
  rows: 31,
  persons: 27,
  intervals: 29,
  // The rows add up to 146,373 s; 6,641 s of them are counted twice.
  seconds: 139_732,
  logins: {
    'email:power-girl_kryptonian@dc.com': {
      name: '003_Power Girl',
      originalNames: ['Kara Zor-L'],
      intervals: [['2021-11-19T10:08:26', '2021-11-19T12:01:58']],
      seconds: 6812,
    },
    'email:cyborg-superman_cyborg@dc.com': {
      intervals: [
        ['2021-11-19T10:08:32', '2021-11-19T11:00:13'],
        ['2021-11-19T11:28:11', '2021-11-19T12:01:58'],
      ],
      seconds: 5128,
      minutes: 85,
    },
    'email:swarm_mutant@marvel.com': { seconds: 6448 },
    'email:dazzler_mutant@marvel.com': { seconds: 1705, guest: true },
    'email:loki_asgardian@marvel.com': {
      name: '015_Loki',
      originalNames: ['Loki Laufeyson'],
      intervals: [['2021-11-19T09:54:15', '2021-11-19T12:01:59']],
    },
    'email:clea_unknown@marvel.com': { guest: false, seconds: 548 },
  },
} as const;

export const DAY = '2023-06-13';

export const REPORTS: readonly Expected[] = [
  {
    file: 'zoom/zoom_meeting_2020_preamble_dummy.csv',
    platform: 'zoom',
    generation: 'meeting-2020',
    language: 'en',
    title: 'Dummy zoom meeting CSV participants file',
    scheduled: ['2020-04-15T15:42:15', '2020-04-15T18:07:30'],
    dateOrder: 'mdy',
    rows: 97,
    persons: 89,
    intervals: 94,
    // The rows add up to 509,606 s: Lou Gecko was connected twice for 273 s of them.
    seconds: 509_333,
    logins: {
      'email:lou.gecko@grenoble.fr': {
        intervals: [
          ['2020-04-15T15:57:57', '2020-04-15T17:50:53'],
          ['2020-04-15T17:50:54', '2020-04-15T17:54:07'],
          ['2020-04-15T17:57:23', '2020-04-15T18:01:10'],
        ],
        seconds: 7196,
        minutes: 120,
        guest: null,
      },
      'email:tim.spinne@potsdam.de': { seconds: 5692 },
      'email:marie@xxx.fi': { name: 'Marie', seconds: 6762 },
    },
  },
  { ...HEROES, file: 'zoom/zoom_meeting_2021_plain_heroes.csv', title: null, scheduled: null },
  {
    ...HEROES,
    file: 'zoom/zoom_meeting_2021_preamble_heroes.csv',
    title: 'Heroes meeting',
    scheduled: ['2021-11-19T10:00:00', '2021-11-19T12:00:00'],
  },
  {
    file: 'constructed/zoom_meeting_2023_en_newheaders.csv',
    options: { meetingDays: [DAY] },
    platform: 'zoom',
    generation: 'meeting-2023',
    language: 'en',
    title: null,
    scheduled: null,
    dateOrder: 'mdy',
    rows: 7,
    persons: 6,
    intervals: 6,
    // 14,189 + 11,160 + 3,840 + 28,800 + 30,300 + 31,200; the 70 s in the waiting room not.
    seconds: 119_489,
    dropped: [[4, 'waiting-room']],
    logins: {
      'name:petrov, ivan': { name: 'Petrov, Ivan', originalNames: ['BGR - Ivan Petrov'] },
      'name:iphone': { intervals: [[`${DAY}T09:06:10`, `${DAY}T10:10:10`]], minutes: 64 },
      'name:delegation of exampleland (3 persons)': { originalNames: [], minutes: 480 },
      'email:paris-pact-host@example.org': { name: 'UNODC Paris Pact', guest: false },
    },
  },
  {
    file: 'constructed/zoom_meeting_2024_wide_duplicate_duration_column.csv',
    options: { meetingDays: [DAY] },
    platform: 'zoom',
    generation: 'meeting-wide',
    language: 'en',
    title: 'Paris Pact EWG (synthetic)',
    scheduled: [`${DAY}T08:30:00`, `${DAY}T17:10:00`],
    dateOrder: 'mdy',
    rows: 2,
    persons: 1,
    intervals: 1,
    // 9:00 to 16:00, the two minutes of overlap once.
    seconds: 25_200,
    logins: { 'email:aigerim@example.kz': { name: 'Aigerim Testova', minutes: 420 } },
  },
  {
    file: 'constructed/zoom_meeting_unique_users_view.csv',
    platform: 'zoom',
    generation: 'meeting-unique-users',
    language: 'en',
    title: null,
    scheduled: null,
    dateOrder: 'ymd',
    rows: 0,
    persons: 2,
    intervals: 0,
    seconds: (423 + 66) * 60,
    issues: ['no-times'],
    logins: { 'name:iphone': { minutes: 66, intervals: [] } },
  },
  ...(['es_old', 'es_new_semicolon'] as const).map((name) => ({
    file: `constructed/zoom_meeting_${name}.csv`,
    platform: 'zoom',
    generation: name === 'es_old' ? 'meeting-2021' : 'meeting-2023',
    language: 'es',
    title: null,
    scheduled: null,
    dateOrder: 'dmy',
    rows: 1,
    persons: 1,
    intervals: 1,
    seconds: 10_800,
    logins: { 'email:maria@example.es': { name: 'María Ñandú', guest: true } },
  })),
  {
    file: 'constructed/zoom_meeting_fr.csv',
    platform: 'zoom',
    generation: 'meeting-2023',
    language: 'fr',
    title: null,
    scheduled: null,
    dateOrder: 'dmy',
    rows: 1,
    persons: 1,
    intervals: 1,
    seconds: 10_800,
    logins: {
      'email:elodie@example.fr': {
        name: 'Élodie Exemple',
        intervals: [[`${DAY}T09:00:00`, `${DAY}T12:00:00`]],
      },
    },
  },
  {
    file: 'constructed/zoom_meeting_ru_24h_with_ampm.csv',
    platform: 'zoom',
    generation: 'meeting-2021',
    language: 'ru',
    title: 'Тестовая встреча',
    scheduled: ['2023-11-01T08:30:00', '2023-11-01T17:10:00'],
    dateOrder: 'dmy',
    rows: 3,
    persons: 3,
    intervals: 3,
    // 7 h 54 min 12 s, 9 min, 30 min.
    seconds: 30_792,
    repaired: [
      [5, 'am-pm-ignored'],
      [6, 'am-pm-ignored'],
      [6, 'am-pm-ignored'],
    ],
    logins: {
      'email:petr@example.ru': { name: 'Иванов Пётр Сергеевич', seconds: 28_452 },
      'name:петр иванов': { originalNames: ['Иванов Пётр Сергеевич'], minutes: 9 },
    },
  },
  {
    file: 'teams/teams_old_useraction_2020_utf16le.csv',
    options: { meetingDays: ['2020-12-11'] },
    platform: 'teams',
    generation: 'gen1',
    language: 'en',
    title: null,
    scheduled: null,
    dateOrder: 'dmy',
    rows: 19,
    persons: 5,
    intervals: 19,
    // 2,115 + 669 + 2,742 + 1,172 + 1,537
    seconds: 8235,
    logins: {
      'name:mustermann max': { seconds: 2115, minutes: 35 },
      'name:musterfrau franziska': {
        seconds: 669,
        intervals: [
          ['2020-12-11T12:28:09', '2020-12-11T12:38:11'],
          ['2020-12-11T15:45:58', '2020-12-11T15:46:58'],
          ['2020-12-11T15:56:39', '2020-12-11T15:56:46'],
        ],
      },
      'name:huber uwe': { seconds: 2742 },
      'name:müller franz': { seconds: 1172 },
      'name:müller hans': { seconds: 1537 },
    },
  },
  {
    file: 'teams/teams_new_3section_2022-11-14_utf16be_PSEUDONYMISED.csv',
    platform: 'teams',
    generation: 'gen3',
    language: 'en',
    title: 'Scrum Meeting',
    scheduled: ['2022-11-14T09:29:07', '2022-11-14T09:50:14'],
    dateOrder: 'dmy',
    rows: 7,
    persons: 7,
    intervals: 7,
    // 1,166 + 1,160 + 1,162 + 1,159 + 1,130 + 1,062 + 891
    seconds: 7730,
    logins: {
      'email:greta.testova@example.org': {
        name: 'Greta Testova',
        intervals: [['2022-11-14T09:35:21', '2022-11-14T09:50:12']],
      },
    },
  },
  {
    file: 'constructed/teams_2023plus_4section_utf16le.csv',
    options: { meetingDays: ['2023-09-12', '2023-09-13'] },
    platform: 'teams',
    generation: 'gen4',
    language: 'en',
    title: 'Paris Pact EWG (12-13 September 2023, synthetic)',
    scheduled: ['2023-09-12T09:00:05', '2023-09-12T13:03:20'],
    dateOrder: 'mdy',
    // Five from section 2, and Petrov's two joins from section 3 in place of his summary.
    rows: 7,
    persons: 6,
    intervals: 6,
    // 14,595 + 10,800 + 7,200 + 3,607 + 2,592 + 13,400 (until the end, for who never left).
    seconds: 52_194,
    repaired: [[17, 'leave-missing']],
    logins: {
      'email:ivan.petrov@example.org': {
        name: 'Петров, Иван',
        guest: true,
        intervals: [['2023-09-12T09:10:00', '2023-09-12T12:10:00']],
      },
      'name:[turkiye] ayşe yılmaz': { name: '[TURKIYE] Ayşe Yılmaz', guest: true, minutes: 120 },
      'name:محمد أحمد': { seconds: 3607 },
      'name:431555***12': { seconds: 2592, email: null },
      'email:late@example.org': { openEnded: true, seconds: 13_400 },
      'email:org@example.org': { guest: null, minutes: 243 },
    },
  },
];
