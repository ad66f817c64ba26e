import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentPolicy, newNonce, NONCE_PLACEHOLDER, SECURITY_HEADERS } from './content-policy';

/** What a page may load, by extension. Anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A file of the built renderer, ready to be answered with, or null. `path` is the undecoded path of a
 * URL, `/` meaning `index.html`. Nothing outside `root` is ever read, links included.
 */
export async function readPageFile(root: string, path: string): Promise<PageFile | null> {
  const relative = safePath(path === '/' ? '/index.html' : path);
  const type = TYPES[extname(relative ?? '')];
  if (relative === null || type === undefined) return null;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, relative));
    if (!file.startsWith(base + sep)) return null;
    return dress(await readFile(file), type, relative);
  } catch {
    return null;
  }
}

function dress(body: Buffer<ArrayBuffer>, type: string, relative: string): PageFile {
  const nonce = newNonce();
  const isPage = type.startsWith('text/html');
  return {
    body: isPage ? Buffer.from(body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)) : body,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': type,
      // Scripts carry it too: a worker's policy is the one its own script came with.
      'content-security-policy': contentPolicy(nonce),
      // The build puts a hash of the content into the names under assets/.
      'cache-control': relative.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-store',
    },
  };
}

/** The relative path that a URL path means, or null when it is no plain path downwards. */
function safePath(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\0\\:%]/.test(decoded)) return null;
  const parts = decoded.slice(1).split('/');
  return parts.some((part) => part === '' || part.startsWith('.')) ? null : parts.join('/');
}
