export { CameraPanel } from './camera-panel';
export { KeptScans } from './kept-scans';
export type { Scanned } from './scanned';
export { useCodePaste } from './use-code-paste';
export { useScanDesk, type ScanDesk } from './use-scan-desk';
export { useWedge } from './use-wedge';
