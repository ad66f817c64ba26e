import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { textsChannels } from '@shared/contract/texts';
import type { Cipher } from '../register/cipher';
import { replaceDurably, syncFolder, writeAll } from '../register/durable';
import type { KeptText, TextsPort } from './host';

const CONTEXT = 'texts';
const schema = textsChannels['texts.kept'].response;

/**
 * Texts that are being typed while their page throws its database away: one small file, sealed, there
 * as a whole or not at all.
 */
export function openTexts(options: {
  file: string;
  cipher: Cipher;
  log: (message: string) => void;
}): TextsPort {
  const { file, cipher, log } = options;
  // What a start that was killed left half-written.
  rmSync(beside(file), { force: true });
  const kept = (): KeptText[] => {
    if (!existsSync(file)) return [];
    const texts = read(file, cipher);
    if (texts === null) log('the texts that were kept for a page cannot be read');
    return texts ?? [];
  };
  return {
    kept,
    keep(texts) {
      // Several windows may hand over the same text; the one typed last is the one that counts.
      const byKey = new Map(kept().map((text) => [text.key, text]));
      for (const text of texts) {
        if ((byKey.get(text.key)?.at ?? -Infinity) <= text.at) byKey.set(text.key, text);
      }
      write(file, cipher, [...byKey.values()]);
    },
    drop() {
      rmSync(file, { force: true });
      syncFolder(dirname(file));
    },
  };
}

/** Seals the file anew; one that was sealed with `to` already, before a crash, stays as it is. */
export function resealTexts(file: string, from: Cipher, to: Cipher): void {
  if (!existsSync(file) || read(file, to) !== null) return;
  const texts = read(file, from);
  // What neither opens is of no use to anybody, and nobody can tell what is in it.
  if (texts === null) rmSync(file, { force: true });
  else write(file, to, texts);
}

function read(file: string, cipher: Cipher): KeptText[] | null {
  try {
    const text = new TextDecoder().decode(cipher.open(readFileSync(file), CONTEXT));
    return schema.parse(JSON.parse(text)).texts;
  } catch {
    return null;
  }
}

function write(file: string, cipher: Cipher, texts: readonly KeptText[]): void {
  const bytes = cipher.seal(new TextEncoder().encode(JSON.stringify({ texts })), CONTEXT);
  const fd = openSync(beside(file), 'w', 0o600);
  try {
    writeAll(fd, bytes, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  replaceDurably(beside(file), file);
}

const beside = (file: string): string => `${file}.new`;
