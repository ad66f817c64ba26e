import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './data-table';
import { useWindowedRows } from './use-windowed-rows';
import classes from './data-table.module.css';

export interface SortBy {
  readonly id: string;
  readonly desc: boolean;
}

interface TableGridProps<Row> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  initialSort: readonly SortBy[];
  selected: string | null;
  onSelect: ((row: Row) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  height: string | undefined;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Rows that a page-up or page-down key skips. */
const PAGE_ROWS = 12;

type Value = string | number | null;

/** The scrolling, sortable, keyboard-driven part of a table. */
export function TableGrid<Row extends object>(props: TableGridProps<Row>) {
  const { label, rows, idOf, columns, selected, onSelect, onOpen, height } = props;
  const { i18n } = useTranslation('ui');
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(null);

  const definitions = useMemo(() => {
    const collator = new Intl.Collator(i18n.language, { numeric: true });
    return columns.map((column): ColumnDef<typeof features, Row> => ({
      id: column.id,
      accessorFn: column.value,
      enableSorting: column.sortable ?? true,
      // Text first upwards, numbers first downwards: what one looks for.
      sortDescFirst: column.align === 'end',
      sortFn: (a, b, id) => compare(a.getValue<Value>(id), b.getValue<Value>(id), collator),
    }));
  }, [columns, i18n.language]);

  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: idOf,
    initialState: { sorting: [...props.initialSort] },
    enableMultiSort: true,
  });
  const ordered = table.getRowModel().rows;
  const active = cursor ?? selected;
  const activeIndex = ordered.findIndex((row) => row.id === active);
  const window = useWindowedRows(scroller, ordered.length);

  const go = (index: number) => {
    const row = ordered[Math.max(0, Math.min(index, ordered.length - 1))];
    if (row === undefined) return;
    setCursor(row.id);
    window.scrollTo(ordered.indexOf(row));
    onSelect?.(row.original);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(activeIndex + 1),
      ArrowUp: () => go(activeIndex - 1),
      PageDown: () => go(activeIndex + PAGE_ROWS),
      PageUp: () => go(activeIndex - PAGE_ROWS),
      Home: () => go(0),
      End: () => go(ordered.length - 1),
      Enter: () => {
        const row = ordered[activeIndex];
        if (row) onOpen?.(row.original);
      },
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  const template = columns.map((column) => column.width ?? 'minmax(7rem, 1fr)').join(' ');
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ blockSize: height, '--columns': template }}
      role="grid"
      aria-label={label}
      aria-rowcount={ordered.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeIndex >= 0 ? `${prefix}-${String(active)}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {columns.map((column) => {
            const sorting = table.getColumn(column.id);
            const direction = sorting?.getIsSorted() ?? false;
            return (
              <div
                key={column.id}
                role="columnheader"
                className={classes.headCell}
                data-align={column.align}
                aria-sort={direction === false ? 'none' : SORT_WORDS[direction]}
              >
                {column.sortable === false ? (
                  column.header
                ) : (
                  <button
                    type="button"
                    className={classes.sort}
                    onClick={sorting?.getToggleSortingHandler()}
                  >
                    {column.header}
                    <SortMark direction={direction} />
                  </button>
                )}
              </div>
            );
          })}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ blockSize: window.height }}>
        {window.items.map((item) => {
          const row = ordered[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`${prefix}-${row.id}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={row.id === active}
              className={classes.row}
              data-clickable={onOpen !== undefined || onSelect !== undefined || undefined}
              data-odd={item.index % 2 === 1 || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setCursor(row.id);
                onSelect?.(row.original);
                onOpen?.(row.original);
              }}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={classes.cell}
                  data-align={column.align}
                >
                  {column.cell === undefined
                    ? column.value(row.original)
                    : column.cell(row.original)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const SORT_WORDS = { asc: 'ascending', desc: 'descending' } as const;

function SortMark({ direction }: { direction: false | 'asc' | 'desc' }) {
  if (direction === false) return <span className={classes.noMark} />;
  const Icon = direction === 'asc' ? IconArrowUp : IconArrowDown;
  return <Icon size={14} stroke={2} aria-hidden="true" />;
}

/** Nothing comes last, numbers by size, text as the language sorts it. */
function compare(a: Value, b: Value, collator: Intl.Collator): number {
  if (a === b) return 0;
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
