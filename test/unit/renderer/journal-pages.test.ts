import { describe, expect, it } from 'vitest';
import type { JournalFilter } from '@shared/contract/register';
import type { Stamped } from '@shared/operation/operation';
import { addressOf, askedIn, filterOf, isNarrowed } from '@renderer/features/journal/address';
import { collectRows } from '@renderer/features/journal/collect-rows';
import { Histories } from '@renderer/features/journal/histories';
import { JournalPages, PAGE, type AskJournal } from '@renderer/features/journal/journal-pages';
import { wordChanges } from '@renderer/features/journal/word-changes';
import { writeJournalJob } from '@renderer/workers/jobs/write-journal';
import { readWorkbook } from '@shared/codecs/xlsx/read';
import { ofType, sample, stamped, styleIn } from '../codecs/journal-support';

const ALL: JournalFilter = filterOf(askedIn(new URLSearchParams()));
const one = ofType('attendance.arrived');

/** A register with operations 1 to `count`, which can grow, fail and tell what it was asked. */
function register(count: number) {
  const state = { count, fails: false, asked: 0 };
  const journal: AskJournal = ({ before, limit }) => {
    state.asked += 1;
    if (state.fails) return Promise.reject(new Error('away'));
    const last = Math.min(state.count, (before ?? Infinity) - 1);
    const first = Math.max(1, last - limit + 1);
    const operations: Stamped[] = [];
    for (let n = last; n >= first; n -= 1) {
      operations.push({ n, operation: { ...one, id: `op-${String(n)}` } });
    }
    return Promise.resolve({ operations, more: first > 1 });
  };
  return { state, journal };
}

const numbers = (pages: JournalPages) => pages.snapshot().operations.map(({ n }) => n);

describe('the pages of the journal', () => {
  it('are read backwards, each once, to the beginning', async () => {
    const { journal } = register(PAGE * 2 + 5);
    const pages = new JournalPages(journal, ALL);
    await pages.start();
    expect(pages.snapshot()).toMatchObject({ state: 'ready', more: true });
    await Promise.all([pages.readEarlier(), pages.readEarlier()]);
    expect(numbers(pages)).toHaveLength(PAGE * 2);
    await pages.readEarlier();
    await pages.readEarlier();
    expect(numbers(pages)).toEqual(
      Array.from({ length: PAGE * 2 + 5 }, (_, i) => PAGE * 2 + 5 - i),
    );
    expect(pages.snapshot().more).toBe(false);
  });

  it('hold back what is newer while somebody reads', async () => {
    const { journal, state } = register(10);
    const pages = new JournalPages(journal, ALL);
    await pages.start();
    pages.follow(false);
    state.count = 13;
    await pages.committed();
    expect(numbers(pages)[0]).toBe(10);
    expect(pages.snapshot()).toMatchObject({ newer: 3, newerMany: false });
    pages.showNewer();
    expect(numbers(pages)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(pages.snapshot().newer).toBe(0);
  });

  it('show what is newer at once to whoever follows, and after them', async () => {
    const { journal, state } = register(10);
    const pages = new JournalPages(journal, ALL);
    await pages.start();
    state.count = 11;
    await pages.committed();
    expect(numbers(pages)[0]).toBe(11);
    pages.follow(false);
    state.count = 12;
    await pages.committed();
    pages.follow(true);
    expect(numbers(pages)[0]).toBe(12);
  });

  it('start again at the top when more came than a page holds', async () => {
    const { journal, state } = register(10);
    const pages = new JournalPages(journal, ALL);
    await pages.start();
    pages.follow(false);
    state.count = 10 + PAGE + 1;
    await pages.committed();
    expect(pages.snapshot()).toMatchObject({ newer: PAGE, newerMany: true });
    pages.showNewer();
    await expect.poll(() => numbers(pages)[0]).toBe(10 + PAGE + 1);
    expect(numbers(pages)).toHaveLength(PAGE);
  });

  it('fill an empty list with the first commit', async () => {
    const { journal, state } = register(0);
    const pages = new JournalPages(journal, ALL);
    await pages.start();
    state.count = PAGE + 7;
    await pages.committed();
    expect(numbers(pages)).toHaveLength(PAGE);
    expect(pages.snapshot().more).toBe(true);
  });

  it('are read again as far as they were shown', async () => {
    const { journal } = register(PAGE * 8);
    const pages = new JournalPages(journal, ALL);
    await pages.start();
    for (let page = 1; page < 7; page += 1) await pages.readEarlier();
    await pages.again();
    expect(numbers(pages)).toHaveLength(PAGE * 7);
    expect(pages.snapshot().more).toBe(true);
  });

  it('say so when the register is away, and go on when it is back', async () => {
    const { journal, state } = register(PAGE + 5);
    const pages = new JournalPages(journal, ALL);
    state.fails = true;
    await pages.start();
    expect(pages.snapshot()).toMatchObject({ state: 'failed', message: 'away' });
    state.fails = false;
    await pages.start();
    state.fails = true;
    await pages.readEarlier();
    expect(pages.snapshot()).toMatchObject({ state: 'ready', earlier: 'failed' });
    await pages.committed();
    state.fails = false;
    await pages.readEarlier();
    expect(numbers(pages)).toHaveLength(PAGE + 5);
  });
});

describe('the address', () => {
  const id = '01890000-0000-7000-8000-00000000000a';

  it('holds the filter', () => {
    const text = `about=${id}&meeting=${id}&operator=${id}&desk=${id}&kind=people&from=2023-09-12&to=2023-09-13`;
    const asked = askedIn(new URLSearchParams(text));
    expect(addressOf(asked).toString()).toBe(text);
    expect(isNarrowed(asked)).toBe(true);
    expect(filterOf(asked)).toMatchObject({
      ...{ record: id, meeting: id, actor: id, replica: id },
      types: [
        ...['person.recorded', 'person.changed', 'person.merged', 'person.unmerged'],
        ...['person.told-apart', 'person.not-told-apart'],
      ],
      from: new Date(2023, 8, 12).toISOString(),
      to: new Date(2023, 8, 14).toISOString(),
    });
  });

  it('narrows nothing where it makes no sense', () => {
    const asked = askedIn(new URLSearchParams('about=x&kind=constructor&from=2023-99-99&to=soon'));
    expect(isNarrowed(asked)).toBe(false);
  });
});

describe('the words that changed', () => {
  it.each([
    ['one two three', 'one 2 three', 'one -two-+2+ three'],
    ['one', 'one two', 'one+ two+'],
    ['', 'new', '+new+'],
    ['gone', '', '-gone-'],
    ['a b c d', 'b c x d', '-a -b c+ x+ d'],
    ['same', 'same', 'same'],
  ])('%j → %j', (before, after, marked) => {
    const sign = { same: '', gone: '-', new: '+' };
    const text = wordChanges(before, after)
      ?.map(({ kind, text: words }) => `${sign[kind]}${words}${sign[kind]}`)
      .join('');
    expect(text).toBe(marked);
  });

  it('are not sought where there are too many', () => {
    const words = (sign: string) => Array.from({ length: 2000 }, (_, i) => `${sign}${String(i)}`);
    expect(wordChanges(words('a').join(' '), words('b').join(' '))).toBeNull();
  });
});

describe('histories', () => {
  it('are asked for once, and again after a commit or a failure', async () => {
    let [asked, fails] = [0, true];
    const histories = new Histories(() => {
      asked += 1;
      return fails
        ? Promise.reject(new Error('away'))
        : Promise.resolve({ operations: [{ n: 1, operation: one }] });
    });
    await histories.want('r');
    await histories.want('r');
    expect([asked, histories.of('r').state]).toEqual([1, 'failed']);
    fails = false;
    await histories.retry('r');
    expect([asked, histories.of('r').state]).toEqual([2, 'ready']);
    expect(histories.lookup(one.id)).toBe(one);
    histories.age();
    await histories.want('r');
    await histories.want('r');
    expect(asked).toBe(3);
    histories.clear();
    expect(histories.lookup(one.id)).toBeUndefined();
  });
});

describe('an export', () => {
  const all = stamped(sample);
  const collecting = (operations: readonly Stamped[], stop = new AbortController()) => ({
    register: {
      journal: () => Promise.resolve({ operations: [...operations], more: false }),
      history: ({ record }: { record: string }) =>
        Promise.resolve({
          operations: all.filter(({ operation }) => operation.body['id'] === record),
        }),
    },
    filter: ALL,
    options: { withNames: true },
    style: () => Promise.resolve(styleIn('en')),
    signal: stop.signal,
    onProgress: () => undefined,
    pause: () => Promise.resolve(),
  });

  it('has a row for every operation, and looks up what the filter left out', async () => {
    const renamed = all.filter(({ operation }) => operation.type === 'operator.renamed');
    const [row] = await collectRows(collecting(renamed));
    expect(row).toContain('Name: Operator Testov');
    expect(await collectRows(collecting(all))).toHaveLength(all.length);
  });

  it('is cancelled between two pages', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(collectRows(collecting(all, stop))).rejects.toThrow(/abort/i);
  });

  it('is a workbook or a text file', async () => {
    const input = {
      ...{ title: 'Journal', sheet: 'Journal', madeAt: '2026-11-22T02:00:00.000Z', mark: null },
      notes: ['Without personal values'],
      columns: [{ key: 'what', header: 'What happened', type: 'text' as const }],
      rows: [['Nomination accepted'], ['=1+1']],
    };
    const csv = new TextDecoder().decode(await writeJournalJob({ ...input, format: 'csv' }));
    expect(csv).toContain("'=1+1");
    const book = await readWorkbook(await writeJournalJob({ ...input, format: 'xlsx' }));
    if (!book.ok) throw new Error(book.reason);
    expect(JSON.stringify(book.sheets[0]?.rows)).toContain('Nomination accepted');
  });
});
