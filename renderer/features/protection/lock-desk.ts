import { bridge } from '@renderer/bridge/client';

/** Locks every window of this desk. `false`: it is as open as before. */
export async function lockDesk(): Promise<boolean> {
  try {
    return (await bridge.protection.lock()).ok;
  } catch {
    return false;
  }
}
