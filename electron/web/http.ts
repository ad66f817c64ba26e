import type { IncomingMessage, ServerResponse } from 'node:http';
import { BridgeError, type Failure } from '@shared/contract/failure';
import type { Utf8 } from '@shared/contract/wire';
import { SECURITY_HEADERS } from '../bridge/content-policy';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const utf8: Utf8 = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
};

const STATUS: Readonly<Record<Failure, number>> = {
  'unknown-channel': 404,
  'bad-argument': 400,
  'bad-answer': 500,
  refused: 403,
  'too-large': 413,
  lost: 503,
  locked: 423,
  failed: 500,
};

/** Nothing but the page's own scripts reads these answers, so nothing in them may be shown or run. */
const INERT = { ...SECURITY_HEADERS, 'content-security-policy': "default-src 'none'; sandbox" };

export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...INERT,
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

export function answerJson(response: ServerResponse, value: unknown): void {
  answer(response, 200, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** What a page may hear of a fault: its code and what it says of the caller's own argument. */
export const knownFault = (fault: unknown): BridgeError =>
  fault instanceof BridgeError ? fault : new BridgeError('failed', '');

export function answerFailure(response: ServerResponse, fault: unknown): void {
  const known = knownFault(fault);
  // A body that nobody read would be taken for the next request.
  const headers: Record<string, string> = known.code === 'too-large' ? { connection: 'close' } : {};
  answer(response, STATUS[known.code], 'text/plain; charset=utf-8', known.message, headers);
}

/** The whole body, refused as soon as it is known to exceed `limit` bytes. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new BridgeError('too-large', `more than ${limit} bytes`);
  if (request.headers['content-type'] !== 'application/octet-stream') {
    throw new BridgeError('bad-argument', 'application/octet-stream is expected');
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  const body = new Uint8Array(size);
  let position = 0;
  for (const part of parts) {
    body.set(part, position);
    position += part.byteLength;
  }
  return body;
}
