import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Loopback only: nothing of this server is reachable from another machine. */
export const LOOPBACK = '127.0.0.1';

/** Below the ranges that systems give to outgoing connections, so that it is still free next time. */
const FIRST_PORT = 21_000;
const LAST_PORT = 31_999;
const ATTEMPTS = 50;

export type Listening =
  | { ok: true; port: number; /** The kept port belongs to another program now. */ moved: boolean }
  | { ok: false; reason: 'port-taken' };

/**
 * Listens on the port that was asked for (that one or none; 0 is any), else on the one kept from the
 * last start, else on a new one. The port is part of the origin to which the window's database belongs.
 */
export async function listen(
  server: Server,
  ports: { wanted: number | null; kept: number | null; random: () => number },
): Promise<Listening> {
  const { wanted, kept, random } = ports;
  if (wanted !== null) {
    const port = await tryPort(server, wanted);
    return port === null ? { ok: false, reason: 'port-taken' } : { ok: true, port, moved: false };
  }
  if (kept !== null) {
    const port = await tryPort(server, kept);
    if (port !== null) return { ok: true, port, moved: false };
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const candidate = FIRST_PORT + Math.floor(random() * (LAST_PORT - FIRST_PORT + 1));
    const port = await tryPort(server, candidate);
    if (port !== null) return { ok: true, port, moved: kept !== null };
  }
  return { ok: false, reason: 'port-taken' };
}

function tryPort(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (fault: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (fault.code === 'EADDRINUSE' || fault.code === 'EACCES') resolve(null);
      else reject(fault);
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ host: LOOPBACK, port, exclusive: true });
  });
}
