import { hash, randomBytes } from 'node:crypto';

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text);

/** SHA-256 of bytes, as lower-case hexadecimal. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes);

const SALT = 16;
/** Random bytes for the next salts: asking for a few at a time takes longer than all the rest. */
let ahead = Buffer.alloc(0);

/** 16 random bytes in Base64, each handed out once and not kept. */
export function newSalt(): string {
  if (ahead.length < SALT) ahead = randomBytes(SALT * 256);
  const salt = ahead.subarray(0, SALT).toString('base64');
  ahead.fill(0, 0, SALT);
  ahead = ahead.subarray(SALT);
  return salt;
}
