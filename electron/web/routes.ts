import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { BridgeError } from '@shared/contract/failure';
import { MAX_FILE, MAX_MESSAGE } from '@shared/contract/limits';
import { encodeFrame } from '@shared/contract/wire';
import { readPageFile } from '../bridge/page-files';
import type { Router } from '../bridge/router';
import { answerCall } from './answer-call';
import type { EntryKeys } from './entry-keys';
import type { Guard } from './guard';
import { answer, answerFailure, answerJson, readBody, utf8 } from './http';
import { CLEAR_STORAGE, type WebShell } from './web-shell';

export interface RouteOptions {
  readonly guard: Guard;
  readonly keys: EntryKeys;
  readonly router: Router;
  readonly web: WebShell;
  /** The folder of the built renderer. */
  readonly pages: string;
  /** The address that lets one window in. */
  readonly entryUrl: () => string;
}

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What `/health` tells its owner, so that a second start knows the first. */
export const healthSchema = z.object({ proof: z.string(), pid: z.int() });
/** What `/entry` gives its owner: an address for one more window. */
export const entrySchema = z.object({ proof: z.string(), url: z.url() });

const refuse = (): never => {
  throw new BridgeError('refused', 'npm start');
};

/** Every request of the web shell: who is asking first, then what for. Never rejects. */
export function createRoutes(options: RouteOptions): Route {
  const { guard, keys, web } = options;

  const route: Route = async (request, response) => {
    const method = request.method ?? '';
    const target = request.url ?? '';
    const url = URL.canParse(target, 'http://host') ? new URL(target, 'http://host') : refuse();
    const { headers } = request;
    const reads = method === 'GET' || method === 'HEAD';

    if (!reads && method !== 'POST') return refuse();
    if (!guard.admits(headers, !reads)) return refuse();
    const proof = reads ? guard.ownerProof(url.pathname, headers) : null;
    if (proof !== null) {
      answerOwner(url.pathname, proof, response, options);
      return;
    }
    if (method === 'GET' && url.pathname === '/enter') {
      enter(url, request, response, guard, keys);
      return;
    }
    if (!guard.knows(headers)) return refuse();
    if (method === 'POST') return answerPost(url, request, response, options);
    return answerGet(target, url, method, response, options, web);
  };

  return async (request, response) => {
    try {
      await route(request, response);
    } catch (fault) {
      if (response.headersSent) response.destroy();
      else answerFailure(response, fault);
    }
  };
}

function answerOwner(
  path: string,
  proof: string,
  response: ServerResponse,
  options: RouteOptions,
): void {
  switch (path) {
    case '/health': {
      answerJson(response, { proof, pid: process.pid } satisfies z.infer<typeof healthSchema>);
      return;
    }
    case '/entry': {
      answerJson(response, { proof, url: options.entryUrl() } satisfies z.infer<
        typeof entrySchema
      >);
      return;
    }
    default:
      return refuse();
  }
}

/** Trades a one-time key for the cookie. A window that has the cookie already just goes on. */
function enter(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  keys: EntryKeys,
): void {
  const spent = keys.spend(url.searchParams.get('key') ?? '');
  if (!spent && !guard.knows(request.headers)) return refuse();
  answer(response, 303, 'text/plain', '', { location: '/', 'set-cookie': guard.setCookie });
}

async function answerPost(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { router, web }: RouteOptions,
): Promise<void> {
  if (url.pathname === CLEAR_STORAGE) {
    await readBody(request, 0);
    // Databases that other windows still have open go as well; they close first.
    answerFrame(response, encodeFrame({}, utf8), { 'clear-site-data': '"storage"' });
    return;
  }
  if (url.pathname === '/files/hold') {
    refuseLocked(router);
    const name = url.searchParams.get('name') ?? '';
    const size = Number(url.searchParams.get('size'));
    if (name.length > 1000 || !Number.isSafeInteger(size) || size < 0) {
      throw new BridgeError('bad-argument', 'a name and a size are expected');
    }
    const bytes = await readBody(request, MAX_FILE);
    const held = web.hold({ name, size, bytes: size > MAX_FILE ? null : bytes });
    answerFrame(response, encodeFrame(held, utf8));
    return;
  }
  const channel = /^\/bridge\/([A-Za-z.]{1,100})$/.exec(url.pathname)?.[1];
  if (channel === undefined) throw new BridgeError('unknown-channel', 'there is no such channel');
  const frame = await readBody(request, MAX_MESSAGE);
  answerFrame(response, await answerCall(router, channel, frame));
}

function answerFrame(
  response: ServerResponse,
  frame: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  answer(response, 200, 'application/octet-stream', frame, headers);
}

/** The doors beside the bridge are locked with it: files that come and go hold names. */
function refuseLocked(router: Router): void {
  if (!router.isOpen()) throw new BridgeError('locked', 'the desk is locked');
}

async function answerGet(
  target: string,
  url: URL,
  method: string,
  response: ServerResponse,
  options: RouteOptions,
  web: WebShell,
): Promise<void> {
  const token = /^\/files\/([A-Za-z0-9_-]+)$/.exec(url.pathname)?.[1];
  if (token !== undefined) {
    refuseLocked(options.router);
    const file = method === 'GET' ? web.claim(token) : null;
    if (file === null) {
      answer(response, 404, 'text/plain', '');
      return;
    }
    answer(response, 200, 'application/octet-stream', file.bytes, {
      'content-disposition': attachment(file.name),
    });
    return;
  }
  // The path as it was sent: parsing a URL resolves `..`, and such a path is refused, not repaired.
  const found = await readPageFile(options.pages, target.replace(/[?#].*$/s, ''));
  if (found === null) {
    // Browsers ask for it unasked; a page without one is no error.
    const status = url.pathname === '/favicon.ico' ? 204 : 404;
    answer(response, status, 'text/plain', '');
    return;
  }
  response.writeHead(200, { ...found.headers, 'content-length': found.body.byteLength });
  response.end(method === 'HEAD' ? undefined : found.body);
}

/** RFC 6266 with the extended notation of RFC 8187 for names beyond ASCII. */
function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
