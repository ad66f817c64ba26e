import { BADGE_FONT, type FontSlice, type LoadedSlice } from '@shared/codecs/badges/fonts';
import { dataUrl } from '../data-url';
import { FONTS } from './table';

/** Fonts of this page by slice: fetched once, and known to the page from then on. */
const loaded = new Map<string, Promise<LoadedSlice>>();

async function fetchSlice(slice: FontSlice): Promise<LoadedSlice> {
  const answer = await fetch(slice.id);
  if (!answer.ok) throw new Error(`${slice.id}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const face = new FontFace(BADGE_FONT, bytes, { weight: '100 900', unicodeRange: slice.range });
  document.fonts.add(await face.load());
  return { ...slice, base64: (await dataUrl(new Blob([bytes]))).replace(/^[^,]*,/, '') };
}

function load(slice: FontSlice): Promise<LoadedSlice> {
  let found = loaded.get(slice.id);
  if (found === undefined) {
    found = fetchSlice(slice);
    found.catch(() => loaded.delete(slice.id));
    loaded.set(slice.id, found);
  }
  return found;
}

export interface FontsOf {
  readonly slices: readonly LoadedSlice[];
  /** Characters that are printed with whatever font the machine has. */
  readonly missing: readonly string[];
}

/** The fonts that texts need, fetched and ready to be measured with. Rejects when one is not there. */
export async function loadFonts(texts: Iterable<string>): Promise<FontsOf> {
  const { slices, missing } = FONTS.choose(texts);
  return { slices: await Promise.all(slices.map(load)), missing };
}
