import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { guessMapping } from '@shared/codecs/nominations/guess';
import { readNominations } from '@shared/codecs/nominations/read';
import { logins } from '@shared/codecs/platform-reports/logins';
import { guessReportColumns, readMappedReport } from '@shared/codecs/platform-reports/mapping';
import { readPlatformReport } from '@shared/codecs/platform-reports/read';
import { readTable } from '@shared/codecs/table/read-table';
import type { Sheet } from '@shared/codecs/table/sheet';
import { foldName } from '@shared/matching/fold';
import { encode } from '../../support/reports/encode';
import type { Meeting } from '../../support/reports/model';
import { resolveParty } from '../../support/reports/nomination-lists';
import { OTHER_GENERATIONS, otherReport } from '../../support/reports/others';
import { teamsReport, TEAMS_GENERATIONS } from '../../support/reports/teams';
import { zoomReport, ZOOM_GENERATIONS } from '../../support/reports/zoom';
import { sharedData } from '../../support/shared-data';

/** More of them with `FUZZ_CASES=10000`; a run is repeated with the seed that its title prints. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const LIMIT_MS = 2000;

const DAY = '2023-06-13';
const MEETING: Meeting = {
  day: DAY,
  title: 'Synthetic, "quoted"',
  rows: Array.from({ length: 12 }, (_, at) => ({
    name: ['iPhone', 'Testova, Anna', 'محمد', 'Иванов'][at % 4] ?? '',
    email: at % 3 === 0 ? null : `u${at}@example.org`,
    from: 30_000 + at * 60,
    to: 40_000 + at * 61,
    fault: 'none',
  })),
};

const LIST =
  'Country;Family name;Given name;E-mail;Received on;Capacity\n' +
  Array.from(
    { length: 15 },
    (_, at) => `Bulgaria;Test${at};"Anna; ${at}";t${at}@example.org;0${(at % 9) + 1}/06/2023;Head`,
  ).join('\n');

/** Files to damage: one of each generation, a list, and what lies in the reading material. */
const seeds: Uint8Array[] = [
  ...ZOOM_GENERATIONS.map((generation) =>
    encode(
      zoomReport(
        MEETING,
        generation,
        { day: 'mdy/', clock: '12', comma: false },
        { separator: ',', lineEnd: '\r\n', preamble: true },
      ),
      'utf-8',
      true,
    ),
  ),
  ...TEAMS_GENERATIONS.map((generation) =>
    encode(
      teamsReport(MEETING, generation, { day: 'mdy/short', clock: '12', comma: true }),
      'utf-16le',
      true,
    ),
  ),
  ...OTHER_GENERATIONS.map((generation) =>
    encode(otherReport(MEETING, generation, { day: 'ymd-', clock: '24', comma: false }), 'utf-8'),
  ),
  encode(LIST, 'windows-1252'),
  encode(LIST, 'utf-8'),
];

const workbookAt = seeds.length;

beforeAll(async () => {
  const rows = LIST.split('\n').map((line) => line.split(';'));
  seeds.push(
    await writeXlsx({
      sheets: [
        { name: 'List', rows, merges: [{ startRow: 1, startCol: 0, endRow: 4, endCol: 0 }] },
      ],
    }),
  );
  const sample = sharedData('virtual/zoom/zoom_webinar_fixture_day1.csv');
  if (sample === null) return;
  const folder = dirname(dirname(sample));
  for (const part of ['zoom', 'teams', 'constructed'])
    for (const file of readdirSync(join(folder, part)))
      seeds.push(new Uint8Array(readFileSync(join(folder, part, file))));
});

type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'repeat';
      readonly at: number;
      readonly length: number;
      readonly times: number;
    };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const nasty = fc.oneof(
  fc.constantFrom(
    ...[
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\r',
      '\n',
      '\0',
      '(',
      ')',
      '((((((',
      '<html>',
      '\u202e',
      '=1+1',
    ].map((text) => [...new TextEncoder().encode(text)]),
  ),
  fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 8 }),
);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('set' as const),
    at: place,
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: nasty }),
  fc.record({
    kind: fc.constant('remove' as const),
    at: place,
    length: fc.integer({ min: 1, max: 64 }),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: place,
    length: fc.integer({ min: 1, max: 200 }),
    times: fc.integer({ min: 1, max: 300 }),
  }),
);

function apply(bytes: Uint8Array, one: Damage): Uint8Array {
  const at = Math.floor(one.at * bytes.length);
  const splice = (end: number, middle: Uint8Array) =>
    new Uint8Array([...bytes.subarray(0, at), ...middle, ...bytes.subarray(end)]);
  switch (one.kind) {
    case 'cut':
      return bytes.slice(0, at);
    case 'set':
      return splice(at + 1, new Uint8Array([one.byte]));
    case 'insert':
      return splice(at, new Uint8Array(one.bytes));
    case 'remove':
      return splice(at + one.length, new Uint8Array());
    case 'repeat': {
      const part = bytes.subarray(at, at + one.length);
      const all = new Uint8Array(part.length * one.times);
      for (let time = 0; time < one.times; time++) all.set(part, time * part.length);
      return splice(at, all);
    }
  }
}

const damaged = fc
  .tuple(fc.nat(), fc.array(damage, { minLength: 1, maxLength: 6 }))
  .map(([which, all]) => all.reduce(apply, seeds[which % seeds.length]!));

async function readEverything(bytes: Uint8Array): Promise<void> {
  const report = await readPlatformReport(bytes, { meetingDays: [DAY] });
  if (report.ok)
    for (const login of logins(report.report))
      for (const [start, end] of login.intervals) expect(start < end).toBe(true);
  const table = await readTable(bytes);
  const sheets: readonly Sheet[] = table.ok ? table.sheets : [];
  for (const sheet of sheets) {
    const { joins } = readMappedReport(sheet, guessReportColumns(sheet), { day: DAY }, null);
    expect(joins.length).toBeLessThanOrEqual(sheet.rows.length);
    const mapping = guessMapping(sheet, resolveParty);
    const { rows, counts } = readNominations({
      sheet,
      mapping,
      resolveParty,
      foldName,
      existing: [],
    });
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(rows.length);
  }
}

describe(`${CASES} damaged files, seed ${SEED}`, () => {
  it(
    'never throw, and never take more than two seconds',
    { timeout: 120_000 + CASES * 100 },
    async () => {
      let slowest = 0;
      await fc.assert(
        fc.asyncProperty(damaged, async (bytes) => {
          const start = performance.now();
          await readEverything(bytes);
          slowest = Math.max(slowest, performance.now() - start);
          expect(slowest).toBeLessThan(LIMIT_MS);
        }),
        { numRuns: CASES, seed: SEED },
      );
    },
  );

  it(
    'nor do workbooks whose parts are damaged inside the package',
    { timeout: 120_000 + CASES * 100 },
    async () => {
      const workbook = unzipSync(seeds[workbookAt]!);
      const names = Object.keys(workbook).sort();
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.array(damage, { minLength: 1, maxLength: 4 }),
          async (which, all) => {
            const name = names[which % names.length]!;
            const part = all.reduce(apply, workbook[name]!);
            const start = performance.now();
            await readEverything(zipSync({ ...workbook, [name]: part }, { level: 0 }));
            expect(performance.now() - start).toBeLessThan(LIMIT_MS);
          },
        ),
        { numRuns: CASES, seed: SEED },
      );
    },
  );

  it('pure noise neither', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), readEverything), {
      numRuns: Math.min(CASES, 500),
      seed: SEED,
    });
  });
});
