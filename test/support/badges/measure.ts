import type { Measure } from '@shared/codecs/badges/fit';

/** About as wide as letters are, without a font: Chinese ones are squares, bold ones wider. */
export const roughly: Measure = (text, weight) => {
  let width = 0;
  for (const letter of text) width += /\p{Script=Han}/u.test(letter) ? 1 : 0.55;
  return width * (1 + (weight - 400) / 4000);
};
