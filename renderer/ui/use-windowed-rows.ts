import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useState, type RefObject } from 'react';

/** Height of a row when nothing is laid out yet, CSS pixels. */
const ROW_PX = 41.25;

interface Windowed {
  /** Height of all rows together, px. */
  readonly height: number;
  readonly items: readonly { readonly index: number; readonly start: number }[];
  readonly scrollTo: (index: number) => void;
}

/** Which rows of a long list are to be drawn now. All rows are equally high. */
export function useWindowedRows(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
): Windowed {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: 12,
    // Where nothing is laid out (yet) the first screenful is drawn all the same.
    initialRect: { width: 1200, height: 800 },
    // The sticky head covers the first row's height.
    scrollPaddingStart: rowHeight(),
    onChange: redraw,
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => {
    virtual._willUpdate();
  });
  return {
    height: virtual.getTotalSize(),
    items: virtual.getVirtualItems(),
    scrollTo: (index) => {
      virtual.scrollToIndex(index);
    },
  };
}

/** `--row-height` (2.75rem) at the font size that the reader has chosen. */
function rowHeight(): number {
  const fontSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(fontSize) && fontSize > 0 ? fontSize * 2.75 : ROW_PX;
}
