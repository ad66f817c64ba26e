import { useEffect, useRef } from 'react';
import { listenToWedge } from './listen-to-wedge';
import type { Scanned } from './scanned';

/** Hears keyboard-wedge scanners anywhere in the window while the page is shown. */
export function useWedge(onScan: (scanned: Scanned) => void): void {
  const heard = useRef(onScan);
  useEffect(() => {
    heard.current = onScan;
  });
  useEffect(() => listenToWedge((scan) => heard.current({ by: 'wedge', ...scan })), []);
}
