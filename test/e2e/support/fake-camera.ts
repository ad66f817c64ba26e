import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';
import { chanceOf } from '@shared/domain/sample/chance';

const WIDTH = 640;
const HEIGHT = 480;
/** A printed card in a hand: how bright it is, what lies behind it, and ink, of 255. */
const CARD = 225;
const BEHIND = 70;
const INK = 35;
/** A module is so many pixels wide; the card is held askew by so many radians. */
const MODULE = 7;
const TILT = 0.14;

/**
 * Writes what a camera sees of a printed badge as a video that Chromium can play in its place; it is
 * gone with this process.
 */
export function filmOf(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-camera-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'badge.y4m');
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const frames = [1, 2, 3].map((seed) => frame(code, seed));
  writeFileSync(file, Buffer.concat([header, ...frames]));
  return file;
}

/** One picture: the card turned a little, with the noise of a sensor in indoor light. */
function frame(code: string, seed: number): Buffer {
  const modules = encodeQR(code, 'raw', { ecc: 'quartile', border: 4 });
  const half = (modules.length * MODULE) / 2;
  const chance = chanceOf(seed);
  const [cos, sin] = [Math.cos(TILT), Math.sin(TILT)];
  const luma = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const dx = x - WIDTH / 2;
      const dy = y - HEIGHT / 2;
      const across = cos * dx + sin * dy + half;
      const down = cos * dy - sin * dx + half;
      const isDark = modules[Math.floor(down / MODULE)]?.[Math.floor(across / MODULE)];
      const bright = isDark === undefined ? BEHIND : isDark ? INK : CARD;
      luma[y * WIDTH + x] = bright + chance.below(21) - 10;
    }
  }
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  return Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
}
