import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { logins, type LoginEvidence } from '@shared/codecs/platform-reports/logins';
import { readPlatformReport } from '@shared/codecs/platform-reports/read';
import type { PlatformReport, ReportOptions } from '@shared/codecs/platform-reports/types';
import { DAY, REPORTS } from '../support/reports/figures';
import { OTHER_REPORTS } from '../support/reports/other-figures';
import { missingData, sharedData } from '../support/shared-data';

async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(sharedData(`virtual/${file}`)!));
}

describe.each([...REPORTS, ...OTHER_REPORTS])('$file', (expected) => {
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
    for (const secret of ['#EXT#', 'Presenter', 'Organizer', 'Recording', 'UPN'])
      expect(text).not.toContain(secret);
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

describe('recognised, and not read yet', () => {
  it.for<[string, string, string]>([
    ['constructed/teams_liveevent_attendee_report.csv', 'teams', 'live-event'],
    ['constructed/googlemeet_attendance.csv', 'google-meet', 'attendance'],
  ])('%s is %s, %s', async ([file, platform, generation], { skip }) => {
    const path = `virtual/${file}`;
    skip(sharedData(path) === null, missingData(path));
    expect(await readPlatformReport(await bytesOf(file))).toEqual({
      ok: false,
      reason: 'not-read-yet',
      params: { platform, generation },
    });
  });
});
