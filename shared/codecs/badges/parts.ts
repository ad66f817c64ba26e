import type { BadgeContent } from './content';
import { drawFrame, drawRect, drawText, sizeOfText, type Pen, type Rect } from './draw';
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
  const heights = {
    given: (height * shares.given) / sum,
    family: (height * shares.family) / sum,
    native: (height * shares.native) / sum,
  };
  const style = (weight: number, share: number, colour: string) => ({
    ...{ weight, largest: Math.min(height * share, width * 0.2), smallest: 1.6, lines: 2 },
    ...{ align, colour },
  });
  const familyBox = { x, y: y + heights.given, width, height: heights.family };
  const familyStyle = style(750, 0.32, INK);
  // The given name is never the larger one, however long the family's is.
  const givenStyle = style(500, 0.25, INK);
  const largest = Math.min(
    givenStyle.largest,
    Math.max(givenStyle.smallest, sizeOfText(pen, familyBox, family, familyStyle)),
  );
  return [
    drawText(pen, { x, y, width, height: heights.given }, given, { ...givenStyle, largest }),
    drawText(pen, familyBox, family, familyStyle),
    drawText(
      pen,
      { x, y: familyBox.y + heights.family, width, height: heights.native },
      native,
      style(400, 0.19, SOFT_INK),
    ),
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
