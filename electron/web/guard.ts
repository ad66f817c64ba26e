import type { IncomingHttpHeaders } from 'node:http';
import { answerOwnerProof } from './owner-proof';
import { sameText } from './same-text';

/** What the loopback server checks of a request before it looks at anything else. */
export interface Guard {
  /**
   * `Host` is exactly this server (a foreign name that resolves to loopback is not), and the request
   * does not come from another site. `strict` wants the `Origin` header: for everything that changes
   * something, and for WebSockets, which no same-origin policy protects.
   */
  admits(headers: IncomingHttpHeaders, strict: boolean): boolean;
  /** The request carries this server's cookie. */
  knows(headers: IncomingHttpHeaders): boolean;
  /** The proof to answer another start of the program by the same user with; null for anybody else. */
  ownerProof(path: string, headers: IncomingHttpHeaders): string | null;
  /** The header that gives a window the cookie. */
  readonly setCookie: string;
}

/** A year: the private browser profile keeps it from start to start, as the profile keeps the secret. */
const COOKIE_SECONDS = 365 * 24 * 3600;

export function createGuard(options: { port: number; secret: string }): Guard {
  const { port, secret } = options;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Cookies do not know ports: the name keeps two desks on one machine apart.
  const cookieName = `rostrum-${port}`;

  return {
    admits(headers, strict) {
      const { host, origin } = headers;
      if (host === undefined || !hosts.includes(host)) return false;
      const site = headers['sec-fetch-site'];
      // `same-site` is another port of this machine: its pages are foreign, though they share cookies.
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
      return origin === undefined ? !strict : origin === `http://${host}`;
    },
    knows: ({ cookie }) => sameText(readCookie(cookie ?? '', cookieName), secret),
    ownerProof: (path, { authorization }) => answerOwnerProof(secret, port, path, authorization),
    setCookie: `${cookieName}=${secret}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Strict`,
  };
}

function readCookie(header: string, name: string): string {
  for (const part of header.split(';')) {
    const [key = '', ...value] = part.split('=');
    if (key.trim() === name) return value.join('=').trim();
  }
  return '';
}
