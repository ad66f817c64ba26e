import arabic from '@fontsource-variable/noto-sans-arabic/wght.css?inline';
import chinese from '@fontsource-variable/noto-sans-sc/wght.css?inline';
import sans from '@fontsource-variable/noto-sans/wght.css?inline';
import { FontTable, type FontSlice } from '@shared/codecs/badges/fonts';

/** The packages' own rules say which file has which letters; `id` is the file's address. */
function slicesOf(css: string): FontSlice[] {
  const faces = css.matchAll(/url\(["']?([^"')]+)["']?\)[^}]*?unicode-range:\s*([^;}]+)/g);
  return [...faces].map(([, id = '', range = '']) => ({ id, range }));
}

/**
 * The fonts of badges in order of preference: Arabic by the Arabic one, joiners included, everything
 * else by Noto Sans where it has it, and the rest by the Chinese one, which also has kana.
 */
export const FONTS = new FontTable([
  ...slicesOf(arabic).filter(({ id }) => id.includes('arabic-arabic')),
  ...slicesOf(sans),
  ...slicesOf(chinese),
]);
