import { DAY, type Expected } from './figures';

/** Webinars, and Webex: counted like the meetings in `figures.ts`. */
export const OTHER_REPORTS: readonly Expected[] = [
  {
    file: 'zoom/zoom_webinar_fixture_day1.csv',
    options: { meetingDays: ['2026-05-12'] },
    platform: 'zoom',
    generation: 'webinar',
    language: 'en',
    title: 'E2E Webinar',
    scheduled: ['2026-05-12T09:00:00', '2026-05-12T11:00:00'],
    dateOrder: 'mdy',
    rows: 3,
    persons: 2,
    intervals: 3,
    // 30 + 55 minutes, and 100.
    seconds: 11_100,
    logins: {
      'email:alice@example.com': {
        intervals: [
          ['2026-05-12T09:00:00', '2026-05-12T09:30:00'],
          ['2026-05-12T09:35:00', '2026-05-12T10:30:00'],
        ],
        minutes: 85,
      },
      'email:bob@example.com': { minutes: 100 },
    },
  },
  {
    file: 'zoom/zoom_webinar_fixture_day2.csv',
    platform: 'zoom',
    generation: 'webinar',
    language: 'en',
    title: 'E2E Webinar',
    scheduled: ['2026-05-13T09:00:00', '2026-05-13T10:30:00'],
    dateOrder: 'mdy',
    rows: 1,
    persons: 1,
    intervals: 1,
    seconds: 4200,
    logins: { 'email:carol@example.com': { name: 'Carol', minutes: 70 } },
  },
  {
    file: 'constructed/zoom_webinar_attendee_full_sections.csv',
    options: { meetingDays: ['2023-12-11'] },
    platform: 'zoom',
    generation: 'webinar',
    language: 'en',
    title: '17th PCGM (synthetic)',
    scheduled: ['2023-12-11T08:55:00', '2023-12-11T17:05:00'],
    dateOrder: 'ymd',
    // A host, a panellist, an attendee twice, a caller; one stayed away, one ends before it begins.
    rows: 5,
    persons: 4,
    intervals: 4,
    // 8 h 15, 1 h, 9:05 to 12:00 with ten minutes of overlap, half an hour.
    seconds: 29_700 + 3600 + 10_500 + 1800,
    dropped: [
      [15, 'not-attended'],
      [16, 'negative-duration'],
    ],
    logins: {
      'email:host@example.org': { name: 'UNODC Host', guest: false },
      'email:d3@example.org': {
        intervals: [['2023-12-11T09:05:00', '2023-12-11T12:00:00']],
        minutes: 175,
      },
      'email:p2@example.org': { minutes: 60 },
      'name:+43 1 555 ***12': { minutes: 30, email: null },
    },
  },
  ...(['', '_ptBR'] as const).map((language) => ({
    file: `constructed/webex_2022plus_13col${language}_utf16le.csv`,
    options: { meetingDays: [DAY] },
    platform: 'webex',
    generation: 'attendance-2022',
    language: language === '' ? 'en' : 'pt',
    title: 'Synthetic EWG',
    scheduled: [`${DAY}T09:00:00`, `${DAY}T17:00:00`] as const,
    dateOrder: 'ymd',
    rows: 4,
    persons: 2,
    intervals: 2,
    // 8:58:10 to 17:00:05, the overlap and the breakout session once; and one minute.
    seconds: 28_915 + 60,
    logins: {
      'email:aziz@example.uz': { name: 'Aziz K. (UZB)', originalNames: [], minutes: 482 },
      'name:call-in user_2': { minutes: 1 },
    },
  })),
  {
    file: 'constructed/webex_2020_sessiondetailreport_utf16le.csv',
    options: { meetingDays: ['2020-10-23'] },
    platform: 'webex',
    generation: 'session-detail',
    language: 'en',
    title: 'Synthetic EWG',
    scheduled: null,
    dateOrder: 'ymd',
    rows: 2,
    persons: 1,
    intervals: 2,
    // 88 and 28 minutes, with two minutes between them.
    seconds: 6960,
    logins: {
      'email:ivan.petrov@example.org': {
        names: ['Ivan Petrov', 'ivan petrov'],
        intervals: [
          ['2020-10-23T12:02:00', '2020-10-23T13:30:00'],
          ['2020-10-23T13:32:00', '2020-10-23T14:00:00'],
        ],
      },
    },
  },
  {
    file: 'constructed/googlemeet_attendance.csv',
    options: { meetingDays: [DAY] },
    platform: 'google-meet',
    generation: 'attendance',
    language: 'en',
    title: null,
    scheduled: null,
    dateOrder: 'ymd',
    rows: 2,
    persons: 2,
    intervals: 2,
    // 65 and 62 minutes.
    seconds: 3900 + 3720,
    logins: {
      // The address is masked with asterisks: it is none.
      'name:aigerim testova': {
        email: null,
        intervals: [[`${DAY}T09:00:00`, `${DAY}T10:05:00`]],
      },
      'name:anon': { minutes: 62 },
    },
  },
  {
    file: 'constructed/teams_liveevent_attendee_report.csv',
    options: { meetingDays: ['2022-01-25'] },
    platform: 'teams',
    generation: 'live-event',
    language: 'en',
    title: null,
    scheduled: null,
    dateOrder: 'mdy',
    rows: 2,
    persons: 2,
    intervals: 2,
    // 37 min 46 s, and 34 min 41 s until the last act, for who never left.
    seconds: 2266 + 2081,
    repaired: [[3, 'leave-missing']],
    logins: {
      // The account beside the name is a UPN: it is not kept.
      'name:delegate one': { email: null, seconds: 2266 },
      'name:anonymous user': { openEnded: true, seconds: 2081 },
    },
  },
];
