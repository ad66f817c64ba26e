import { describe, expect, it } from 'vitest';
import { readCsv } from '@shared/codecs/csv/read';
import { logins } from '@shared/codecs/platform-reports/logins';
import {
  guessReportColumns,
  missingColumns,
  readMappedReport,
} from '@shared/codecs/platform-reports/mapping';
import { recogniseReportProfile, reportProfileOf } from '@shared/codecs/platform-reports/profile';
import { readPlatformReport, type ReadReportOptions } from '@shared/codecs/platform-reports/read';
import type { Sheet } from '@shared/codecs/table/sheet';
import { encode } from '../../../support/reports/encode';

function sheetOf(text: string): Sheet {
  const read = readCsv(text);
  if (!read.ok) throw new Error(read.reason);
  return read.sheet;
}

async function read(text: string, options: ReadReportOptions = {}) {
  const result = await readPlatformReport(encode(text, 'utf-8'), options);
  if (!result.ok) throw new Error(result.reason);
  return result.report;
}

const STREAM = [
  'Export of the streaming provider',
  'Viewer,Account,Entered,Gone,IP address',
  'Anna Testova,anna_x#EXT#@tenant.example.net,13/06/2023 09:00:00,13/06/2023 10:00:00,192.0.2.1',
  'Borys Probe,,13/06/2023 09:30:00,13/06/2023 09:20:00,192.0.2.2',
].join('\n');

describe('a list that no table knows', () => {
  it('is refused as a report, and its columns are guessed from headings and values', async () => {
    expect(await readPlatformReport(encode(STREAM, 'utf-8'))).toMatchObject({
      ok: false,
      reason: 'not-recognised',
    });
    const { headerRow, columns } = guessReportColumns(sheetOf(STREAM));
    expect(headerRow).toBe(1);
    // An account looks like an address: it is taken only when somebody says so.
    expect(columns).toEqual({ name: 0, join: 2, leave: 3 });
    expect(missingColumns(columns)).toEqual([]);
  });

  it('is read by what somebody says, and nothing else of it is', async () => {
    const report = readMappedReport(
      sheetOf(STREAM),
      { headerRow: 1, columns: { name: 0, join: 2, leave: 3 } },
      {},
      'Stream',
    );
    expect(report).toMatchObject({
      ...{ platform: 'other', generation: 'mapped', title: 'Stream', dateOrder: 'dmy' },
      dropped: [{ line: 4, code: 'negative-duration' }],
    });
    expect(logins(report)).toMatchObject([{ name: 'Anna Testova', email: null, seconds: 3600 }]);
    expect(JSON.stringify(report)).not.toMatch(/192\.0|#EXT#/);
  });

  it('may have two name columns, a day beside clock times, and a duration only', async () => {
    const sheet = sheetOf(
      'Given;Family;On;In;Min\nAnna;Testova;2023-06-13;9:00;90\nBorys;Probe;2023-06-13;21:15;15',
    );
    const report = readMappedReport(
      sheet,
      { headerRow: 0, columns: { given: 0, family: 1, day: 2, join: 3, duration: 4 } },
      {},
      null,
    );
    expect(report.joins).toMatchObject([
      { name: 'Anna Testova', join: '2023-06-13T09:00:00', leave: '2023-06-13T10:30:00' },
      { name: 'Borys Probe', join: '2023-06-13T21:15:00', leave: '2023-06-13T21:30:00' },
    ]);
    expect(report.repaired.map(({ code }) => code)).toEqual(
      Array<string>(2).fill('leave-from-duration'),
    );
  });

  it('has headings that nobody knows, or none', () => {
    const rows = 'Анна Тестова;13.06.2023 9:00;13.06.2023 10:00\n'.repeat(3);
    expect(guessReportColumns(sheetOf(`Aaa;Bbb;Ccc\n${rows}`))).toMatchObject({
      ...{ headerRow: 0, columns: { name: 0, join: 1, leave: 2 } },
    });
    expect(guessReportColumns(sheetOf(rows))).toMatchObject({
      ...{ headerRow: null, columns: { name: 0, join: 1, leave: 2 } },
    });
  });

  it.each([
    [{}, ['name', 'join', 'leave']],
    [{ email: 0, join: 1 }, ['leave']],
    [{ family: 0, join: 1, duration: 2 }, []],
    [{ name: 0, leave: 1 }, ['join']],
  ])('%j lacks %j', (columns, missing) => {
    expect(missingColumns(columns)).toEqual(missing);
  });
});

describe('a column of the waiting room', () => {
  const LIST = [
    'Viewer,Entered,Gone,In Waiting Room',
    'Anna Testova,2023-06-13 09:00:00,2023-06-13 10:00:00,No',
    'Anna Testova,2023-06-13 08:50:00,2023-06-13 09:00:00,Yes',
    'Borys Probe,2023-06-13 08:50:00,2023-06-13 09:00:00,да',
    'Carla Muster,2023-06-13 09:00:00,2023-06-13 09:30:00,Lobby',
    'Dora Beispiel,2023-06-13 09:00:00,2023-06-13 09:30:00,',
    'Emil Ejemplo,2023-06-13 09:00:00,2023-06-13 09:30:00,perhaps',
  ].join('\n');
  const columns = { name: 0, join: 1, leave: 2, waiting: 3 };

  it('is found by its heading', () => {
    expect(guessReportColumns(sheetOf(LIST)).columns).toEqual(columns);
  });

  it('drops the rows of those who waited, with the reason, and lists what says nothing', () => {
    const report = readMappedReport(sheetOf(LIST), { headerRow: 0, columns }, {}, null);
    expect(report.dropped.map(({ line, code }) => `${line} ${code}`)).toEqual([
      ...['3 waiting-room', '4 waiting-room', '5 waiting-room'],
    ]);
    expect(report.repaired).toEqual([
      { line: 7, code: 'waiting-unclear', value: 'perhaps', params: {} },
    ]);
    expect(logins(report).map(({ name, minutes }) => [name, minutes])).toEqual([
      ...[
        ['Anna Testova', 60],
        ['Dora Beispiel', 30],
        ['Emil Ejemplo', 30],
      ],
    ]);
  });

  it('is not looked at unless somebody says so', () => {
    const { waiting, ...others } = columns;
    const report = readMappedReport(sheetOf(LIST), { headerRow: 0, columns: others }, {}, null);
    expect(waiting).toBe(3);
    expect([...report.dropped, ...report.repaired]).toEqual([]);
  });

  it('is remembered with the source', async () => {
    const made = reportProfileOf('Stream', sheetOf(LIST), { headerRow: 0, columns }, null);
    const report = await read(LIST, { profiles: { [made!.key]: made!.profile } });
    expect(made?.profile.columns).toMatchObject({ waiting: 'in waiting room' });
    expect(report.dropped).toHaveLength(3);
  });
});

describe('a remembered explanation', () => {
  const made = reportProfileOf(
    ' Stream ',
    sheetOf(STREAM),
    { headerRow: 1, columns: { name: 0, join: 2, leave: 3 } },
    'dmy',
  );
  const profiles = { [made!.key]: made!.profile };

  it('holds headings and no value of a row', () => {
    expect(made).toEqual({
      key: expect.stringMatching(/^report:[0-9a-f]{16}$/) as string,
      profile: {
        name: 'Stream',
        columns: { name: 'viewer', join: 'entered', leave: 'gone' },
        dateOrder: 'dmy',
      },
    });
  });

  it('reads the next file by itself, whatever the order of its columns', async () => {
    const next =
      'Gone;Entered;Viewer;IP address;Account\n04/07/2023 11:00;04/07/2023 10:00;Carla Muster;192.0.2.3;x';
    expect(await read(next, { profiles })).toMatchObject({
      ...{ platform: 'other', generation: 'mapped', title: 'Stream', dateOrder: 'dmy' },
      joins: [{ name: 'Carla Muster', join: '2023-07-04T10:00:00', leave: '2023-07-04T11:00:00' }],
    });
  });

  it('does not stand in the way of a report that is known', async () => {
    const zoom =
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\nAnna,,06/13/2023 09:00:00,06/13/2023 10:00:00,60';
    expect(await read(zoom, { profiles })).toMatchObject({ platform: 'zoom' });
  });

  it.each<[string, unknown]>([
    ['of another shape', { name: 'x' }],
    ['with too few columns', { name: 'x', columns: { name: 'viewer' }, dateOrder: null }],
    ['of headings that are not there', { ...made!.profile, columns: { name: 'nobody' } }],
  ])('%s is passed over', (_why, profile) => {
    expect(recogniseReportProfile(sheetOf(STREAM), { [made!.key]: profile })).toBeNull();
  });

  it('cannot be made without headings or without a name', () => {
    const sheet = sheetOf(STREAM);
    expect(reportProfileOf('x', sheet, { headerRow: null, columns: { name: 0 } }, null)).toBeNull();
    expect(reportProfileOf(' ', sheet, { headerRow: 1, columns: { name: 0 } }, null)).toBeNull();
  });
});

describe('clock times without a date', () => {
  const MEET = [
    'First name,Last name,Email,Duration,Time joined,Time exited',
    'Anna,Testova,,1 hr 5 min,9:00 AM,10:05 AM',
    'Borys,Probe,,30 min,11:50 PM,12:20 AM',
    'Carla,Muster,,30 min,9:30 AM,9:00 AM',
    'Dora,Beispiel,,20 min,9:00 AM,10:00 AM',
  ].join('\n');

  it('are asked for when the meeting has several days', async () => {
    const report = await read(MEET, { meetingDays: ['2023-06-13', '2023-06-14'] });
    expect(report).toMatchObject({
      ...{ asksDay: true, joins: [], issues: [{ code: 'no-dates', severity: 'error' }] },
    });
  });

  it.each<[string, ReadReportOptions]>([
    ['the answer', { day: '2023-06-13', meetingDays: ['2023-06-13', '2023-06-14'] }],
    ["the meeting's only day", { meetingDays: ['2023-06-13'] }],
  ])('get %s; past midnight is the next day where the duration says so', async (_by, options) => {
    const report = await read(MEET, options);
    expect(report).toMatchObject({
      ...{ asksDay: false, issues: [] },
      joins: [
        { name: 'Anna Testova', join: '2023-06-13T09:00:00', leave: '2023-06-13T10:05:00' },
        { name: 'Borys Probe', join: '2023-06-13T23:50:00', leave: '2023-06-14T00:20:00' },
        { name: 'Dora Beispiel' },
      ],
      repaired: [
        { line: 3, code: 'next-day' },
        { line: 5, code: 'summary-only', params: { minutes: 20, span: 60 } },
      ],
      dropped: [{ line: 4, code: 'negative-duration' }],
    });
  });
});

describe('live events', () => {
  const HEAD = 'SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role\n';

  it('two connections of one name are told apart, and the times are in UTC', async () => {
    const report = await read(
      `${HEAD}a1,,Anonymous user,X,1/25/2022 4:00:00 PM,Joined,Attendee\nb2,,Anonymous user,X,1/25/2022 4:05:00 PM,Joined,Attendee\na1,,Anonymous user,X,1/25/2022 4:10:00 PM,Left,Attendee\nb2,,Anonymous user,X,1/25/2022 4:30:00 PM,Left,Attendee`,
    );
    expect(report.timeZone).toBe('UTC');
    expect(report.repaired).toEqual([]);
    expect(report.joins.map(({ join, leave }) => [join.slice(11), leave?.slice(11)])).toEqual([
      ['16:00:00', '16:10:00'],
      ['16:05:00', '16:30:00'],
    ]);
  });
});

it('lines that were put into quotation marks whole are read all the same', async () => {
  const lines = [
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)',
    '"Testova, Anna",,06/13/2023 09:00:00,06/13/2023 10:00:00,60',
  ];
  const quoted = lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\r\n');
  expect(await read(quoted)).toMatchObject({
    platform: 'zoom',
    joins: [{ line: 2, name: 'Testova, Anna' }],
  });
});
