import type { ChannelName } from '@shared/contract/contract';
import { BridgeError, failureIn } from '@shared/contract/failure';
import type { PreloadBridge } from '@shared/contract/preload';
import { createConnection } from './connection';
import type { Transport } from './transport';

/** Electron's way: the host lives as long as the window does, and opens windows and dialogs itself. */
export function preloadTransport(preload: PreloadBridge): Transport {
  const notHere = (): never => {
    throw new BridgeError('bad-answer', 'the host asked the page for what it does itself');
  };
  return {
    async call(channel, request) {
      try {
        return await functionFor(preload, channel)(request);
      } catch (fault) {
        const text = fault instanceof Error ? fault.message : '';
        throw new BridgeError(failureIn(text), channel);
      }
    },
    listen: (name, heard) => preload.events[name](heard),
    connection: createConnection(),
    page: { open: notHere, pick: notHere, download: notHere, fetch: notHere },
  };
}

function functionFor(
  preload: PreloadBridge,
  channel: ChannelName,
): (request: unknown) => Promise<unknown> {
  const [prefix = '', method = ''] = channel.split('.');
  const groups: Record<string, unknown> = { ...preload };
  const found = (groups[prefix] as Record<string, unknown> | undefined)?.[method];
  if (typeof found !== 'function') throw new BridgeError('unknown-channel', channel);
  return found as (request: unknown) => Promise<unknown>;
}
