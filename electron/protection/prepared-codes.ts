import { newRecoverySecret, readRecoveryCode, writeRecoveryCode } from './recovery-code';

/** Several windows may each have a sheet in the making; older ones are printed anew. */
const KEPT = 4;

/** Recovery codes that were made for a sheet, until one of them is taken into use. */
export interface PreparedCodes {
  prepare(): string;
  /** The secret of a code that was prepared here, else null: no other may be set up. */
  find(code: string): Uint8Array | null;
  /** Forgets them all. */
  wipe(): void;
}

export function prepareCodes(): PreparedCodes {
  const secrets: Uint8Array[] = [];
  return {
    prepare: () => {
      const secret = newRecoverySecret();
      secrets.push(secret);
      if (secrets.length > KEPT) secrets.shift()?.fill(0);
      return writeRecoveryCode(secret);
    },
    find: (code) => {
      const given = readRecoveryCode(code);
      if (given === null) return null;
      return secrets.some((secret) => Buffer.from(secret).equals(given)) ? given : null;
    },
    wipe: () => {
      for (const secret of secrets.splice(0)) secret.fill(0);
    },
  };
}
