import './support/browser';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createI18n } from '@shared/i18n/i18n';
import { DataTable, type Column, type DataTableProps } from '@renderer/ui/data-table';

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
