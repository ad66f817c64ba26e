import * as fs from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@shared/operation/json';
import type { Operation } from '@shared/operation/operation';

/** All bytes of all files below a folder, names of files included. */
export function bytesBelow(folder: string): Buffer {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(
    files.flatMap((file) => [
      Buffer.from(`\n${file.name}\n`),
      fs.readFileSync(join(file.parentPath, file.name)),
    ]),
  );
}

/** Those of the texts that can be read below a folder. */
export function readableIn(folder: string, texts: Iterable<string>): string[] {
  const bytes = bytesBelow(folder);
  return [...texts].filter((text) => bytes.includes(text));
}

/** Every personal text of the operations, each once; but not what sealed bytes could spell by chance. */
export function personalTexts(operations: readonly Operation[]): Set<string> {
  const texts = new Set<string>();
  for (const { sealed } of operations) {
    if (sealed?.text == null) continue;
    const values: unknown = JSON.parse(sealed.text);
    texts.add(canonicalJson(values));
    collect(values, texts);
  }
  return texts;
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string' && value.length > 4) texts.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value)) collect(member, texts);
}
