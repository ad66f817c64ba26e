import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { Checkbox } from '@mantine/core';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './data-table';
import { withAdded, without, withToggled, type RowSelection } from './row-selection';
import type { SortBy } from './table-memory';
import { tableText, toTsv } from './table-text';
import { useWindowedRows } from './use-windowed-rows';
import classes from './data-table.module.css';

interface TableGridProps<Row> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  sort: readonly SortBy[];
  onSort: (sort: readonly SortBy[]) => void;
  /** Hears of the rows in the order in which they are shown. */
  onOrdered: (rows: readonly Row[]) => void;
  selection: RowSelection | undefined;
  selected: string | null;
  onSelect: ((row: Row) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  height: string | undefined;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Rows that a page-up or page-down key skips. */
const PAGE_ROWS = 12;

type Value = string | number | null;

const NOTHING: ReadonlySet<string> = new Set();

/** The scrolling, sortable, keyboard-driven part of a table. */
export function TableGrid<Row extends object>(props: TableGridProps<Row>) {
  const { label, rows, idOf, columns, selected, onSelect, onOpen, height, selection } = props;
  const { sort, onSort, onOrdered } = props;
  const { t, i18n } = useTranslation('ui');
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

  // The same object as long as nothing changed: another one sorts 20,000 rows again.
  const state = useMemo(() => ({ sorting: [...sort] }), [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: idOf,
    state,
    onSortingChange: (update) => onSort(typeof update === 'function' ? update([...sort]) : update),
    enableMultiSort: true,
  });
  const ordered = table.getRowModel().rows;
  useEffect(() => onOrdered(ordered.map((row) => row.original)), [ordered, onOrdered]);
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
  const mark = (next: ReadonlySet<string>) => selection?.onChange(next);
  const marked = selection?.selected ?? NOTHING;
  /** Goes on; with Shift what is passed is marked as well. */
  const step = (by: 1 | -1, shift: boolean) => {
    const [from, to] = [ordered[activeIndex], ordered[activeIndex + by]];
    if (shift && to !== undefined) mark(withAdded(marked, [...(from ? [from.id] : []), to.id]));
    go(activeIndex + by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (selection !== undefined && event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      mark(
        withAdded(
          marked,
          ordered.map((row) => row.id),
        ),
      );
      return;
    }
    const moves: Record<string, () => void> = {
      ArrowDown: () => step(1, event.shiftKey),
      ArrowUp: () => step(-1, event.shiftKey),
      ...(selection === undefined
        ? {}
        : {
            ' ': () => {
              const row = ordered[activeIndex];
              if (row) mark(withToggled(marked, row.id));
            },
            Escape: () => mark(NOTHING),
          }),
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

  /** What is marked, else the row one is on, as spreadsheets paste it. */
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const chosen =
      marked.size > 0 ? ordered.filter((row) => marked.has(row.id)) : [ordered[activeIndex]];
    const originals = chosen.flatMap((row) => (row === undefined ? [] : [row.original]));
    if (originals.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(tableText(columns, originals)));
  };

  // Where nothing is marked, which is how most tables stand, nobody looks through 20,000 rows.
  const all = marked.size > 0 && ordered.every((row) => marked.has(row.id));
  const some = marked.size > 0 && !all && ordered.some((row) => marked.has(row.id));
  const template = [
    ...(selection === undefined ? [] : ['3rem']),
    ...columns.map((column) => column.width ?? 'minmax(7rem, 1fr)'),
  ].join(' ');
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{
        ...(height !== undefined && { flex: 'none', maxBlockSize: height }),
        '--columns': template,
      }}
      role="grid"
      aria-label={label}
      aria-rowcount={ordered.length + 1}
      aria-colcount={columns.length + (selection === undefined ? 0 : 1)}
      aria-multiselectable={selection === undefined ? undefined : true}
      aria-activedescendant={activeIndex >= 0 ? `${prefix}-${String(active)}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {selection !== undefined && (
            <div role="columnheader" className={classes.headCell}>
              <Checkbox
                size="sm"
                aria-label={t('table.markAll')}
                checked={all}
                indeterminate={some}
                tabIndex={-1}
                onChange={() => {
                  const ids = ordered.map((row) => row.id);
                  mark(all ? without(marked, ids) : withAdded(marked, ids));
                }}
              />
            </div>
          )}
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
                  (column.headerCell ?? column.header)
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
              aria-selected={selection === undefined ? row.id === active : marked.has(row.id)}
              data-active={row.id === active || undefined}
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
              {selection !== undefined && (
                <div
                  role="gridcell"
                  className={classes.cell}
                  onClick={(event) => event.stopPropagation()}
                >
                  <Checkbox
                    size="sm"
                    aria-label={t('table.markOne')}
                    checked={marked.has(row.id)}
                    tabIndex={-1}
                    onChange={() => mark(withToggled(marked, row.id))}
                  />
                </div>
              )}
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
