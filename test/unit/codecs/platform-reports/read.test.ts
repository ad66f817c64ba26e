import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { instants, logins } from '@shared/codecs/platform-reports/logins';
import { readPlatformReport } from '@shared/codecs/platform-reports/read';
import type { ReportOptions } from '@shared/codecs/platform-reports/types';
import type { Encoding } from '@shared/codecs/text/decode';
import { isAnybodys } from '@shared/matching/device-names';
import { encode } from '../../../support/reports/encode';

async function read(text: string, options: ReportOptions = {}, encoding: Encoding = 'utf-8') {
  const result = await readPlatformReport(encode(text, encoding, true), options);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.params)}`);
  return result.report;
}
const issues = (report: { issues: readonly { code: string }[] }) =>
  report.issues.map(({ code }) => code);
const notes = (list: readonly { line: number; code: string }[]) =>
  list.map(({ line, code }) => `${line} ${code}`);

const ZOOM = 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n';

describe('what is no report', () => {
  it.each([
    [
      'a web page saved as CSV',
      '<html><body>Sign in to Zoom</body></html>',
      'not-text',
      { kind: 'html' },
    ],
    [
      'another list',
      'Country,Capital\nBulgaria,Sofia\n',
      'not-recognised',
      { header: 'Country · Capital' },
    ],
    [
      'a list of names',
      'Name,Email\nAnna,a@example.org\n',
      'not-recognised',
      { header: 'Name · Email' },
    ],
    ['nothing', '', 'empty', {}],
    [
      'half a heading',
      'Name (Original Name),User Em',
      'not-recognised',
      { header: 'Name (Original Name) · User Em' },
    ],
  ])('%s', async (_name, text, reason, params) => {
    expect(await readPlatformReport(encode(text, 'utf-8'))).toEqual({ ok: false, reason, params });
  });
});

describe('damage', () => {
  it('a file cut in its last row', async () => {
    const report = await read(
      `${ZOOM}Anna,a@example.org,06/13/2023 09:00:00 AM,06/13/2023 10:00:00 AM,60,Yes\nBorys,b@example.org,06/13/20`,
    );
    expect(issues(report)).toEqual(['truncated']);
    expect(report.joins).toHaveLength(1);
    expect(notes(report.dropped)).toEqual(['3 unreadable-time']);
  });

  it.each([
    [
      'of Webex',
      'Meeting Name,Meeting Start Time,Meeting End Time,Display Name,First Name,Last Name,Role,Attendee Email,Join Time,Leave Time,Attendance Duration,Connection Type,Session Name\nT,"=""2023-06-13 09:00:00""","=""2023-06-13 10:00:00""",Anna,,,x,,"=""2023-06-13 09:00:00""","=""2023-06-13 10:00:00""",60 mins,Desktop,\nT,"=""2023-06-13 09:00:00""","=""2023-06-13 10:00:00""",Borys,,,x,,"=""2023-06-13 09:30:00""',
    ],
    [
      'of a webinar',
      'Attendee Report\nAttended,User Name (Original Name),Email,Join Time,Leave Time\nYes,Anna,a@example.org,2023-06-13 09:00:00,2023-06-13 10:00:00\nYes,Borys,b@example.org,2023-06-13 09:30:00',
    ],
    [
      'of Google Meet',
      'First name,Last name,Email,Duration,Time joined,Time exited\nAnna,Testova,,60 min,9:00 AM,10:00 AM\nBorys,Probe,,30 min,9:30 AM',
    ],
    [
      'of Teams',
      'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nAnna\t6/13/2023, 9:00:00 AM\t6/13/2023, 10:00:00 AM\t1h\t\tAttendee\nBorys\t6/13/2023, 9:30:00 AM',
    ],
  ])('a file %s cut in its last row', async (_, text) => {
    expect(issues(await read(text, { meetingDays: ['2023-06-13'] }))).toEqual(
      expect.arrayContaining(['truncated']),
    );
  });

  it('a file cut inside quotation marks', async () => {
    const report = await read(
      `${ZOOM}Anna,a@example.org,06/13/2023 09:00:00 AM,06/13/2023 10:00:00 AM,60,Yes\n"Testov, Bo`,
    );
    expect(report.issues).toMatchObject([
      { code: 'unclosed-quote', severity: 'error', row: 3 },
      { code: 'truncated', row: 3 },
    ]);
  });

  it('fewer rows than the head announces', async () => {
    const report = await read(
      `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n1,T,06/13/2023 09:00:00 AM,06/13/2023 10:00:00 AM,h@example.org,60,5\n\n${ZOOM}Anna,,06/13/2023 09:00:00 AM,06/13/2023 10:00:00 AM,60,Yes\n`,
    );
    expect(report.issues).toMatchObject([
      { code: 'fewer-than-announced', params: { announced: 5, found: 1 } },
    ]);
  });

  it('headings and nothing else', async () => {
    expect(issues(await read(ZOOM))).toEqual(['no-rows']);
  });

  it('dates that Excel has turned around for some rows', async () => {
    const report = await read(
      `${ZOOM}Anna,,06/13/2023 09:00:00,06/13/2023 10:00:00,60,Yes\nBorys,,13/06/2023 09:00:00,13/06/2023 10:00:00,60,Yes\n`,
    );
    expect(report).toMatchObject({
      dateOrder: 'ambiguous',
      joins: [],
      issues: [{ code: 'mixed-date-orders', severity: 'error', row: 3, params: { other: 2 } }],
    });
  });

  it('NUL characters and a code page', async () => {
    const report = await read(`${ZOOM}An\0na,,06/13/2023 09:00:00,06/13/2023 10:00:00,60,Yes\n`);
    expect(issues(report)).toEqual(['nul-removed']);
    expect(report.joins[0]?.name).toBe('Anna');
  });
});

describe('faults of rows', () => {
  it('are dropped or repaired, each with its reason', async () => {
    const report = await read(
      ZOOM +
        [
          'Good,,06/13/2023 09:00:00 AM,06/13/2023 10:00:00 AM,60,Yes',
          'Negative,,06/13/2023 10:00:00 AM,06/13/2023 09:40:00 AM,-20,Yes',
          'Zero,,06/13/2023 10:00:00 AM,06/13/2023 10:00:00 AM,0,Yes',
          'Dashes,,--,--,--,--',
          'Open,,06/13/2023 09:30:00 AM,,,Yes',
          'Length,,06/13/2023 09:30:00 AM,,15,Yes',
          'Backward,,,06/13/2023 09:30:00 AM,15,Yes',
          'Rounded,,06/13/2023 09:00:00 AM,06/13/2023 09:00:05 AM,1,Yes',
          'Wrong,,06/13/2023 09:00:00 AM,06/13/2023 09:30:00 AM,90,Yes',
          ',,06/13/2023 09:00:00 AM,06/13/2023 09:30:00 AM,30,Yes',
          ',nameless@example.org,06/13/2023 09:00:00 AM,06/13/2023 09:30:00 AM,30,Yes',
        ].join('\n'),
    );
    expect(notes(report.dropped)).toEqual([
      '3 negative-duration',
      '4 zero-duration',
      '5 no-join-time',
      '11 no-name',
    ]);
    expect(notes(report.repaired)).toEqual([
      '6 leave-missing',
      '7 leave-from-duration',
      '8 join-from-duration',
      '10 minutes-differ',
    ]);
    const found = new Map(logins(report).map((login) => [login.name, login]));
    expect(found.get('Open')).toMatchObject({
      openEnded: true,
      intervals: [['2023-06-13T09:30:00', '2023-06-13T10:00:00']],
    });
    expect(found.get('Length')?.intervals).toEqual([
      ['2023-06-13T09:30:00', '2023-06-13T09:45:00'],
    ]);
    expect(found.get('Backward')?.intervals).toEqual([
      ['2023-06-13T09:15:00', '2023-06-13T09:30:00'],
    ]);
    expect(found.get('Rounded')?.seconds).toBe(5);
    expect(found.get('Wrong')?.minutes).toBe(30);
    expect(found.get('nameless@example.org')?.key).toBe('email:nameless@example.org');
  });
});

describe('logins', () => {
  it('thirty people called iPhone are thirty logins, whether they overlap or not', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) =>
        `iPhone,${at < 15 ? '' : `u${at}@example.org`},06/13/2023 09:${String(at).padStart(2, '0')}:00,06/13/2023 10:00:00,60,Yes`,
    );
    const found = logins(await read(ZOOM + rows.join('\n')), isAnybodys);
    expect(found).toHaveLength(30);
    expect(new Set(found.map(({ key }) => key)).size).toBe(30);
    expect(found.map(({ minutes }) => minutes)).toEqual(rows.map((_, at) => 60 - at));
  });

  it('somebody who comes back under a name of their own is one login', async () => {
    const rows = ['09:00:00', '09:20:00'].map(
      (from) => `Anna’s iPhone,,06/13/2023 ${from},06/13/2023 10:00:00,60,Yes`,
    );
    expect(logins(await read(ZOOM + rows.join('\n')), isAnybodys)).toMatchObject([
      { key: 'name:anna’s iphone', minutes: 60 },
    ]);
  });

  it('one address under several names, in any case, is one login', async () => {
    const found = logins(
      await read(
        `${ZOOM}Anna,A@example.org,06/13/2023 09:00:00,06/13/2023 10:00:00,60,Yes\nTestova (Anna T.),a@EXAMPLE.org,06/13/2023 09:30:00,06/13/2023 11:00:00,90,No\n`,
      ),
    );
    expect(found).toMatchObject([
      {
        key: 'email:a@example.org',
        name: 'Anna',
        names: ['Anna', 'Testova'],
        originalNames: ['Anna T.'],
        guest: true,
        seconds: 7200,
      },
    ]);
  });

  it('become instants in the zone of the file', async () => {
    const [login] = logins(
      await read(`${ZOOM}Anna,,06/13/2023 09:00:00,06/13/2023 10:00:00,60,Yes\n`),
    );
    const inVienna = (local: string) => Date.parse(`${local}+02:00`);
    expect(instants(login!, inVienna)).toEqual([
      [Date.UTC(2023, 5, 13, 7), Date.UTC(2023, 5, 13, 8)],
    ]);
  });
});

describe('Teams', () => {
  const ACTS = 'Full Name\tUser Action\tTimestamp\n';

  it('acts that do not pair are listed', async () => {
    const report = await read(
      `${ACTS}Anna\tLeft\t13/06/2023, 09:00:00\nAnna\tJoined before\t13/06/2023, 09:10:00\nAnna\tJoined\t13/06/2023, 09:20:00\nAnna\tLeft\t13/06/2023, 09:30:00\nBorys\tJoined\t13/06/2023, 09:40:00\nBorys\tDanced\t13/06/2023, 09:50:00\n`,
    );
    expect(notes(report.dropped)).toEqual(['2 left-without-join', '7 unknown-action']);
    expect(notes(report.repaired)).toEqual(['4 joined-twice', '6 leave-missing']);
    expect(logins(report)).toMatchObject([
      { name: 'Anna', intervals: [['2023-06-13T09:10:00', '2023-06-13T09:30:00']] },
      { name: 'Borys', intervals: [], openEnded: true },
    ]);
  });

  const acts = (...lines: readonly string[]) =>
    `${ACTS}${lines.map((line) => line.replace(/ (\d\d:\d\d)$/, '\t13/06/2023, $1:00').replace(/ (?=Joined|Left)/, '\t')).join('\n')}\n`;

  it.each([
    [
      'listed one after another, the second while the first is there',
      ['Guest Joined 09:00', 'Guest Left 10:00', 'Guest Joined 09:10', 'Guest Left 11:00'],
      ['4 same-name'],
      [['09:00', '11:00']],
    ],
    [
      'with somebody else listed between them',
      [
        'Guest Joined 09:00',
        'Anna Joined 08:00',
        'Anna Left 09:30',
        'Guest Joined 09:10',
        'Guest Left 09:20',
      ],
      ['2 leave-missing', '5 same-name'],
      [['09:00', '09:30']],
    ],
    [
      'in a list in order of time',
      [
        'Guest Joined 09:00',
        'Guest Joined 09:10',
        'Anna Joined 09:15',
        'Guest Left 10:00',
        'Guest Left 11:00',
        'Anna Left 11:00',
      ],
      ['3 same-name'],
      [['09:00', '11:00']],
    ],
    [
      'one after the other left: it may be one who came again',
      ['Guest Joined 09:00', 'Guest Left 09:10', 'Guest Joined 08:00', 'Guest Left 08:30'],
      [],
      [
        ['08:00', '08:30'],
        ['09:00', '09:10'],
      ],
    ],
    [
      'of whom a line is missing: one stretch, as ever',
      [
        'Guest Joined 09:00',
        'Guest Joined 09:10',
        'Guest Left 10:00',
        'Guest Joined 10:30',
        'Guest Left 10:40',
      ],
      ['3 joined-twice'],
      [
        ['09:00', '10:00'],
        ['10:30', '10:40'],
      ],
    ],
  ])('two guests of one name, %s', async (_, lines, listed, intervals) => {
    const report = await read(acts(...lines));
    expect(notes(report.dropped)).toEqual([]);
    expect(notes(report.repaired)).toEqual(listed);
    const guest = logins(report).find(({ name }) => name === 'Guest');
    expect(guest?.intervals.map((one) => one.map((time) => time.slice(11, 16)))).toEqual(intervals);
  });

  it('a summary whose time in the meeting is shorter than its span is marked', async () => {
    const report = await read(
      '1. Summary\nMeeting title\tT\nStart time\t13/06/2023, 09:00:00\nEnd time\t13/06/2023, 12:00:00\n\n2. Participants\nName\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole\nAnna\t13/06/2023, 09:00:00\t13/06/2023, 12:00:00\t1h 2m\t\tanna_x#EXT#@tenant.example\tPresenter\n',
      {},
      'utf-16le',
    );
    expect(report.repaired).toMatchObject([
      { line: 8, code: 'summary-only', params: { minutes: 62, span: 180 } },
    ]);
    expect(report.joins[0]?.email).toBeNull();
  });

  it('a language that no table knows is read by its values, and that is said', async () => {
    const report = await read(
      '1. Xxx\nAaa\tMøte\nBbb\t13/06/2023, 09:00:00\nCcc\t13/06/2023, 10:00:00\n\n2. Yyy\nDdd\tEee\tFff\tGgg\tHhh e-mail\tUPN\tIii\nAnna\t13/06/2023, 09:00:00\t13/06/2023, 10:00:00\t1h\tanna@example.org\tsecret@tenant.example\tX\n',
    );
    expect(report.issues).toMatchObject([
      { code: 'column-by-values', column: 1, params: { as: 'join' } },
      { code: 'column-by-values', column: 2, params: { as: 'leave' } },
      { code: 'column-by-values', column: 0, params: { as: 'name' } },
      { code: 'column-by-values', column: 4, params: { as: 'email' } },
    ]);
    expect(report).toMatchObject({
      title: 'Møte',
      scheduled: { start: '2023-06-13T09:00:00', end: '2023-06-13T10:00:00' },
    });
    expect(report.joins).toMatchObject([
      { name: 'Anna', email: 'anna@example.org', leave: '2023-06-13T10:00:00' },
    ]);
    expect(JSON.stringify(report)).not.toContain('secret@');
  });

  it('a report saved again as a workbook', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['About']] },
        {
          name: 'Report',
          rows: [
            ['Full Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
            [
              'Anna',
              new Date(Date.UTC(2023, 5, 13, 9)),
              new Date(Date.UTC(2023, 5, 13, 10)),
              '1h',
              'a@example.org',
              'Attendee',
            ],
          ],
        },
      ],
    });
    const result = await readPlatformReport(bytes);
    expect(result.ok && result.report).toMatchObject({
      platform: 'teams',
      generation: 'gen2',
      dateOrder: 'ymd',
      joins: [{ join: '2023-06-13T09:00:00', leave: '2023-06-13T10:00:00' }],
    });
  });
});
