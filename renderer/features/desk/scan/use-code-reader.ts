import { useEffect, useRef, type RefObject } from 'react';
import { readBadgeCode } from '@shared/domain/badge/code';
import { Repeats } from '@shared/domain/badge/repeats';
import { KeptWorker } from '../../../workers/kept-worker';
import type { Scanned } from './scanned';

/** About ten pictures a second are looked at. */
const EVERY_MS = 100;
/** The longer side of what is looked at, in pixels. */
const LONGEST = 960;
/** A code that trembles is not away; after so long without it, it has left the picture. */
const AWAY_MS = 2000;
/** Of what is refused, so much is shown. */
const SHOWN = 40;

/** Reads codes from a video while it has a picture; each once until it has left the picture. */
export function useCodeReader(
  video: RefObject<HTMLVideoElement | null>,
  isOn: boolean,
  onScan: (scanned: Scanned) => void,
): void {
  const heard = useRef(onScan);
  useEffect(() => {
    heard.current = onScan;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const worker = new KeptWorker();
    const canvas = document.createElement('canvas');
    const repeats = new Repeats(AWAY_MS);
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = async () => {
      const began = performance.now();
      const picture = pictureOf(video.current, canvas);
      if (picture !== null) {
        const { width, height, data } = picture;
        const text = await worker.run('readCode', { width, height, data });
        if (!isOver && text !== null && repeats.isNew(text, performance.now())) {
          heard.current(scanOf(text));
        }
      }
      if (!isOver) timer = setTimeout(next, Math.max(0, EVERY_MS - (performance.now() - began)));
    };
    const next = () => {
      look().catch(() => {
        // A picture that could not be looked at is followed by another one.
        if (!isOver) timer = setTimeout(next, EVERY_MS);
      });
    };
    next();
    return () => {
      isOver = true;
      clearTimeout(timer);
      worker.end();
    };
  }, [video, isOn]);
}

function scanOf(text: string): Scanned {
  const read = readBadgeCode(text);
  if (read.ok) return { by: 'camera', ...read };
  return { by: 'camera', ...read, text: text.slice(0, SHOWN) };
}

/** What the video shows now, bounded in size; `null` while it shows nothing. */
function pictureOf(video: HTMLVideoElement | null, canvas: HTMLCanvasElement): ImageData | null {
  if (video === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, LONGEST / Math.max(videoWidth, videoHeight, 1));
  const width = Math.round(videoWidth * scale);
  const height = Math.round(videoHeight * scale);
  if (width === 0 || height === 0) return null;
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(video, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
