import type { AnswerOf } from '@shared/contract/contract';
import { MAX_FILE } from '@shared/contract/limits';
import { createFileTokens } from '../bridge/file-tokens';
import type { Shell } from '../bridge/shell-port';

/** Unclaimed files together, in bytes: a handful of the largest. */
const CAPACITY = 4 * MAX_FILE;

/** Where a page has its browser remove what it keeps for this origin. */
export const CLEAR_STORAGE = '/storage/clear';

export interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The web shell and the two doors beside the bridge through which files come and go. */
export interface WebShell {
  readonly shell: Shell;
  /** Keeps a file that the user picked in the page; null bytes say that it is too large. */
  hold(file: { name: string; size: number; bytes: Uint8Array<ArrayBuffer> | null }): {
    token: string;
    name: string;
    size: number;
  };
  /** A file that the page may download, once. */
  claim(token: string): HeldFile | null;
}

type Incoming = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | null };

/** Windows and dialogs are the browser's: the host only says what to open and keeps the bytes between. */
export function createWebShell(options: {
  now: () => number;
  printPdf: (html: string) => Promise<AnswerOf<'print.pdf'>>;
}): WebShell {
  const incoming = createFileTokens<Incoming>({
    now: options.now,
    weight: ({ bytes }) => bytes?.byteLength ?? 0,
    capacity: CAPACITY,
  });
  const outgoing = createFileTokens<HeldFile>({
    now: options.now,
    weight: ({ bytes }) => bytes.byteLength,
    capacity: CAPACITY,
  });

  return {
    shell: {
      kind: 'web',
      openWindow: async ({ route }) => ({ ok: true, open: `/#${route}` }),
      chooseFiles: async () => ({ files: [], pick: true }),
      async readFile(token) {
        const file = incoming.take(token);
        if (file === null) return { ok: false, reason: 'unknown-token' };
        if (file.bytes === null) return { ok: false, reason: 'too-large' };
        return { ok: true, bytes: file.bytes, name: file.name };
      },
      async saveFile({ name, bytes }) {
        const token = outgoing.issue({ name, bytes });
        return { ok: true, saved: true, name, download: `/files/${token}` };
      },
      clearStorage: async () => ({ fetch: CLEAR_STORAGE }),
      printPdf: options.printPdf,
    },
    hold: ({ name, size, bytes }) => ({ token: incoming.issue({ name, bytes }), name, size }),
    claim: (token) => outgoing.take(token),
  };
}
