import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sheetFor } from '@shared/codecs/badges/sheets';
import { BADGE_DEFAULTS, type Badge } from '@shared/domain/badge/types';
import { MEETING_DEFAULTS } from '@shared/domain/meeting/types';
import { NOMINATION_DEFAULTS } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS } from '@shared/domain/person/types';
import type { Draft } from '@shared/operation/operation';
import type { Composing } from '@renderer/features/badges/compose';
import { printBadges, type PrintOrder } from '@renderer/features/badges/print/run';
import type { Store } from '@renderer/db/store';

const host = vi.hoisted(() => ({
  pdf: vi.fn(),
  save: vi.fn(),
  status: vi.fn(),
  compose: vi.fn(),
}));

vi.mock('@renderer/bridge/client', () => ({
  bridge: {
    print: { pdf: host.pdf },
    files: { save: host.save },
    register: { status: host.status },
  },
}));
vi.mock('@renderer/features/badges/compose', () => ({ compose: host.compose }));

const MEETING = '00000000-0000-7000-8000-000000000001';
const DESK = '00000000-0000-7000-8000-000000000002';
const idOf = (at: number) => `00000000-0000-7000-8000-1${String(at).padStart(11, '0')}`;

/** A store of so many people, which keeps what is committed. */
function someStore(count: number, badges: readonly Badge[] = []) {
  const committed: Draft[][] = [];
  const tables: Record<string, unknown[]> = {
    meetings: [{ ...MEETING_DEFAULTS, id: MEETING, title: 'Sample meeting' }],
    people: Array.from({ length: count }, (_, at) => ({
      ...{ ...PERSON_DEFAULTS, id: idOf(at), family: `Sample ${at}` },
    })),
    parties: [],
    nominations: Array.from({ length: count }, (_, at) => ({
      ...{ ...NOMINATION_DEFAULTS, id: `n${at}`, meeting: MEETING, person: idOf(at) },
      state: 'accepted',
    })),
    badges: [...badges],
    prints: [],
  };
  const answer = vi.fn((drafts: Draft[]): unknown => {
    committed.push(drafts);
    return { ok: true, operations: [] };
  });
  const store = {
    list: (table: string) => Promise.resolve(tables[table]),
    collections: { load: () => Promise.resolve(new Map()) },
    commit: (drafts: Draft[]) => Promise.resolve(answer(drafts)),
  } as unknown as Store;
  return { store, committed, answer, tables };
}

const order = (count: number, change: Partial<PrintOrder> = {}): PrintOrder => ({
  ...{ meeting: MEETING, template: 'portrait', language: 'en', startAt: 0, again: null },
  ...{ sheet: sheetFor('portrait', 'a4-99x139'), word: (key) => key },
  items: Array.from({ length: count }, (_, at) => ({ kind: 'person' as const, id: idOf(at) })),
  fileName: (part, parts) => `badges-${part}-${parts}`,
  ...change,
});

const run = (store: Store, what: PrintOrder, stop = new AbortController()) => {
  const progress: number[] = [];
  const result = printBadges(store, what, stop.signal, ({ done }) => progress.push(done));
  return { result, progress };
};

const typesOf = (drafts: readonly Draft[] | undefined) => {
  const counts: Record<string, number> = {};
  for (const { type } of drafts ?? []) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

beforeEach(() => {
  vi.resetAllMocks();
  host.status.mockResolvedValue({ life: DESK });
  host.pdf.mockResolvedValue({ ok: true, bytes: new Uint8Array([1]) });
  host.save.mockImplementation(({ name }: { name: string }) =>
    Promise.resolve({ ok: true, saved: true, name, download: null }),
  );
  host.compose.mockImplementation(
    ({ contents }: Composing, signal: AbortSignal, onDone: (done: number) => void) => {
      signal.throwIfAborted();
      onDone(contents.length);
      return Promise.resolve({ html: '<p>', shortened: [], missing: [] });
    },
  );
});

describe('printing', () => {
  it('records codes and lines of the log in one act, after the file was saved', async () => {
    const { store, committed } = someStore(3);
    const { result } = run(store, order(3));
    expect(await result).toEqual({
      ...{ ok: true, printed: 3, files: ['badges-1-1.pdf'], shortened: [] },
    });
    expect(committed.map(typesOf)).toEqual([{ 'badge.issued': 3, 'badge.printed': 3 }]);
    const lines = committed[0]?.filter(({ type }) => type === 'badge.printed');
    expect(lines?.map(({ body }) => body['set'])).toMatchObject([
      { desk: DESK, kind: 'badge', template: 'portrait', person: idOf(0) },
      { person: idOf(1) },
      { person: idOf(2) },
    ]);
  });

  it('asks the host for the paper’s own size', async () => {
    const { store } = someStore(1);
    await run(store, order(1, { sheet: sheetFor('portrait', 'card-54x86') })).result;
    expect(host.pdf.mock.calls[0]?.[0]).toMatchObject({
      ...{ landscape: false, pageSize: { widthMm: 54, heightMm: 86 } },
    });
  });

  it.each([
    [
      'the PDF cannot be made',
      () => host.pdf.mockResolvedValue({ ok: false, reason: 'timed-out' }),
      'timed-out',
    ],
    [
      'there is no browser',
      () => host.pdf.mockResolvedValue({ ok: false, reason: 'no-browser' }),
      'no-browser',
    ],
    [
      'somebody thinks better of saving',
      () => host.save.mockResolvedValue({ ok: true, saved: false, name: '', download: null }),
      'cancelled',
    ],
    [
      'the disk is full',
      () => host.save.mockResolvedValue({ ok: false, reason: 'disk-full' }),
      'disk-full',
    ],
    ['a font is missing', () => host.compose.mockRejectedValue(new Error('404')), 'failed'],
    ['the host is away', () => host.pdf.mockRejectedValue(new Error('away')), 'failed'],
  ])('records nothing when %s', async (_, given, reason) => {
    given();
    const { store, committed } = someStore(2);
    expect(await run(store, order(2)).result).toMatchObject({ ok: false, reason, printed: 0 });
    expect(committed).toEqual([]);
  });

  it('names the file that nobody may use when it could not be recorded', async () => {
    const { store, answer } = someStore(2);
    answer.mockReturnValue({ ok: false, reason: 'disk-full', detail: '' });
    expect(await run(store, order(2)).result).toMatchObject({
      ...{ ok: false, reason: 'not-recorded', file: 'badges-1-1.pdf', printed: 0 },
    });
  });

  it('makes whole sheets to a file, and counts on', async () => {
    const { store, committed } = someStore(1100);
    const { result, progress } = run(store, order(1100, { startAt: 2 }));
    expect(await result).toMatchObject({ ok: true, printed: 1100 });
    // Four to a sheet, two of the first sheet already used.
    expect(committed.map((drafts) => typesOf(drafts)['badge.printed'])).toEqual([498, 500, 102]);
    const starts = host.compose.mock.calls.map(([input]) => (input as Composing).startAt);
    expect(starts).toEqual([2, 0, 0]);
    expect(progress).toEqual([498, 998, 1100]);
    const codes = committed
      .flat()
      .flatMap(({ type, body }) =>
        type === 'badge.issued' ? [(body['set'] as { code: string }).code] : [],
      );
    expect(new Set(codes).size).toBe(1100);
  });

  it('called off, keeps what is saved and recorded, and nothing else', async () => {
    const { store, committed } = someStore(1100);
    const stop = new AbortController();
    host.save.mockImplementationOnce(({ name }: { name: string }) => {
      stop.abort();
      return Promise.resolve({ ok: true, saved: true, name, download: null });
    });
    expect(await run(store, order(1100), stop).result).toMatchObject({
      ...{ ok: false, reason: 'cancelled', printed: 500, total: 1100 },
    });
    expect(committed).toHaveLength(1);
    expect(host.save).toHaveBeenCalledTimes(1);
  });

  it('asks for a reason before anything is drawn', async () => {
    const badge = { ...BADGE_DEFAULTS, id: idOf(900), meeting: MEETING, person: idOf(0) };
    const { store, tables } = someStore(1, [badge]);
    tables['prints'] = [{ id: 'p', meeting: MEETING, kind: 'badge', badge: badge.id, at: '' }];
    expect(await run(store, order(1)).result).toMatchObject({
      ok: false,
      reason: 'reason-missing',
    });
    expect(host.compose).not.toHaveBeenCalled();
  });
});

describe('two orders at once', () => {
  it('come one after the other: the second is known to be the second', async () => {
    const { store, committed, answer, tables } = someStore(1);
    answer.mockImplementation((drafts) => {
      committed.push(drafts);
      for (const { type, meeting, body } of drafts) {
        const row = { meeting, id: body['id'], ...(body['set'] as object) };
        if (type === 'badge.issued') tables['badges']?.push({ ...BADGE_DEFAULTS, ...row });
        if (type === 'badge.printed') tables['prints']?.push(row);
      }
      return { ok: true, operations: [] };
    });
    const [first, second] = await Promise.all([
      run(store, order(1)).result,
      run(store, order(1)).result,
    ]);
    expect(first).toMatchObject({ ok: true, printed: 1 });
    expect(second).toMatchObject({ ok: false, reason: 'reason-missing' });
    expect(committed.map(typesOf)).toEqual([{ 'badge.issued': 1, 'badge.printed': 1 }]);
  });
});
