import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectionDatabase } from '@renderer/db/database';
import { documentInput, isPersonal, type Choice } from '@renderer/features/exports/choice';
import { fileName } from '@renderer/features/exports/file-name';
import type { JobProgress } from '@renderer/workers/jobs';
import { exportDocumentJob, previewDocumentJob } from '@renderer/workers/jobs/export';
import { readCsv } from '@shared/codecs/csv/read';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { createI18n } from '@shared/i18n/i18n';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import { meetingId, programmeId, sampleDatabase } from './sample-database';

const MADE_AT = '2023-12-20T09:00:00.000Z';
const CHOICE: Choice = {
  document: 'attendance',
  of: 'meeting',
  format: 'xlsx',
  language: 'en',
  audience: 'inside',
  withPeople: false,
  which: 'attended',
  withModality: false,
};

let db: ProjectionDatabase;
let meeting: Meeting;
let programme: Programme;
const heard: JobProgress[] = [];

beforeEach(async () => {
  db = await sampleDatabase();
  meeting = view('meetings', (await db.rows('meetings').get(meetingId('A'))) as RecordRow);
  programme = view('programmes', (await db.rows('programmes').get(programmeId())) as RecordRow);
  heard.length = 0;
});

afterEach(() => {
  db.close();
});

const inputOf = (choice: Partial<Choice>) =>
  documentInput(db.ref, meeting, { ...CHOICE, ...choice }, MADE_AT);

async function exported(choice: Partial<Choice>): Promise<Uint8Array> {
  const bytes = await exportDocumentJob(inputOf(choice), (progress) => heard.push(progress));
  if (bytes === null) throw new Error('nothing was exported');
  return bytes;
}

async function workbook(choice: Partial<Choice>) {
  const read = await readWorkbook(await exported({ ...choice, format: 'xlsx' }));
  if (!read.ok) throw new Error(read.reason);
  return new Map(read.sheets.map((sheet) => [sheet.name, sheet.rows]));
}

async function table(choice: Partial<Choice>): Promise<readonly (readonly string[])[]> {
  const bytes = await exported({ ...choice, format: 'csv' });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const read = readCsv(new TextDecoder().decode(bytes));
  if (!read.ok) throw new Error(read.reason);
  return read.sheet.rows;
}

const valueOf = (rows: readonly (readonly string[])[] | undefined, figure: string) =>
  rows?.find(([name]) => name === figure)?.[1];

/** Every name in the sample is invented; one of them shows that names are in a file. */
async function aName(): Promise<string> {
  const [nomination] = await db.rows('nominations').ofMeeting(meeting.id);
  const { person } = view('nominations', nomination as RecordRow);
  const known = view('people', (await db.rows('people').get(person)) as RecordRow);
  return known.family || known.full;
}

describe('attendance statistics', () => {
  it('hold the figures of the meeting when the workbook is read back', async () => {
    const summary = (await workbook({})).get('Summary');
    expect(valueOf(summary, 'Attended')).toBe('165');
    expect(valueOf(summary, 'Countries')).toBe('35');
    expect(valueOf(summary, 'Organizations')).toBe('10');
    expect(valueOf(summary, 'Recommendations agreed')).toBe('4');
    expect(summary?.flat().join('\n')).toContain('over 160 nominated participants');
    expect(summary?.flat().join('\n')).toContain('SYNTHETIC DATA');
  });

  it('hold the figures of its year, in Russian', async () => {
    const summary = (await workbook({ of: 'year', language: 'ru' })).get('Сводка');
    expect(valueOf(summary, 'Участий')).toBe('507');
    expect(valueOf(summary, 'Отдельных лиц')).toBe('501');
    expect(valueOf(summary, 'Стран')).toBe('48');
    expect(valueOf(summary, 'Организаций')).toBe('14');
    expect(summary?.flat().join('\n')).toContain('СИНТЕТИЧЕСКИЕ ДАННЫЕ');
  });

  it('name nobody unless that was asked for', async () => {
    const name = await aName();
    const without = await workbook({});
    expect([...without.values()].flat(2)).not.toContainEqual(expect.stringContaining(name));
    const withThem = await workbook({ withPeople: true });
    expect(withThem.get('Participants')?.flat()).toContainEqual(expect.stringContaining(name));
  });

  it('are one table as text, marked synthetic in every row', async () => {
    const [header, ...rows] = await table({});
    expect(header?.[0]).toBe('Data');
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map(([mark]) => mark))).toEqual(new Set(['SYNTHETIC']));
    expect(rows.find((row) => row.includes('attended'))).toContain('165');
  });

  it('tell how far they have come', async () => {
    await exported({ of: 'year' });
    expect(heard.map(({ phase }) => phase)).toEqual([
      ...Array<string>(4).fill('reading'),
      'counting',
      'writing',
    ]);
    expect(heard[3]).toMatchObject({ done: 4, total: 4 });
  });
});

describe('list of participants', () => {
  it('lists those who attended, or those nominated', async () => {
    const [header, ...attended] = await table({ document: 'participants' });
    expect(header).toContain('Capacity');
    expect(header).not.toContain('Modality');
    expect(attended).toHaveLength(165);
    const [, ...nominated] = await table({ document: 'participants', which: 'nominated' });
    expect(nominated.length).toBeGreaterThan(165);
  });

  it('says how everybody took part when asked', async () => {
    const [header, ...rows] = await table({ document: 'participants', withModality: true });
    const at = header?.indexOf('Modality') ?? -1;
    const ways = Map.groupBy(rows, (row) => row[at]);
    expect(Object.fromEntries([...ways].map(([how, people]) => [how, people.length]))).toEqual({
      'In person': 95,
      Online: 63,
      'In person and online': 7,
    });
  });

  it('of a year has a sheet for each meeting, and as text all in one table', async () => {
    const sheets = await workbook({ document: 'participants', of: 'year' });
    expect([...sheets.keys()]).toEqual([
      'EWG III, 13 Jun 2023',
      'EWG II, 12 Sept 2023',
      'EWG IV, 1 Nov 2023',
      'PCG, 11 Dec 2023',
    ]);
    const [header, ...rows] = await table({ document: 'participants', of: 'year' });
    expect(header?.slice(0, 2)).toEqual(['Data', 'Meeting']);
    expect(rows).toHaveLength(507);
    expect(new Set(rows.map((row) => row[1])).size).toBe(4);
  });
});

describe('for somebody outside the programme', () => {
  const outside = { audience: 'outside' } as const;

  it('the workbook has no names, even when they were asked for before', async () => {
    const sheets = await workbook({ ...outside, withPeople: true });
    expect(sheets.has('Participants')).toBe(false);
    expect((await workbook({ withPeople: true })).has('Participants')).toBe(true);
  });

  it('the list names only those who agreed, and counts the others', async () => {
    const sheets = await workbook({ ...outside, document: 'participants' });
    const rows = sheets.get('List of participants') ?? [];
    const named = rows.filter((row) => row.includes('States') || row.includes('Organizations'));
    expect(named.length).toBeGreaterThan(80);
    expect(named.length).toBeLessThan(165);
    const notes = rows.flat().join('\n');
    expect(notes).toContain('165 participants');
    expect(notes).toContain(`and ${165 - named.length} participants who are not named here`);
  });

  it('is what the page begins with, and says what is personal', () => {
    expect(isPersonal({ ...CHOICE, ...outside, document: 'participants' })).toBe(false);
    expect(isPersonal({ ...CHOICE, ...outside, withPeople: true })).toBe(false);
    expect(isPersonal({ ...CHOICE, document: 'participants' })).toBe(true);
  });
});

describe('preview', () => {
  it('shows the first rows of each table and how many there are', async () => {
    const preview = await previewDocumentJob(
      inputOf({ document: 'participants' }),
      () => undefined,
    );
    expect(preview?.synthetic).toBe(true);
    expect(preview?.tables).toHaveLength(1);
    expect(preview?.tables[0]).toMatchObject({ total: 165 });
    expect(preview?.tables[0]?.rows).toHaveLength(12);
  });

  it('shows a text file as it will be: without lines above, with its mark', async () => {
    const input = inputOf({ format: 'csv' });
    const preview = await previewDocumentJob(input, () => undefined);
    const [shown] = preview?.tables ?? [];
    expect(shown?.notes).toEqual([]);
    expect(shown?.headers[0]?.text).toBe('Data');
    expect(shown?.rows[0]?.[0]).toBe('SYNTHETIC');
  });

  it('of a cancelled meeting is nothing', async () => {
    const row = (await db.rows('meetings').get(meeting.id)) as RecordRow;
    await db.rows('meetings').put({ ...row, v: { ...row.v, state: 'cancelled' } });
    for (const document of ['attendance', 'participants'] as const) {
      expect(await previewDocumentJob(inputOf({ document }), () => undefined)).toBeNull();
      expect(await exportDocumentJob(inputOf({ document }), () => undefined)).toBeNull();
    }
  });
});

describe('file', () => {
  const words = (language: 'en' | 'ru') =>
    createI18n({ language, strict: true }).getFixedT(language, 'exports');
  const named = (choice: Partial<Choice>, synthetic = false) => {
    const whole = { ...CHOICE, ...choice };
    return fileName(whole, meeting, programme, synthetic, words(whole.language));
  };

  it.each([
    [{}, '2023-09-12-EWG-II-attendance-statistics-en.xlsx'],
    [{ of: 'year', format: 'csv' }, '2023-attendance-statistics-en.csv'],
    [{ document: 'participants' }, '2023-09-12-EWG-II-participants-en.xlsx'],
    [
      { document: 'participants', which: 'nominated', language: 'ru' },
      '2023-09-12-EWG-II-назначенные-участники-ru.xlsx',
    ],
  ] as const)('is named after what is in it: %j', (choice, name) => {
    expect(named(choice)).toBe(name);
  });

  it('says in its name that its data is invented', () => {
    expect(named({}, true)).toBe('2023-09-12-EWG-II-attendance-statistics-SYNTHETIC-en.xlsx');
  });

  it('takes the title where the body has no abbreviation, without what no folder takes', () => {
    const title = 'Talks: “either/or” ...';
    const name = fileName(
      CHOICE,
      { ...meeting, body: 'none', title, actual: null, announced: null, planned: NO_DATE },
      programme,
      false,
      words('en'),
    );
    expect(name).toBe('Talks-either-or-attendance-statistics-en.xlsx');
  });

  it.each([
    [{}, false],
    [{ withPeople: true }, true],
    [{ withPeople: true, format: 'csv' }, false],
    [{ document: 'participants' }, true],
  ] as const)('is personal when people are named in it: %j', (choice, personal) => {
    expect(isPersonal({ ...CHOICE, ...choice })).toBe(personal);
  });
});

const NO_DATE = { format: null, start: null, end: null };
