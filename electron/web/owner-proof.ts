import { createHmac, randomBytes } from 'node:crypto';
import { sameText } from './same-text';

/**
 * How a second start of the program proves itself to the first, and the first to the second, without
 * showing the secret: by then another program may sit on the port. Each proof is bound to port and path.
 */
export interface OwnerProof {
  readonly authorization: string;
  /** What the right server answers with. */
  readonly expected: string;
}

const mac = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

const ask = (secret: string, port: number, path: string, nonce: string): string =>
  mac(secret, `ask ${port} ${path} ${nonce}`);
const reply = (secret: string, port: number, path: string, nonce: string): string =>
  mac(secret, `reply ${port} ${path} ${nonce}`);

export function proveOwner(secret: string, port: number, path: string): OwnerProof {
  const nonce = randomBytes(24).toString('base64url');
  return {
    authorization: `Rostrum ${nonce}.${ask(secret, port, path, nonce)}`,
    expected: reply(secret, port, path, nonce),
  };
}

/** The server's proof for a request that comes from the owner; null for any other request. */
export function answerOwnerProof(
  secret: string,
  port: number,
  path: string,
  authorization: string | undefined,
): string | null {
  const given = /^Rostrum ([\w-]{32})\.([\w-]{43})$/.exec(authorization ?? '');
  const [, nonce, proof] = given ?? [];
  if (nonce === undefined || proof === undefined) return null;
  return sameText(proof, ask(secret, port, path, nonce)) ? reply(secret, port, path, nonce) : null;
}
