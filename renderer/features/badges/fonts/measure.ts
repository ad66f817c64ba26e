import type { Measure } from '@shared/codecs/badges/fit';
import { BADGE_FONTS } from '@shared/codecs/badges/fonts';

/** Large enough that no width is rounded to whole pixels. */
const SIZE = 200;

/** Measures texts with the fonts that `loadFonts` made known to the page. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  let set = 0;
  return (text, weight) => {
    if (set !== weight) {
      context.font = `${weight} ${SIZE}px ${BADGE_FONTS}`;
      context.textRendering = 'geometricPrecision';
      set = weight;
    }
    return context.measureText(text).width / SIZE;
  };
}
