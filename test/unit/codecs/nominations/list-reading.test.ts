import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NominationField } from '@shared/codecs/nominations/header-names';
import { ListReading } from '@shared/codecs/nominations/list-reading';
import type {
  ExistingNominee,
  NominationRow,
  ReadingContext,
  ResolveParty,
  RowEdits,
} from '@shared/codecs/nominations/types';
import { foldName } from '@shared/matching/fold';
import { listParts, resolveParty } from '../../../support/reports/nomination-lists';

const HEAD = 'Family name,Given name,Country,E-mail,Received on,Gender';
const LINES = [
  'Testova,Anna,Bulgaria,anna@example.org,05/06/2023,F',
  'Testov,Borys,Zurbagania,borys@example.org,,M',
  'Probe,Carl,Zurbagania,anna@example.org,,M',
  'Testova,Anna,Bulgaria,other@example.org,,F',
  'Probe,Dora,Austria,,,F',
];

const EXISTING: ExistingNominee[] = [
  {
    ...{ personId: 'a', family: 'Testova', given: 'Anna', full: '', emails: ['anna@example.org'] },
    ...{ party: 'p-bgr', nominationId: 'n-a' },
  },
  {
    ...{ personId: 'b', family: 'Probe', given: 'Dora', full: '', emails: [] },
    ...{ party: 'p-aut', nominationId: 'n-b' },
  },
];

const settling =
  (settled: ReadonlyMap<string, string>): ResolveParty =>
  (text) => {
    const id = settled.get(foldName(text));
    return id === undefined ? resolveParty(text) : { party: { id }, evidence: 'settled' };
  };

const PARTS = listParts([HEAD, ...LINES].join('\n'));

function reading(edits: RowEdits, settled: ReadonlyMap<string, string> = new Map()) {
  const context: ReadingContext = {
    ...{ existing: EXISTING, foldName, edits, resolveParty: settling(settled) },
  };
  return new ListReading(PARTS, context);
}

const none: RowEdits = new Map();
const edit = (row: string, cells: Partial<Record<NominationField, string>>): RowEdits =>
  new Map([[row, cells]]);
const untold = () => false;
const keysOf = (rows: readonly NominationRow[] | null) => rows?.map(({ key }) => key).sort();

describe('a corrected cell', () => {
  it('changes its row, and those of the same address before and after', () => {
    const list = reading(none);
    expect(list.rows.map(({ verdict }) => verdict)).toEqual([
      ...['error', 'error', 'error', 'conflict', 'same'],
    ]);
    const edits = edit('0:3', { email: 'carl@example.org', party: 'Austria' });
    const changed = list.correct({ edits, resolveParty }, untold);
    // Row 1 is asked as well, because it had the address; row 5 has another name and no address.
    expect(keysOf(changed)).toEqual(['0:1', '0:3']);
    expect(list.rows[2]).toMatchObject({ verdict: 'new', party: 'p-aut' });
  });

  it('that takes an address away lets the row that repeated it stand', () => {
    const list = reading(none);
    expect(list.rows[2]?.issues.map(({ code }) => code)).toContain('email-in-two-rows');
    list.correct({ edits: edit('0:1', { email: 'new@example.org' }), resolveParty }, untold);
    expect(list.rows[2]?.issues.map(({ code }) => code)).not.toContain('email-in-two-rows');
  });

  it('of a date column that then reads otherwise asks for the whole list', () => {
    const list = reading(none);
    const settlesDay = edit('0:2', { receivedOn: '13/06/2023' });
    expect(list.correct({ edits: settlesDay, resolveParty }, untold)).toBeNull();
    const sameOrder = edit('0:2', { receivedOn: '2023-06-13' });
    expect(keysOf(reading(none).correct({ edits: sameOrder, resolveParty }, untold))).toEqual([
      '0:2',
    ]);
  });

  it('a text that is settled changes the rows that have it, and no others', () => {
    const list = reading(none);
    const settled = new Map([[foldName('Zurbagania'), 'p-bgr']]);
    const told = (text: string) => settled.has(foldName(text));
    const changed = list.correct({ edits: none, resolveParty: settling(settled) }, told);
    expect(keysOf(changed)).toEqual(['0:1', '0:2', '0:3']);
    expect(list.rows[1]).toMatchObject({ verdict: 'new', party: 'p-bgr' });
  });
});

describe('correcting step by step', () => {
  const cell = fc.record({
    row: fc.integer({ min: 1, max: LINES.length }),
    field: fc.constantFrom<NominationField>(
      ...(['familyName', 'givenName', 'party', 'email', 'receivedOn', 'gender'] as const),
    ),
    text: fc.constantFrom(
      ...['', 'Testova', 'Anna', 'Bulgaria', 'Austria', 'anna@example.org', 'x@example.org'],
      ...['13/06/2023', '06/13/2023', '05/06/2023', 'H', 'M', 'F'],
    ),
  });
  const act = fc.oneof(
    { weight: 5, arbitrary: cell },
    { weight: 1, arbitrary: fc.record({ back: fc.integer({ min: 1, max: LINES.length }) }) },
    { weight: 1, arbitrary: fc.record({ settle: fc.constantFrom('p-bgr', 'p-aut') }) },
  );

  it('comes to what reading the whole list with all corrections comes to', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 8 }), (acts) => {
        let edits: RowEdits = none;
        let settled: ReadonlyMap<string, string> = new Map();
        let list = reading(edits);
        for (const one of acts) {
          const next = new Map(edits);
          let told = untold as (text: string) => boolean;
          if ('settle' in one) {
            settled = new Map([[foldName('Zurbagania'), one.settle]]);
            told = (text) => foldName(text) === foldName('Zurbagania');
          } else if ('back' in one) next.delete(`0:${one.back}`);
          else {
            const key = `0:${one.row}`;
            next.set(key, { ...next.get(key), [one.field]: one.text });
          }
          edits = next;
          const rows = list.correct({ edits, resolveParty: settling(settled) }, told);
          if (rows === null) list = reading(edits, settled);
          expect(list.rows).toEqual(reading(edits, settled).rows);
        }
      }),
      { numRuns: 200 },
    );
  });
});
