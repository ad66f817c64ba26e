import { describe, expect, it } from 'vitest';
import { changesOf, undoneBy } from '@shared/codecs/journal/changes';
import { isUndo } from '@shared/codecs/journal/record';
import {
  exportStyle,
  journalColumns,
  journalMark,
  journalNotes,
  journalRow,
} from '@shared/codecs/journal/table';
import { withoutPersonal } from '@shared/codecs/journal/words';
import { readCsv } from '@shared/codecs/csv/read';
import { tableCsv, tableOf } from '@shared/codecs/documents/table';
import type { Body, Operation } from '@shared/operation/operation';
import { forgotten, lookup, ofType, sample, stamped, styleIn } from './journal-support';

const MADE_AT = '2026-11-22T02:00:00.000Z';

/** What must not leave without being asked for. */
const PERSONAL = [
  'Testova',
  'ana@example.org',
  'Arrives late',
  'Head Testov',
  'Ana T.',
  'zoom.csv',
];

function rowsWith(withNames: boolean) {
  const person = ofType('person.recorded').body['id'] as string;
  const actor = ofType('person.recorded').actor;
  const style = {
    ...styleIn('en'),
    names: {
      of: (table: string, id: string) =>
        ({ people: { [person]: 'Ana Testova' }, operators: { [actor]: 'Operator Testov' } })[
          table
        ]?.[id] ?? null,
    },
  };
  const file = { withNames, synthetic: true, madeAt: MADE_AT };
  const written = exportStyle(style, file);
  const rows = stamped(sample).map((one) => journalRow(one, lookup, written, file));
  const table = tableOf({
    key: 'journal',
    name: 'Journal',
    columns: journalColumns(style, file),
    rows,
  });
  return {
    csv: tableCsv(table, journalMark(style.t, true)),
    rows,
    table,
    notes: journalNotes(style, file),
  };
}

describe('what changed', () => {
  it('is read from what the operation replaces', () => {
    expect(changesOf(ofType('programme.changed'), lookup)).toEqual([
      {
        ...{ table: 'programmes', field: 'names', personal: false },
        before: [{ value: { en: 'Test programme' } }],
        after: { value: { en: 'Test programme', ru: 'Проба' } },
      },
    ]);
  });

  it('was not set before where nothing had set it', () => {
    const [change] = changesOf(ofType('party.changed'), lookup);
    expect(change).toMatchObject({ field: 'flags', before: [] });
  });

  it('is forgotten where it was, before and after', () => {
    const changed = ofType('operator.renamed');
    const all = new Map(sample.map((one) => [one.id, forgotten(one)]));
    expect(changesOf(forgotten(changed), (id) => all.get(id))).toEqual([
      {
        table: 'operators',
        field: null,
        personal: true,
        before: ['forgotten'],
        after: 'forgotten',
      },
    ]);
    expect(changesOf(changed, (id) => all.get(id))[0]).toMatchObject({ before: ['forgotten'] });
  });

  it('of an arrival is what it says', () => {
    const fields = changesOf(ofType('attendance.arrived'), lookup).map(({ field }) => field);
    expect(fields).toEqual(['scope', 'modality', 'when', 'source']);
  });
});

describe('an undo', () => {
  const set = (operation: Operation, to: Body, over: Operation, id: string): Operation => ({
    ...operation,
    id,
    type: 'nomination.changed',
    over: [over.id],
    body: { id: operation.body['id'] ?? null, set: to },
    sealed: null,
  });
  const received = ofType('nomination.received');
  const accepted = set(received, { state: 'accepted' }, received, 'accepted');
  const back = set(received, { state: 'received' }, accepted, 'back');
  const on = set(received, { state: 'declined' }, accepted, 'on');
  const all = new Map([received, accepted, back, on].map((one) => [one.id, one]));
  const find = (id: string) => all.get(id);

  it('names what it took back', () => {
    expect(undoneBy(back, find)).toEqual([accepted]);
    expect(undoneBy(on, find)).toEqual([]);
    expect(undoneBy(accepted, find)).toEqual([]);
  });

  it('of attendance names the events', () => {
    const retracted = ofType('attendance.retracted');
    expect(undoneBy(retracted, lookup)).toEqual([ofType('attendance.arrived')]);
    expect(isUndo(retracted)).toBe(true);
    expect(isUndo(ofType('attendance.arrived'))).toBe(false);
  });
});

describe('the journal as a table', () => {
  it('holds nothing personal unless it is asked for', () => {
    const { csv, notes } = rowsWith(false);
    for (const text of PERSONAL) expect(csv).not.toContain(text);
    expect(csv).not.toContain('scanned the wrong badge');
    expect(csv).not.toContain('Operator Testov');
    expect(notes[0]).toMatch(/^Without personal values/);
  });

  it('holds it when it is asked for', () => {
    const { csv, notes } = rowsWith(true);
    for (const text of PERSONAL) expect(csv).toContain(text);
    expect(csv).toContain('scanned the wrong badge');
    expect(notes[0]).toBe('Contains personal data.');
  });

  it.each([true, false])('has a cell for every column (names: %s)', (withNames) => {
    const { rows, table } = rowsWith(withNames);
    expect(rows).toHaveLength(sample.length);
    for (const row of rows) expect(row).toHaveLength(table.columns.length);
  });

  it('says what was before and after, and marks undos, void and forgotten operations', () => {
    const style = styleIn('en');
    const row = (operation: Operation, isVoid?: true) =>
      journalRow({ n: 1, operation, ...(isVoid && { void: true }) }, lookup, style, {
        withNames: true,
      }).join(' | ');
    expect(row(ofType('operator.renamed'))).toContain(
      'Name: Operator Testov | Name: Operator Testova',
    );
    expect(row(ofType('attendance.retracted'))).toContain(' undo ');
    expect(row(ofType('nomination.accepted'), true)).toContain('not permitted, changes nothing');
    expect(row(forgotten(ofType('person.recorded')))).toContain('Personal values: forgotten');
  });

  it('is inert in a spreadsheet', () => {
    const evil = { ...ofType('desk.named'), body: { id: 'x', set: { name: '=1+1' } } };
    const style = styleIn('en', { x: '=cmd()' });
    const file = { withNames: true };
    const rows = [journalRow({ n: 1, operation: evil }, lookup, style, file)];
    const columns = journalColumns(style, file);
    const read = readCsv(tableCsv(tableOf({ key: 'k', name: 'n', columns, rows }), null));
    const cells = JSON.stringify(read);
    expect(cells).toContain("'=cmd()");
    expect(cells).not.toContain('"=cmd()');
  });

  it('takes personal names away, and leaves public ones', () => {
    const names = withoutPersonal({ of: (table) => table });
    expect(names.of('people', 'x', null)).toBeNull();
    expect(names.of('operators', 'x', null)).toBeNull();
    expect(names.of('meetings', 'x', null)).toBe('meetings');
  });
});
