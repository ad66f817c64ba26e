import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logins } from '@shared/codecs/platform-reports/logins';
import { readPlatformReport } from '@shared/codecs/platform-reports/read';
import type { DroppedCode, ReportOptions } from '@shared/codecs/platform-reports/types';
import type { Encoding } from '@shared/codecs/text/decode';
import { encode } from '../../../support/reports/encode';
import {
  isoText,
  type Fault,
  type Meeting,
  type Style,
  zoomMinutes,
  type Written,
} from '../../../support/reports/model';
import {
  OTHER_GENERATIONS,
  otherReport,
  type OtherGeneration,
} from '../../../support/reports/others';
import { teamsReport, TEAMS_GENERATIONS } from '../../../support/reports/teams';
import { tellsWaiting, zoomReport, ZOOM_GENERATIONS } from '../../../support/reports/zoom';

/** Invented, obviously synthetic names as people write them into a conference. */
const NAMES = [
  'iPhone',
  'Testova, Aigerim',
  'BGR - Ivan Synthetic',
  'Иванов Иван Тестович',
  'محمد الاختباري',
  'Zoë "Zo" Exemple',
  'ÅSA Prøve',
  '测试 用户',
  'Delegation of Exampleland',
  '😀 Emoji Tester',
] as const;

const DAY_SECONDS = 86_400;
const stay = fc
  .record({
    who: fc.integer({ min: 0, max: NAMES.length - 1 }),
    mailed: fc.boolean(),
    from: fc.integer({ min: 1, max: DAY_SECONDS - 7200 }),
    length: fc.integer({ min: 1, max: 7199 }),
  })
  .map(({ who, mailed, from, length }): Written => {
    const email = mailed ? `user${who}@example.org` : null;
    return { name: NAMES[who]!, email, from, to: from + length, fault: 'none' };
  });
// Days after the twelfth: the order of day and month shows in the file itself.
const day = fc
  .tuple(
    fc.integer({ min: 2015, max: 2035 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 13, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const faulty = fc
  .tuple(
    stay,
    fc.constantFrom<Fault>(
      'none',
      'none',
      'negative',
      'zero',
      'waiting',
      'no-leave',
      'no-join',
      'unreadable',
      'dashes',
      'wrong-minutes',
    ),
  )
  .map(([row, fault]): Written => ({ ...row, fault }));

const encoding = fc.constantFrom<[Encoding, boolean]>(
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
);

/** Presence second by second: the slow count that nobody can get wrong. */
function secondsPresent(rows: readonly Written[]): number {
  const seen = new Uint8Array(DAY_SECONDS);
  for (const { from, to } of rows) seen.fill(1, from, to);
  return seen.reduce((sum, one) => sum + one, 0);
}

function byLogin(rows: readonly Written[], key: (row: Written) => string) {
  const found = new Map<string, Written[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return found;
}
const loginKey = ({ name, email }: Written) =>
  email === null ? `name:${name.toLowerCase()}` : `email:${email}`;

async function read(text: string, [code, mark]: [Encoding, boolean], options: ReportOptions = {}) {
  const result = await readPlatformReport(encode(text, code, mark), options);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.params)}`);
  return { report: result.report, found: logins(result.report) };
}

const DROPPED: Readonly<Partial<Record<Fault, DroppedCode>>> = {
  negative: 'negative-duration',
  zero: 'zero-duration',
  waiting: 'waiting-room',
  'no-join': 'no-join-time',
  dashes: 'no-join-time',
  unreadable: 'unreadable-time',
};

describe('Zoom', () => {
  const style = fc.constantFrom<Style>(
    { day: 'mdy/', clock: '12', comma: false },
    { day: 'mdy/', clock: '24', comma: false },
    { day: 'dmy/', clock: '24', comma: false },
    { day: 'dmy.', clock: '24-with-marker', comma: false },
    { day: 'ymd-', clock: '24', comma: false },
  );
  const layout = fc.record({
    separator: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    preamble: fc.boolean(),
  });

  it.each(ZOOM_GENERATIONS)('%s: what is written, faults included, is read', async (generation) => {
    const fault = faulty.map((row): Written =>
      row.fault === 'waiting' && !tellsWaiting(generation) ? { ...row, fault: 'none' } : row,
    );
    await fc.assert(
      fc.asyncProperty(
        day,
        fc.array(fault, { minLength: 2, maxLength: 12 }),
        style,
        layout,
        encoding,
        async (on, rows, how, where, code) => {
          const meeting: Meeting = { day: on, title: 'Synthetic meeting', rows };
          const { report, found } = await read(zoomReport(meeting, generation, how, where), code);
          expect(report.platform).toBe('zoom');

          const reasons = rows.flatMap(({ fault }) => DROPPED[fault] ?? []);
          expect(report.dropped.map(({ code: reason }) => reason)).toEqual(reasons);
          const open = rows.filter((row) => row.fault === 'no-leave').length;
          const repairs = report.repaired.map(({ code: repair }) => repair);
          expect(repairs.filter((repair) => repair === 'leave-missing')).toHaveLength(open);
          expect(repairs.filter((repair) => repair === 'minutes-differ')).toHaveLength(
            rows.filter((row) => row.fault === 'wrong-minutes').length,
          );

          const present = rows.filter(({ fault }) => fault === 'none' || fault === 'wrong-minutes');
          const whole = byLogin(present, loginKey);
          for (const [key, mine] of whole) {
            if (rows.some((row) => row.fault === 'no-leave' && loginKey(row) === key)) continue;
            const login = found.find((one) => one.key === key);
            expect(login?.seconds).toBe(secondsPresent(mine));
            expect(login?.intervals[0]?.[0]).toBe(
              isoText(on, Math.min(...mine.map(({ from }) => from))),
            );
          }
          const open2 = rows.filter((row) => row.fault === 'no-leave').map(loginKey);
          expect(new Set(found.map(({ key }) => key))).toEqual(
            new Set([...whole.keys(), ...open2]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Teams', () => {
  const style = fc.constantFrom<Style>(
    { day: 'mdy/short', clock: '12', comma: true },
    { day: 'dmy/', clock: '24', comma: true },
    { day: 'dmy.', clock: '24', comma: true },
  );

  it.each(TEAMS_GENERATIONS)('%s: what is written is read', async (generation) => {
    await fc.assert(
      fc.asyncProperty(
        day,
        fc.array(stay, { minLength: 2, maxLength: 10 }),
        style,
        encoding,
        async (on, stays, how, code) => {
          const key =
            generation === 'gen1' ? ({ name }: Written) => `name:${name.toLowerCase()}` : loginKey;
          // The oldest report tells acts by name only: one connection at a time.
          const rows = generation === 'gen1' ? apart(stays) : stays;
          const meeting: Meeting = { day: on, title: 'Synthetic meeting', rows };
          const { report, found } = await read(teamsReport(meeting, generation, how), code);
          expect(report).toMatchObject({
            platform: 'teams',
            generation: generation.slice(0, 4),
            dropped: [],
          });
          const expected = byLogin(rows, key);
          expect(new Set(found.map((login) => login.key))).toEqual(new Set(expected.keys()));
          for (const [login, mine] of expected)
            expect(found.find((one) => one.key === login)?.seconds).toBe(secondsPresent(mine));
          expect(JSON.stringify(report)).not.toContain('#EXT#');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('webinars, Webex, live events and Google Meet', () => {
  const style = fc.constantFrom<Style>(
    { day: 'mdy/', clock: '12', comma: false },
    { day: 'dmy/', clock: '24', comma: false },
    { day: 'dmy.', clock: '24-with-marker', comma: false },
    { day: 'ymd-', clock: '24', comma: false },
  );
  const layout = fc.record({
    separator: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  });
  const fault = fc
    .tuple(stay, fc.constantFrom<Fault>('none', 'none', 'none', 'negative', 'zero', 'no-leave'))
    .map(([row, own]): Written => ({ ...row, fault: own }));
  /** Those whose rows can go wrong in these ways, and that have seconds. */
  const FAULTY: readonly OtherGeneration[] = ['webinar', 'attendance', 'attendance-2022'];

  it.each(OTHER_GENERATIONS)('%s: what is written is read', async (generation) => {
    await fc.assert(
      fc.asyncProperty(
        day,
        fc.array(FAULTY.includes(generation) ? fault : stay, { minLength: 3, maxLength: 12 }),
        style,
        layout,
        encoding,
        async (on, drawn, how, { separator, lineEnd }, code) => {
          // Reports without seconds are about whole minutes.
          const rows =
            generation === 'session-detail'
              ? drawn.map((row) => ({
                  ...row,
                  from: Math.floor(row.from / 60) * 60,
                  to: Math.min(Math.floor(row.to / 60) * 60 + 60, DAY_SECONDS - 60),
                }))
              : generation === 'live'
                ? drawn.map((row) => ({ ...row, email: null }))
                : drawn;
          const meeting: Meeting = { day: on, title: 'Synthetic meeting', rows };
          const text = otherReport(meeting, generation, how, separator, lineEnd);
          const { report, found } = await read(text, code, { meetingDays: [on] });
          const bad = rows.filter((row) => row.fault === 'negative' || row.fault === 'zero');
          const open = rows.filter((row) => row.fault === 'no-leave');
          expect(report.dropped.filter(({ code: why }) => why !== 'not-attended')).toHaveLength(
            bad.length,
          );
          expect(report.repaired.filter(({ code: why }) => why === 'leave-missing')).toHaveLength(
            open.length,
          );
          const whole = byLogin(
            rows.filter((row) => row.fault === 'none'),
            loginKey,
          );
          const keys = [...whole.keys(), ...open.map(loginKey)];
          expect(new Set(found.map(({ key }) => key))).toEqual(new Set(keys));
          for (const [key, mine] of whole) {
            if (open.some((row) => loginKey(row) === key)) continue;
            const seconds = found.find((one) => one.key === key)?.seconds;
            if (generation === 'unique-users')
              expect(seconds).toBe(mine.reduce((sum, row) => sum + zoomMinutes(row) * 60, 0));
            else expect(seconds).toBe(secondsPresent(mine));
          }
          const out = JSON.stringify([report, found]);
          for (const never of ['tenant.example', 'Mozilla', 'conn-', 'Desktop', 'Testland'])
            expect(out).not.toContain(never);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Stays of one name made to follow one another. */
function apart(stays: readonly Written[]): Written[] {
  const free = new Map<string, number>();
  return [...stays]
    .sort((a, b) => a.from - b.from)
    .filter(({ name, from, to }) => {
      if ((free.get(name) ?? 0) > from) return false;
      free.set(name, to + 1);
      return true;
    });
}
