import type { BadgeContent } from './content';
import { drawFrame, drawRect, drawText, type Pen, type Rect } from './draw';
import { COLOURS, INK, SOFT_INK } from './palette';

/** Given name, family name and the name in its own script, in the middle under one another. */
export function names(
  pen: Pen,
  { given, family, native }: BadgeContent,
  { x, y, width, height }: Rect,
  align: 'start' | 'middle' = 'middle',
): string {
  const shares = {
    given: given === '' ? 0 : 0.3,
    family: given === '' ? 0.62 : 0.42,
    native: native === '' ? 0 : 0.28,
  };
  const sum = shares.given + shares.family + shares.native;
  let at = y;
  const part = (text: string, share: number, weight: number, cap: number, colour: string) => {
    if (share === 0) return '';
    const room = (height * share) / sum;
    const rect = { x, y: at, width, height: room };
    at += room;
    const largest = Math.min(height * cap, width * 0.2);
    return drawText(pen, rect, text, {
      ...{ weight, largest, smallest: 1.6, lines: 2, align, colour },
    });
  };
  return [
    part(given, shares.given, 500, 0.25, INK),
    part(family, shares.family, 750, 0.32, INK),
    part(native, shares.native, 400, 0.19, SOFT_INK),
  ].join('');
}

/** The party's code in a quiet frame: no picture of a flag is ever wrong, or missing. */
export function acronym(pen: Pen, code: string, rect: Rect): string {
  const inset = Math.min(rect.width, rect.height) * 0.1;
  const inside = {
    x: rect.x + inset,
    y: rect.y + inset,
    width: rect.width - 2 * inset,
    height: rect.height - 2 * inset,
  };
  return (
    drawFrame(rect, SOFT_INK, 0.35, Math.min(2, inset)) +
    drawText(pen, inside, code, {
      ...{ weight: 700, largest: rect.height * 0.5, smallest: 1.2, lines: 1, align: 'middle' },
    })
  );
}

/** The capacity: a colour, and always the word. */
export function bar(pen: Pen, { colouring, capacity }: BadgeContent, rect: Rect): string {
  const inset = rect.height * 0.35;
  const inside = { ...rect, x: rect.x + inset, width: rect.width - 2 * inset };
  return (
    drawRect(rect, COLOURS[colouring], Math.min(1.5, rect.height * 0.2)) +
    drawText(pen, inside, capacity, {
      ...{ weight: 700, largest: rect.height * 0.52, smallest: 1.4, lines: 1 },
      ...{ align: 'middle', colour: '#ffffff' },
    })
  );
}
