import { createServer } from 'node:http';
import type { Router } from '../bridge/router';
import { createEntryKeys } from './entry-keys';
import { attachEvents } from './event-hub';
import { createGuard } from './guard';
import { listen, LOOPBACK } from './listen';
import { createRoutes, type Route } from './routes';
import type { WebShell } from './web-shell';

export interface WebServer {
  readonly port: number;
  /** The kept port was taken by another program; this one is new. */
  readonly moved: boolean;
  /** A fresh address that lets one window in, once. */
  entryUrl(): string;
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 10 * 60_000;

/** Serves the built renderer and the bridge on loopback. */
export async function startWebServer(options: {
  router: Router;
  web: WebShell;
  pages: string;
  secret: string;
  ports: { wanted: number | null; kept: number | null };
  random: () => number;
  now: () => number;
}): Promise<{ ok: true; server: WebServer } | { ok: false; reason: 'port-taken' }> {
  const { router, web, pages, secret, ports, random, now } = options;
  // The guard needs the port, which is known only when the server listens; until then nobody is let in.
  let route: Route = async (_, response) => void response.writeHead(503).end();
  const http = createServer((request, response) => void route(request, response));
  // A window may rest for minutes; its next call should find its connection still there.
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  const listening = await listen(http, { ...ports, random });
  if (!listening.ok) return listening;

  const { port, moved } = listening;
  const guard = createGuard({ port, secret });
  const keys = createEntryKeys(now);
  const entryUrl = (): string => `http://${LOOPBACK}:${port}/enter?key=${keys.issue()}`;
  route = createRoutes({ guard, keys, router, web, pages, entryUrl });
  const events = attachEvents({ server: http, guard, router });

  return {
    ok: true,
    server: {
      port,
      moved,
      entryUrl,
      async close() {
        events.close();
        const closed = new Promise<void>((resolve) => http.close(() => resolve()));
        http.closeIdleConnections();
        http.closeAllConnections();
        await closed;
      },
    },
  };
}
