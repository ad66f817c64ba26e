import type { ChannelName, EventName } from '@shared/contract/contract';
import type { ConnectionSource } from './connection';

/**
 * A way to the host. What it hands back is not yet believed: `bridge.ts` parses it. Rejects with
 * `BridgeError`.
 */
export interface Transport {
  call(channel: ChannelName, request: unknown): Promise<unknown>;
  listen(name: EventName, heard: (value: unknown) => void): () => void;
  readonly connection: ConnectionSource;
  /** What a page must do itself where the host has no windows or dialogs of its own. */
  readonly page: PageDuties;
}

export interface PageDuties {
  /** Opens a path of this origin in a new window; false when the browser blocked it. */
  open(path: string): boolean;
  /** Lets the user pick files and hands them to the host; nothing picked is an empty list. */
  pick(request: { accept: string[]; multiple: boolean }): Promise<unknown>;
  /** Downloads a path of this origin under a name. */
  download(path: string, name: string): void;
  /** Fetches a path of this origin for what the answer's headers make the browser do. */
  fetch(path: string): Promise<void>;
}
