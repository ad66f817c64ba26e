import '@shared/contract/without-eval';
import type { PreloadBridge } from '@shared/contract/preload';
import { createBridge } from './bridge';
import { preloadTransport } from './preload-transport';
import { webTransport } from './web-transport';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly rostrum?: PreloadBridge;
  }
}

/** The one way to the host. Nothing else in the renderer knows which shell it is in. */
export const bridge = createBridge(
  window.rostrum === undefined ? webTransport(window) : preloadTransport(window.rostrum),
);

export type { Bridge, OpenWindowAnswer, SaveAnswer } from './bridge';
export type { Connection, ConnectionSource } from './connection';
export { BridgeError } from '@shared/contract/failure';
