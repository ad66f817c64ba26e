import './support/browser';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createI18n } from '@shared/i18n/i18n';
import { DataTable, type Column, type DataTableProps } from '@renderer/ui/data-table';
import { TableMemoryProvider, type TableState } from '@renderer/ui/table-memory';
import { tableText, toTsv } from '@renderer/ui/table-text';

interface Row {
  id: string;
  name: string;
  seats: number | null;
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', value: (row) => row.name },
  { id: 'seats', header: 'Seats', value: (row) => row.seats, align: 'end' },
];
const rows: Row[] = [
  { id: 'a', name: 'Österreich', seats: 3 },
  { id: 'b', name: 'Belgique', seats: 12 },
  { id: 'c', name: 'Zypern', seats: null },
  { id: 'd', name: 'Belgique', seats: 4 },
];

afterEach(cleanup);

function show(props: Partial<DataTableProps<Row>> = {}) {
  return render(
    <I18nextProvider i18n={createI18n({ language: 'en', strict: true })}>
      <MantineProvider env="test">
        <DataTable label="Rows" rows={rows} idOf={(row) => row.id} columns={columns} {...props} />
      </MantineProvider>
    </I18nextProvider>,
  );
}

const shown = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.textContent)
        .join(' '),
    );

describe('a table', () => {
  it('shows its rows as they come', () => {
    show();
    expect(shown()).toEqual(['Österreich 3', 'Belgique 12', 'Zypern ', 'Belgique 4']);
    expect(screen.getByRole('grid', { name: 'Rows' }).getAttribute('aria-rowcount')).toBe('5');
  });

  it('sorts by a column, then by a second one, and says so', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    fireEvent.click(screen.getByRole('button', { name: 'Seats' }), { shiftKey: true });
    expect(shown()).toEqual(['Belgique 12', 'Belgique 4', 'Österreich 3', 'Zypern ']);
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(screen.getByRole('columnheader', { name: 'Seats' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('filters while one types, without accents, in any order of words', () => {
    show({ filter: 'Find' });
    const box = screen.getByRole('textbox', { name: 'Find' });
    fireEvent.change(box, { target: { value: 'oster' } });
    expect(shown()).toEqual(['Österreich 3']);
    expect(screen.getByText('1 of 4 rows')).toBeTruthy();
    fireEvent.change(box, { target: { value: '4 belg' } });
    expect(shown()).toEqual(['Belgique 4']);
    fireEvent.change(box, { target: { value: 'nobody' } });
    expect(screen.getByText('Nothing matches “nobody”')).toBeTruthy();
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(shown()).toHaveLength(4);
  });

  it('is walked through by keyboard', () => {
    const onOpen = vi.fn();
    const onSelect = vi.fn();
    show({ onOpen, onSelect });
    const grid = screen.getByRole('grid');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'Enter']) {
      fireEvent.keyDown(grid, { key });
    }
    expect(onSelect.mock.calls.map(([row]) => (row as Row).id)).toEqual(['a', 'b', 'a', 'd']);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[3]);
    const selected = screen.getAllByRole('row', { selected: true });
    expect(selected.map((row) => row.id)).toEqual([grid.getAttribute('aria-activedescendant')]);
  });

  it('draws only what is seen of 20,000 rows', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => ({
      id: `r${n}`,
      name: `N${n}`,
      seats: n,
    }));
    show({ rows: many });
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('20001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('says so when it is empty', () => {
    show({ rows: [] });
    expect(screen.getByText('Nothing here yet')).toBeTruthy();
  });
});

describe('a table whose rows can be marked', () => {
  function Marking({ onMarked }: { onMarked: (ids: string[]) => void }) {
    const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
    const onChange = (next: ReadonlySet<string>) => {
      setSelected(next);
      onMarked([...next]);
    };
    return (
      <DataTable
        label="Rows"
        rows={rows}
        idOf={(row) => row.id}
        columns={columns}
        selection={{ selected, onChange }}
      />
    );
  }

  function mark() {
    const onMarked = vi.fn<(ids: string[]) => void>();
    render(
      <I18nextProvider i18n={createI18n({ language: 'en', strict: true })}>
        <MantineProvider env="test">
          <Marking onMarked={onMarked} />
        </MantineProvider>
      </I18nextProvider>,
    );
    return { onMarked, grid: screen.getByRole('grid') };
  }

  it('is marked by keyboard: one, a run, all, none', () => {
    const { onMarked, grid } = mark();
    fireEvent.keyDown(grid, { key: 'Home' });
    fireEvent.keyDown(grid, { key: ' ' });
    expect(onMarked).toHaveBeenLastCalledWith(['a']);
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    expect(onMarked).toHaveBeenLastCalledWith(['a', 'b', 'c']);
    fireEvent.keyDown(grid, { key: ' ' });
    expect(onMarked).toHaveBeenLastCalledWith(['a', 'b']);
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
    expect(onMarked).toHaveBeenLastCalledWith(['a', 'b', 'c', 'd']);
    fireEvent.keyDown(grid, { key: 'Escape' });
    expect(onMarked).toHaveBeenLastCalledWith([]);
  });

  it('is marked by its boxes, and says what is marked', () => {
    const { onMarked } = mark();
    fireEvent.click(screen.getAllByRole('checkbox', { name: 'Mark this row' })[1]!);
    expect(onMarked).toHaveBeenLastCalledWith(['b']);
    expect(screen.getAllByRole('row')[2]?.getAttribute('aria-selected')).toBe('true');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Mark all rows' }));
    expect(onMarked).toHaveBeenLastCalledWith(['b', 'a', 'c', 'd']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Mark all rows' }));
    expect(onMarked).toHaveBeenLastCalledWith([]);
  });

  it('looks through no rows while nothing is marked', () => {
    class Counted extends Set<string> {
      asked = 0;
      override has(id: string): boolean {
        this.asked += 1;
        return super.has(id);
      }
    }
    const many = Array.from({ length: 5000 }, (_, at) => ({ id: `${at}`, name: 'N', seats: at }));
    const selected = new Counted();
    show({ rows: many, selection: { selected, onChange: () => undefined } });
    expect(screen.getByRole('checkbox', { name: 'Mark all rows' })).toHaveProperty(
      'checked',
      false,
    );
    expect(selected.asked).toBeLessThan(1000);
  });

  it('copies what is marked as spreadsheets paste it', () => {
    const { grid } = mark();
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
    const setData = vi.fn();
    fireEvent.copy(grid, { clipboardData: { setData } });
    expect(setData).toHaveBeenCalledWith(
      'text/plain',
      'Name\tSeats\nÖsterreich\t3\nBelgique\t12\nZypern\t\nBelgique\t4',
    );
  });
});

describe('a table that is remembered', () => {
  it('shows the columns that were chosen, and is sorted as it was left', () => {
    const kept = new Map<string, TableState>();
    const memory = {
      read: (table: string) => kept.get(table),
      write: (table: string, state: TableState) => void kept.set(table, state),
    };
    const open = () =>
      render(
        <I18nextProvider i18n={createI18n({ language: 'en', strict: true })}>
          <MantineProvider env="test">
            <TableMemoryProvider value={memory}>
              <DataTable
                label="Rows"
                rows={rows}
                idOf={(row) => row.id}
                columns={columns}
                tableId="test"
              />
            </TableMemoryProvider>
          </MantineProvider>
        </I18nextProvider>,
      );
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Seats' }));
    expect(screen.getByRole('checkbox', { name: 'Name' })).toHaveProperty('disabled', true);
    cleanup();
    open();
    expect(shown()).toEqual(['Belgique', 'Belgique', 'Österreich', 'Zypern']);
    expect(kept.get('test')).toEqual({ hidden: ['seats'], sort: [{ id: 'name', desc: false }] });
  });

  it('follows the window until somebody arranges it', () => {
    const few = columns.map((one) => ({ ...one, hidden: one.id === 'seats' }));
    const table = (which: readonly Column<Row>[]) => (
      <I18nextProvider i18n={createI18n({ language: 'en', strict: true })}>
        <MantineProvider env="test">
          <DataTable
            label="Rows"
            rows={rows}
            idOf={(row) => row.id}
            columns={which}
            tableId="seats"
          />
        </MantineProvider>
      </I18nextProvider>
    );
    const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent);
    const { rerender } = render(table(columns));
    expect(headers()).toEqual(['Name', 'Seats']);
    rerender(table(few));
    expect(headers()).toEqual(['Name']);
    rerender(table(columns));
    fireEvent.click(screen.getByRole('button', { name: 'Seats' }));
    rerender(table(few));
    expect(headers()).toEqual(['Name', 'Seats']);
  });

  it('exports what is seen: filtered, sorted, the columns shown', () => {
    const onExport = vi.fn();
    show({ onExport, filter: 'Filter', initialSort: [{ id: 'seats', desc: true }] });
    fireEvent.change(screen.getByPlaceholderText('Filter'), { target: { value: 'belg' } });
    fireEvent.click(screen.getByRole('button', { name: 'Export list…' }));
    expect(onExport).toHaveBeenCalledWith({
      headers: ['Name', 'Seats'],
      rows: [
        ['Belgique', 12],
        ['Belgique', 4],
      ],
    });
  });
});

describe('text for a spreadsheet', () => {
  it('is inert and stays in its cells', () => {
    const nasty = [
      { id: 'x', name: '=1+1', seats: -3 },
      { id: 'y', name: 'two\tcells\nand lines', seats: null },
    ];
    expect(toTsv(tableText(columns, nasty))).toBe("Name\tSeats\n'=1+1\t-3\ntwo cells and lines\t");
    expect(toTsv(tableText(columns, nasty.slice(0, 1)))).toBe("'=1+1\t-3");
  });
});
