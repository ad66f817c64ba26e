import { hash, randomBytes } from 'node:crypto';

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text);

/** SHA-256 of bytes, as lower-case hexadecimal. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes);

/** 16 random bytes in Base64. */
export const newSalt = (): string => randomBytes(16).toString('base64');
