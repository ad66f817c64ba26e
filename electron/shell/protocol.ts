import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from '../bridge/content-policy';
import { readPageFile } from '../bridge/page-files';
import { isOwnUrl, SCHEME } from './origin';

/** Must run before the app is ready. No `bypassCSP`, no CORS, no service workers. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer, and nothing else, on the app's own scheme. */
export function servePages(session: Session, pages: string): void {
  session.protocol.handle(SCHEME, (request) => answerPage(request, pages));
}

/** The path is taken from the text as it was sent: parsing resolves `..`, which is to be refused. */
export async function answerPage(
  request: { readonly method: string; readonly url: string },
  pages: string,
): Promise<Response> {
  const path = /^[^:]+:\/\/[^/?#]*([^?#]*)/.exec(request.url)?.[1] ?? '';
  const found =
    request.method === 'GET' && isOwnUrl(request.url)
      ? await readPageFile(pages, path === '' ? '/' : path)
      : null;
  if (found === null) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
  return new Response(found.body, { status: 200, headers: found.headers });
}
