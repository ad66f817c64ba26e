import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import type { Stamped } from '@shared/operation/operation';
import { useWindowedRows } from '../../../ui/use-windowed-rows';
import type { Histories } from '../histories';
import { PAGE, type JournalPages, type JournalView } from '../journal-pages';
import type { PageStyle } from '../use-style';
import classes from '../journal.module.css';
import { JournalCells } from './journal-row';

interface Props {
  readonly pages: JournalPages;
  readonly view: JournalView;
  readonly style: PageStyle;
  readonly histories: Histories;
  /** The operation whose details are shown. */
  readonly open: Stamped | null;
  readonly onOpen: (stamped: Stamped) => void;
  readonly onClose: () => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** How many rows a page-up or page-down key skips. */
const PAGE_ROWS = 12;
/** Earlier operations are read when so few are left below. */
const AHEAD = 60;
/** Further down than this, px, one is reading something. */
const TOP_PX = 8;

/** The journal, newest first, as far down as somebody scrolls. */
export function JournalList(props: Props) {
  const { pages, view, style, histories, open, onOpen, onClose, scroller } = props;
  const { t, i18n } = useTranslation('journal');
  const prefix = useId();
  const { operations } = view;
  const [cursor, setCursor] = useState<number | null>(null);
  const [atTop, setAtTop] = useState(true);
  const active = cursor ?? open?.n ?? null;
  const activeIndex = active === null ? -1 : placeOf(operations, active);
  const rows = useWindowedRows(scroller, operations.length);
  const last = rows.items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= operations.length - AHEAD && view.earlier === 'idle') void pages.readEarlier();
  }, [last, operations.length, view.earlier, pages]);
  useEffect(() => {
    pages.follow(atTop && active === null);
  }, [pages, atTop, active]);

  const go = (index: number) => {
    const place = Math.max(0, Math.min(index, operations.length - 1));
    const stamped = operations[place];
    if (stamped === undefined) return;
    setCursor(stamped.n);
    rows.scrollTo(place);
    if (open !== null) onOpen(stamped);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(activeIndex + 1),
      ArrowUp: () => go(activeIndex - 1),
      PageDown: () => go(activeIndex + PAGE_ROWS),
      PageUp: () => go(activeIndex - PAGE_ROWS),
      Home: () => go(0),
      End: () => go(operations.length - 1),
      Enter: () => {
        const stamped = operations[activeIndex];
        if (stamped !== undefined) onOpen(stamped);
      },
      Escape: () => {
        if (open !== null) onClose();
        else setCursor(null);
      },
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  const showNewer = () => {
    pages.showNewer();
    scroller.current?.scrollTo({ top: 0 });
    scroller.current?.focus();
  };
  return (
    <div className={classes.listFrame}>
      {view.newer > 0 && (
        <Button
          className={classes.newer}
          size="compact-sm"
          leftSection={<IconArrowUp size={14} aria-hidden="true" />}
          onClick={showNewer}
        >
          {view.newerMany
            ? t('newerMany', { number: formatNumber(PAGE, i18n.language) })
            : t('newer', { count: view.newer, number: formatNumber(view.newer, i18n.language) })}
        </Button>
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label={t('list')}
        aria-rowcount={view.more ? -1 : operations.length + 1}
        aria-colcount={5}
        aria-activedescendant={activeIndex >= 0 ? `${prefix}-${String(active)}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => setAtTop(event.currentTarget.scrollTop <= TOP_PX)}
      >
        <Head />
        <div role="rowgroup" className={classes.body} style={{ blockSize: rows.height }}>
          {rows.items.map(({ index, start }) => {
            const stamped = operations[index];
            if (stamped === undefined) return null;
            return (
              <div
                key={stamped.n}
                id={`${prefix}-${String(stamped.n)}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={stamped.n === active}
                data-void={stamped.void}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setCursor(stamped.n);
                  onOpen(stamped);
                }}
              >
                <JournalCells stamped={stamped} style={style} histories={histories} />
              </div>
            );
          })}
        </div>
      </div>
      <Earlier view={view} onAgain={() => void pages.readEarlier()} />
    </div>
  );
}

function Head() {
  const { t } = useTranslation('journal');
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        {(['time', 'what', 'about', 'operator', 'desk'] as const).map((column) => (
          <div
            key={column}
            role="columnheader"
            className={classes.cell}
            data-side={column === 'operator' || column === 'desk' || undefined}
          >
            {t(`column.${column}`)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** How the reading of earlier operations goes. */
function Earlier({ view, onAgain }: { readonly view: JournalView; readonly onAgain: () => void }) {
  const { t } = useTranslation(['journal', 'ui']);
  if (view.earlier === 'idle') return null;
  return (
    <div className={classes.earlier} role="status">
      {view.earlier === 'reading' ? t('journal:more') : t('journal:moreFailed')}
      {view.earlier === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {t('ui:failed.retry')}
        </Button>
      )}
    </div>
  );
}

/** Where an operation stands in the list (sorted by `n`, greatest first); -1 when it is not in it. */
function placeOf(operations: readonly Stamped[], n: number): number {
  let [low, high] = [0, operations.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = operations[middle]?.n ?? 0;
    if (found === n) return middle;
    if (found > n) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
