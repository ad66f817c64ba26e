import { bridge } from '../../../bridge/client';

/** The register's life, by which the log names the desk; `null`: it did not answer. */
export async function badgeDesk(): Promise<string | null> {
  const status = await bridge.register.status().catch(() => null);
  return status?.life ?? null;
}
