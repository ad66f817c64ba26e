// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bar of the quality list: what the first page needs, compressed. */
export const FIRST_LOAD_BAR = 400_000;

/**
 * What a browser fetches before the first page is drawn: the entry, its static imports and their
 * styles, each compressed by itself as a server would send it. Lazy chunks and fonts are not in it.
 * @param {import('vite').Rolldown.RolldownOutput['output']} output
 * @param {string} dir where the files were written
 */
export function firstLoad(output, dir) {
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {string} name */
  const visit = (name) => {
    const chunk = chunks.get(name);
    if (chunk === undefined || files.has(name)) return;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const next of chunk.imports) visit(next);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName);
  let gzip = 0;
  for (const name of files) gzip += gzipSync(readFileSync(join(dir, name))).length;
  return { files: [...files].sort(), gzip };
}
