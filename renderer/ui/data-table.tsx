import { Button, TextInput } from '@mantine/core';
import { IconFileExport, IconSearch } from '@tabler/icons-react';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { foldForFilter, rememberedByRow } from './fold';
import type { RowSelection } from './row-selection';
import { Empty } from './states';
import { TableColumns } from './table-columns';
import { TableGrid } from './table-grid';
import { useTableState, type SortBy } from './table-memory';
import { tableText, type CellText, type TableText } from './table-text';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Shown in the head instead of the words, in a column that is not sorted: the axis of a chart. */
  readonly headerCell?: ReactNode;
  /** What is sorted and filtered by. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown, when that is more than the value. */
  readonly cell?: (row: Row) => ReactNode;
  /** A CSS grid track: `10rem`, `minmax(12rem, 2fr)`. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** What is copied and exported, when that is not the value (a day in words). */
  readonly text?: (row: Row) => CellText;
  /** Shown only when somebody chooses it. */
  readonly hidden?: boolean;
  /** A button or a box: always shown, never copied. */
  readonly control?: boolean;
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
  /** Lets columns be chosen, and remembers them and the order under this name. */
  tableId?: string;
  /** Rows can be marked: Space, Shift with the arrows, Mod+A for all that are shown, Esc for none. */
  selection?: RowSelection;
  /** Offers what is seen now, rows as filtered and sorted, to be saved. */
  onExport?: (table: TableText) => void;
  /** Hears of the rows that the filter leaves, to do something with all of them. */
  onShown?: (rows: readonly Row[]) => void;
  /** CSS height that the scrolling part grows to; by default it fills what its parent gives it. */
  height?: string;
}

/**
 * A list of any length (20,000 rows scroll without a stutter): filter as you type, sort by one
 * column or, with Shift, by several, and walk through it with the arrow keys.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, idOf, columns, filter, toolbar, empty, tableId, selection, onExport } =
    props;
  const { onShown } = props;
  const { t, i18n } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const begin = useMemo(
    () => ({
      hidden: columns.filter(({ hidden }) => hidden === true).map(({ id }) => id),
      sort: props.initialSort ?? NO_SORT,
    }),
    [columns, props.initialSort],
  );
  const [state, change] = useTableState(tableId, begin);
  const visible = useMemo(
    () => columns.filter(({ id, control }) => control === true || !state.hidden.includes(id)),
    [columns, state.hidden],
  );
  const ordered = useRef<readonly Row[]>(rows);
  const noteOrder = useCallback((now: readonly Row[]) => {
    ordered.current = now;
  }, []);
  const haystackOf = useMemo(
    () =>
      rememberedByRow((row: Row) =>
        foldForFilter(columns.map((one) => one.value(row) ?? '').join(' ')),
      ),
    [columns],
  );
  const haystacks = useMemo(
    () => (filter === undefined ? null : rows.map(haystackOf)),
    [rows, filter, haystackOf],
  );
  const shown = useMemo(() => {
    const wanted = foldForFilter(words).split(' ').filter(Boolean);
    if (haystacks === null || wanted.length === 0) return rows;
    return rows.filter((_, index) =>
      wanted.every((word) => (haystacks[index] ?? '').includes(word)),
    );
  }, [rows, haystacks, words]);
  useEffect(() => onShown?.(shown), [shown, onShown]);

  if (rows.length === 0) return empty ?? <Empty title={t('table.empty')} />;

  const count = { shown: shown.length, all: rows.length };
  return (
    <div className={classes.table}>
      {(filter !== undefined || toolbar !== undefined || tableId !== undefined) && (
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
          {selection !== undefined && selection.selected.size > 0 && (
            <span className={classes.marked}>
              {t('table.marked', {
                count: selection.selected.size,
                number: formatNumber(selection.selected.size, i18n.language),
              })}
            </span>
          )}
          {toolbar}
          {(tableId !== undefined || onExport !== undefined) && (
            <div className={classes.tools}>
              {tableId !== undefined && (
                <TableColumns
                  columns={columns.filter(({ control }) => control !== true)}
                  hidden={state.hidden}
                  onChange={(hidden) => change({ hidden })}
                />
              )}
              {onExport !== undefined && (
                <Button
                  variant="default"
                  leftSection={<IconFileExport size={16} stroke={1.7} aria-hidden="true" />}
                  onClick={() => onExport(tableText(visible, ordered.current))}
                >
                  {t('table.export')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t('table.noMatch', { words: typed })}>{t('table.noMatchHint')}</Empty>
      ) : (
        <TableGrid
          label={label}
          rows={shown}
          idOf={idOf}
          columns={visible}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onOrdered={noteOrder}
          selection={selection}
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
