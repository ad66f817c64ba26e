import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { foldForFilter } from './fold';
import { Empty } from './states';
import { TableGrid, type SortBy } from './table-grid';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** What is sorted and filtered by. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown, when that is more than the value. */
  readonly cell?: (row: Row) => ReactNode;
  /** A CSS grid track: `10rem`, `minmax(12rem, 2fr)`. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  initialSort?: readonly SortBy[];
  /** Shows the filter box; its placeholder says what can be searched. */
  filter?: string;
  selected?: string | null;
  onSelect?: (row: Row) => void;
  /** Enter or a click on a row. */
  onOpen?: (row: Row) => void;
  /** Beside the filter: buttons, counts. */
  toolbar?: ReactNode;
  /** Shown when there are no rows at all. */
  empty?: ReactNode;
  /** CSS height of the scrolling part; by default it fills what its parent gives it. */
  height?: string;
}

/**
 * A list of any length (20,000 rows scroll without a stutter): filter as you type, sort by one
 * column or, with Shift, by several, and walk through it with the arrow keys.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, idOf, columns, filter, toolbar, empty } = props;
  const { t, i18n } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const haystacks = useMemo(
    () =>
      filter === undefined
        ? null
        : rows.map((row) => foldForFilter(columns.map((one) => one.value(row) ?? '').join(' '))),
    [rows, columns, filter],
  );
  const shown = useMemo(() => {
    const wanted = foldForFilter(words).split(' ').filter(Boolean);
    if (haystacks === null || wanted.length === 0) return rows;
    return rows.filter((_, index) =>
      wanted.every((word) => (haystacks[index] ?? '').includes(word)),
    );
  }, [rows, haystacks, words]);

  if (rows.length === 0) return empty ?? <Empty title={t('table.empty')} />;

  const count = { shown: shown.length, all: rows.length };
  return (
    <div className={classes.table}>
      {(filter !== undefined || toolbar !== undefined) && (
        <div className={classes.toolbar}>
          {filter !== undefined && (
            <TextInput
              className={classes.filter}
              aria-label={filter}
              placeholder={filter}
              leftSection={<IconSearch size={16} aria-hidden="true" />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setTyped('');
              }}
            />
          )}
          <span className={classes.count} role="status">
            {count.shown === count.all
              ? t('table.count', {
                  count: count.all,
                  number: formatNumber(count.all, i18n.language),
                })
              : t('table.countFiltered', {
                  shown: formatNumber(count.shown, i18n.language),
                  all: formatNumber(count.all, i18n.language),
                })}
          </span>
          {toolbar}
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t('table.noMatch', { words: typed })}>{t('table.noMatchHint')}</Empty>
      ) : (
        <TableGrid
          label={label}
          rows={shown}
          idOf={idOf}
          columns={columns}
          initialSort={props.initialSort ?? NO_SORT}
          selected={props.selected ?? null}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          height={props.height}
        />
      )}
    </div>
  );
}

const NO_SORT: readonly SortBy[] = [];
