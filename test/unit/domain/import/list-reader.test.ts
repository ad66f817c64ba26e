import { describe, expect, it } from 'vitest';
import { ListReader } from '@renderer/features/nominations/import/list-reader';
import type { Store } from '@renderer/db/store';
import { correctNominationsJob, readNominationsJob } from '@renderer/workers/jobs/read-nominations';
import { PARTY_DEFAULTS } from '@shared/domain/party/types';
import type { RecordRow } from '@shared/projections/row';
import { listParts } from '../../../support/reports/nomination-lists';

const MEETING = 'm';
const PARTIES = [
  { ...PARTY_DEFAULTS, id: 'p-bgr', code: 'BGR', names: { en: 'Bulgaria' } },
  { ...PARTY_DEFAULTS, id: 'p-aut', code: 'AUT', names: { en: 'Austria' } },
];
const PARTS = listParts(
  [
    'Family name,Given name,Country,E-mail',
    'Testova,Anna,Bulgaria,anna@example.org',
    'Testov,Borys,Austria,wrong',
  ].join('\n'),
);

/** Tables as a store hands them out: another object whenever something in them changed. */
function reading() {
  const tables = new Map<string, ReadonlyMap<string, RecordRow>>();
  const keyOf = (table: string, meeting: string | null) =>
    table === 'nominations' ? `${table} ${meeting ?? ''}` : table;
  const load = (table: string, meeting: string | null) => {
    const key = keyOf(table, meeting);
    const rows = tables.get(key) ?? new Map<string, RecordRow>();
    tables.set(key, rows);
    return Promise.resolve(rows);
  };
  tables.set('meetings', new Map([[MEETING, {} as RecordRow]]));
  const store = { collections: { load }, list: () => Promise.resolve([]) } as unknown as Store;
  const asked: string[] = [];
  const jobs: Record<string, (input: never) => Promise<unknown>> = {
    readNominations: readNominationsJob,
    correctNominations: correctNominationsJob,
  };
  const run = (job: string, input: unknown) => {
    asked.push(job);
    return jobs[job]?.(structuredClone(input) as never) ?? Promise.reject(new Error(job));
  };
  const worker = { run: run as never, end: () => void asked.push('end') };
  const reader = new ListReader(store, MEETING, () => worker);
  const input = {
    ...{ parts: PARTS, parties: PARTIES, settled: new Map<string, string>() },
    ...{ dayOrder: null, defaultParty: null, lastDay: null },
  };
  const read = () => reader.read(input, new AbortController().signal);
  const correct = (email: string) =>
    reader.correct({ edits: new Map([['0:2', { email }]]), settled: new Map() }, PARTIES);
  const change = (table: string, meeting: string | null) =>
    tables.set(keyOf(table, meeting), new Map(tables.get(keyOf(table, meeting))));
  return { reader, read, correct, change, asked };
}

const verdicts = (list: { rows: readonly { verdict: string }[] } | null) =>
  list?.rows.map(({ verdict }) => verdict);

describe('a list that is being corrected', () => {
  it('is read once; corrections follow one another in the same worker', async () => {
    const { read, correct, asked } = reading();
    expect(verdicts(await read())).toEqual(['new', 'error']);
    const list = await correct('borys@example.org');
    expect(verdicts(list)).toEqual(['new', 'new']);
    expect(list?.counts).toMatchObject({ new: 2, error: 0 });
    expect(verdicts(await correct('anna@example.org'))).toEqual(['new', 'error']);
    expect(asked).toEqual(['readNominations', 'correctNominations', 'correctNominations']);
  });

  it.each([
    ['a person', 'people', null],
    ['a nomination', 'nominations', MEETING],
    ['a meeting', 'meetings', null],
  ])('is to be read whole when %s has changed meanwhile', async (_, table, meeting) => {
    const { read, correct, change } = reading();
    await read();
    change(table, meeting);
    expect(await correct('borys@example.org')).toBeNull();
    await read();
    expect(verdicts(await correct('borys@example.org'))).toEqual(['new', 'new']);
  });

  it('is to be read whole when its worker was ended, and not at all after a cancel', async () => {
    const { reader, read, correct } = reading();
    await read();
    reader.end();
    expect(await correct('borys@example.org')).toBeNull();
    const stopped = new AbortController();
    stopped.abort();
    const input = { parts: PARTS, parties: PARTIES, settled: new Map<string, string>() };
    const rest = { dayOrder: null, defaultParty: null, lastDay: null };
    await expect(reader.read({ ...input, ...rest }, stopped.signal)).rejects.toThrow();
    expect(await correct('borys@example.org')).toBeNull();
  });
});
