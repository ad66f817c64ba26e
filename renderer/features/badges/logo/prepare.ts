/** Files that a picture comes as. SVG is not among them: it can carry more than a picture. */
export const LOGO_FILES = ['png', 'jpg', 'jpeg', 'webp'] as const;

/** The largest file that is looked at, bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** Its longer side on paper is 50 mm at most: more than 600 dots an inch is not seen. */
const LONGEST_SIDE = 1200;

export type PreparedLogo =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: 'too-large' | 'not-a-picture' };

/**
 * A picture as it is kept: PNG of a bounded size, drawn anew, so that nothing of the file comes along
 * but what is seen (photographs say where they were taken).
 */
export async function prepareLogo(file: Uint8Array): Promise<PreparedLogo> {
  if (file.byteLength > LARGEST_FILE) return { ok: false, reason: 'too-large' };
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(file)])).catch(() => null);
  if (bitmap === null) return { ok: false, reason: 'not-a-picture' };
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return { ok: false, reason: 'not-a-picture' };
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { ok: true, bytes: new Uint8Array(await png.arrayBuffer()) };
}
