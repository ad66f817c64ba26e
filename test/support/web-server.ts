import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouter, type Router } from '@electron/bridge/router';
import { utf8 } from '@electron/web/http';
import { startWebServer, type WebServer } from '@electron/web/server';
import { createWebShell } from '@electron/web/web-shell';
import { decodeFrame, encodeFrame } from '@shared/contract/wire';
import { fakeHost, type FakeHost } from './fake-host';

export const SECRET = 'synthetic-secret-for-tests-not-a-real-one-0';

export interface TestServer {
  readonly server: WebServer;
  readonly host: FakeHost;
  /** The folder that is served; the test may put files into it. */
  readonly pages: string;
  readonly cookie: string;
  readonly origin: string;
  /** Stops serving, as if the host had been killed; `resume` serves again at the same port. */
  stop(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** The real server over a host in memory, on any free port. `around` may hold its answers up. */
export async function startTestServer(
  around: (router: Router) => Router = (router) => router,
): Promise<TestServer> {
  const pages = mkdtempSync(join(tmpdir(), 'rostrum-web-'));
  writeFileSync(join(pages, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">');
  const web = createWebShell({
    now: () => Date.now(),
    printPdf: async () => ({ ok: false, reason: 'no-browser' }),
  });
  const host = fakeHost({ shell: web.shell });
  const serve = async (wanted: number): Promise<WebServer> => {
    const started = await startWebServer({
      router: around(createRouter(host)),
      web,
      pages,
      secret: SECRET,
      ports: { wanted, kept: null },
      random: () => 0,
      now: () => Date.now(),
    });
    if (!started.ok) throw new Error(started.reason);
    return started.server;
  };
  const server = await serve(0);
  let present = server;
  return {
    server,
    host,
    pages,
    cookie: `rostrum-${server.port}=${SECRET}`,
    origin: `http://127.0.0.1:${server.port}`,
    stop: () => present.close(),
    async resume() {
      present = await serve(server.port);
    },
    async close() {
      await present.close();
      rmSync(pages, { recursive: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request with exactly these headers; a `Host` may be invented. */
export function ask(
  port: number,
  options: {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: Uint8Array | string;
  },
): Promise<Answer> {
  const { method = 'GET', path = '/', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

/** A call over the bridge as an honest page makes it. */
export async function call(server: TestServer, channel: string, value: unknown): Promise<unknown> {
  const answer = await ask(server.server.port, {
    method: 'POST',
    path: `/bridge/${channel}`,
    headers: honest(server),
    body: encodeFrame(value, utf8),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body.toString()}`);
  const decoded = decodeFrame(answer.body, utf8);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.value;
}

/** The headers of an honest page's POST. */
export const honest = ({ cookie, origin }: TestServer): Record<string, string> => ({
  cookie,
  origin,
  'content-type': 'application/octet-stream',
});
