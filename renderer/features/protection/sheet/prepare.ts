import { bridge } from '@renderer/bridge/client';
import { groupsOf, twoOf } from './recovery-code';

/** A code with the two groups of it that have to be typed back. */
export interface Recovery {
  readonly code: string;
  readonly asked: readonly [number, number];
}

/** Asks the host for a new code; nothing is changed by it. @throws when the host does not answer */
export async function prepareRecovery(): Promise<Recovery> {
  const { recovery } = await bridge.protection.prepare();
  const random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  return { code: recovery, asked: twoOf(groupsOf(recovery).length, random) };
}
