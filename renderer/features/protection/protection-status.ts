import { useSyncExternalStore } from 'react';
import type { ProtectionStatus } from '@shared/contract/protection';
import { bridge } from '@renderer/bridge/client';

type KnownStatus =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly value: ProtectionStatus };

const LOADING = { state: 'loading' } as const satisfies KnownStatus;

const listeners = new Set<() => void>();
let known: KnownStatus = LOADING;
let asked = 0;
let stops: readonly (() => void)[] = [];

function tell(next: KnownStatus): void {
  known = next;
  for (const listener of [...listeners]) listener();
}

/** Asks the host anew; of several questions the last one counts. */
export async function refreshProtection(): Promise<void> {
  asked += 1;
  const question = asked;
  try {
    const value = await bridge.protection.status();
    if (question === asked) tell({ state: 'ready', value });
  } catch (error) {
    // What was known stays: the connection's own mark says that the host is away.
    if (question === asked && known.state !== 'ready') {
      tell({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) begin();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) end();
  };
}

function begin(): void {
  const again = () => void refreshProtection();
  stops = [
    bridge.on('protection.changed', again),
    bridge.connection.subscribe(() => {
      if (bridge.connection.current() === 'connected') again();
    }),
  ];
  again();
}

/** Nobody looks any more: what was known grows old. */
function end(): void {
  for (const stop of stops) stop();
  stops = [];
  asked += 1;
  known = LOADING;
}

/** How this desk is protected: one question for the whole window, asked again at every change. */
export function useProtectionStatus(): KnownStatus {
  return useSyncExternalStore(subscribe, () => known);
}
