import { readdirSync, readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '@shared/codecs/csv/read';
import { readDisplayName } from '@shared/codecs/platform-reports/display-name';
import { durationSeconds } from '@shared/codecs/platform-reports/duration';
import { MEET_HEADERS } from '@shared/codecs/platform-reports/google-meet-headers';
import { foldHeader, type HeaderTable } from '@shared/codecs/platform-reports/header-match';
import { logins, type LoginEvidence } from '@shared/codecs/platform-reports/logins';
import { readPlatformReport } from '@shared/codecs/platform-reports/read';
import { TEAMS_HEADERS } from '@shared/codecs/platform-reports/teams-headers';
import type { PlatformReport, ReportOptions } from '@shared/codecs/platform-reports/types';
import { WEBEX_HEADERS } from '@shared/codecs/platform-reports/webex-headers';
import { ZOOM_HEADERS } from '@shared/codecs/platform-reports/zoom-headers';
import { readTable } from '@shared/codecs/table/read-table';
import { decodeText } from '@shared/codecs/text/decode';
import { encode } from '../support/reports/encode';
import { DAY, REPORTS } from '../support/reports/figures';
import { field } from '../support/reports/model';
import { OTHER_REPORTS } from '../support/reports/other-figures';
import { missingData, sharedData } from '../support/shared-data';

const ALL = [...REPORTS, ...OTHER_REPORTS];

/** What stands in columns that are not read: accounts, devices, addresses, posts, countries. */
const NEVER = [
  ...['#EXT#', 'tenant.example.net', 'delegate@example.org', 'UPN', '518ca2fd', '39f73ed2'],
  ...['Mozilla', 'SignalR', 'Desktop app', 'Breakout', 'Presenter', 'Organizer', 'Recording'],
  ...['Ministry, of Tests', 'Expert', 'approved', 'Bulgaria', 'Austria', 'Kazakhstan'],
  ...['912 3456 7890', '812 3456 7890', '60245167821', '81234567890'],
];

const ENCODINGS = [
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
  ['utf-16le', false],
  ['utf-16be', false],
] as const;

async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(sharedData(`virtual/${file}`)!));
}

describe.each(ALL)('$file', (expected) => {
  const path = `virtual/${expected.file}`;
  const absent = sharedData(path) === null;
  let report: PlatformReport;
  let found: readonly LoginEvidence[];

  beforeAll(async () => {
    if (absent) return;
    const result = await readPlatformReport(await bytesOf(expected.file), expected.options);
    if (!result.ok) throw new Error(result.reason);
    ({ report } = result);
    found = logins(report);
  });

  it('is recognised', ({ skip }) => {
    skip(absent, missingData(path));
    expect(report).toMatchObject({
      platform: expected.platform,
      generation: expected.generation,
      language: expected.language,
      title: expected.title,
      dateOrder: expected.dateOrder,
    });
    const { scheduled } = report;
    expect(scheduled && [scheduled.start, scheduled.end]).toEqual(expected.scheduled);
  });

  it('has the rows, persons, intervals and totals that one counts by hand', ({ skip }) => {
    skip(absent, missingData(path));
    expect({
      rows: report.joins.length,
      persons: found.length,
      intervals: found.flatMap(({ intervals }) => intervals).length,
      seconds: found.reduce((sum, { seconds }) => sum + seconds, 0),
    }).toEqual({
      rows: expected.rows,
      persons: expected.persons,
      intervals: expected.intervals,
      seconds: expected.seconds,
    });
  });

  it('lists every row that is dropped or repaired, and nothing else', ({ skip }) => {
    skip(absent, missingData(path));
    expect(report.dropped.map(({ line, code }) => [line, code])).toEqual(expected.dropped ?? []);
    expect(report.repaired.map(({ line, code }) => [line, code])).toEqual(expected.repaired ?? []);
    expect(report.issues.map(({ code }) => code)).toEqual(expected.issues ?? []);
  });

  it('has these logins', ({ skip }) => {
    skip(absent, missingData(path));
    for (const [key, login] of Object.entries(expected.logins))
      expect(
        found.find((one) => one.key === key),
        key,
      ).toMatchObject(login);
  });

  it('gives out nothing beyond what statistics need', ({ skip }) => {
    skip(absent, missingData(path));
    const text = JSON.stringify([report, found]);
    for (const secret of NEVER) expect(text).not.toContain(secret);
  });
});

describe('day or month first', () => {
  const file = 'teams/teams_old_useraction_2020_utf16le.csv';
  const absent = sharedData(`virtual/${file}`) === null;

  it('is asked when neither the file nor the meeting decides', async ({ skip }) => {
    skip(absent, missingData(`virtual/${file}`));
    const result = await readPlatformReport(await bytesOf(file));
    expect(result).toMatchObject({
      ok: true,
      report: {
        dateOrder: 'ambiguous',
        joins: [],
        issues: [
          {
            code: 'ambiguous-date-order',
            severity: 'error',
            row: 2,
            value: '11/12/2020, 12:27:24',
            params: { dmy: '2020-12-11', mdy: '2020-11-12' },
          },
        ],
      },
    });
  });

  it.for<[string, ReportOptions, string]>([
    ['the answer', { dateOrder: 'mdy' }, '2020-11-12T12:27:24'],
    ['the meeting', { meetingDays: ['2020-11-11', '2020-11-12'] }, '2020-11-12T12:27:24'],
    [
      'the answer, against the meeting',
      { dateOrder: 'dmy', meetingDays: ['2020-11-12'] },
      '2020-12-11T12:27:24',
    ],
  ])('%s decides', async ([, options, first], { skip }) => {
    skip(absent, missingData(`virtual/${file}`));
    const result = await readPlatformReport(await bytesOf(file), options);
    expect(result.ok && result.report.joins[0]?.join).toBe(first);
  });
});

it('a report of another day is a warning with both days', async ({ skip }) => {
  const file = 'constructed/zoom_meeting_2023_en_newheaders.csv';
  skip(sharedData(`virtual/${file}`) === null, missingData(`virtual/${file}`));
  const result = await readPlatformReport(await bytesOf(file), { meetingDays: ['2023-09-12'] });
  expect(result.ok && result.report.issues).toMatchObject([
    {
      code: 'other-day',
      severity: 'warning',
      params: { first: DAY, last: DAY, meeting: '2023-09-12' },
    },
  ]);
});

it('every file of the reading material is among them', ({ skip }) => {
  const root = sharedData('virtual');
  skip(root === null, missingData('virtual'));
  const files = readdirSync(root!, { recursive: true, encoding: 'utf-8' });
  const reports = files.filter((file) => file.endsWith('.csv'));
  expect(reports.toSorted()).toEqual(ALL.map(({ file }) => file).toSorted());
});

describe.each(ALL)('$file, saved again', ({ file, options }) => {
  const path = `virtual/${file}`;
  const absent = sharedData(path) === null;

  it('in any encoding and with any separator, is the same report', async ({ skip }) => {
    skip(absent, missingData(path));
    const bytes = await bytesOf(file);
    const plain = await readPlatformReport(bytes, options);
    const decoded = decodeText(bytes);
    if (!plain.ok || !decoded.ok) throw new Error('not read');
    const read = readCsv(decoded.text);
    if (!read.ok) throw new Error(read.reason);
    for (const separator of [',', ';', '\t'])
      for (const [encoding, mark] of ENCODINGS) {
        const lines = read.sheet.rows.map((row) => row.map((cell) => field(cell, separator)));
        const text = lines.map((row) => row.join(separator)).join('\r\n');
        const again = await readPlatformReport(encode(text, encoding, mark), options);
        expect(again.ok && again.report, `${separator} ${encoding} ${mark}`).toEqual(plain.report);
      }
  });

  it('as a workbook, is the same report', async ({ skip }) => {
    skip(absent, missingData(path));
    const bytes = await bytesOf(file);
    const plain = await readPlatformReport(bytes, options);
    const table = await readTable(bytes);
    if (!plain.ok || !table.ok) throw new Error('not read');
    const rows = table.sheets[0]!.rows.map((row) => [...row]);
    const book = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] });
    const again = await readPlatformReport(book, options);
    const without = ({ joins, ...report }: PlatformReport) => ({
      ...report,
      joins: joins.map(({ line: _, ...join }) => join),
    });
    if (!again.ok) throw new Error(again.reason);
    const { dropped, repaired, issues, ...report } = without(again.report);
    const { dropped: _d, repaired: _r, issues: _i, ...before } = without(plain.report);
    expect(report).toEqual(before);
    expect(dropped.map(({ code }) => code)).toEqual(plain.report.dropped.map(({ code }) => code));
    expect(repaired.map(({ code }) => code)).toEqual(plain.report.repaired.map(({ code }) => code));
    expect(issues.map(({ code }) => code)).toEqual(plain.report.issues.map(({ code }) => code));
  });
});

describe('headings that others have seen', () => {
  const path = 'virtual/header_aliases.json';
  const absent = sharedData(path) === null;
  const known = (...tables: readonly HeaderTable<string>[]) =>
    new Set(
      tables.flatMap((table) =>
        Object.values(table).flatMap((names) => Object.values(names).flat().map(foldHeader)),
      ),
    );

  it('are in the tables, but for those that are not read', async ({ skip }) => {
    skip(absent, missingData(path));
    const { zoom_meeting, zoom_webinar, teams, webex, google_meet } = JSON.parse(
      readFileSync(sharedData(path)!, 'utf-8'),
    ) as Record<string, Record<string, string[] & Record<string, string[]>>>;
    const { recording: _, ...zoom } = zoom_meeting!;
    const missing = (table: ReadonlySet<string>, names: readonly string[]) =>
      names.flatMap((name) => name.split('|')).filter((name) => !table.has(foldHeader(name)));
    const lists = (part: Record<string, Record<string, string[]>>): string[] =>
      Object.values(part).flatMap((languages) => Object.values(languages).flat());
    expect(missing(known(ZOOM_HEADERS), lists(zoom))).toEqual([]);
    const { pl, th, de, gen1, gen2_cols, gen3_cols } = teams!;
    const columns = [pl, th, de, gen1, gen2_cols, gen3_cols].flatMap((list) => list ?? []);
    expect(missing(known(TEAMS_HEADERS), columns)).toEqual([]);
    expect(missing(known(TEAMS_HEADERS), teams!['liveevent']!)).toEqual(['UserAgent']);
    expect(missing(known(ZOOM_HEADERS), zoom_webinar!['cols']!)).toEqual([
      ...['First Name', 'Last Name', 'Phone', 'Organization', 'Job Title', 'Registration Time'],
      ...['Approval Status', 'Registration Source', 'Attendance Type', 'Country/Region Name'],
    ]);
    expect(missing(known(WEBEX_HEADERS), webex!['gen2']!)).toEqual([]);
    expect(missing(known(WEBEX_HEADERS), webex!['gen3_13col']!)).toEqual(['Role', 'Session Name']);
    expect(missing(known(WEBEX_HEADERS), webex!['pt-BR']!)).toEqual(['Função', 'Nome da sessão']);
    expect(missing(known(MEET_HEADERS), google_meet!['en']!)).toEqual([]);
    const units = [...teams!['pl_duration_units']!, ...teams!['de_duration_units']!];
    expect(units.filter((unit) => durationSeconds(`1 ${unit}`) === null)).toEqual([]);
    expect(
      teams!['name_suffixes']!.filter((suffix) => {
        const { name, guest } = readDisplayName(`Anna ${suffix}`, false);
        return name !== 'Anna' || !guest;
      }),
    ).toEqual([]);
  });
});
