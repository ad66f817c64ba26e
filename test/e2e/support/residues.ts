import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Which of these texts stand readable in any file below a folder, in the encodings that this program,
 * SQLite, LevelDB and V8 write: `file: text`. Files that vanish while one looks are gone.
 */
export async function residues(folder: string, texts: readonly string[]): Promise<string[]> {
  const wanted = texts.flatMap((text) =>
    (['utf8', 'utf16le', 'latin1'] as const).map((encoding) => ({
      text,
      bytes: Buffer.from(text, encoding),
    })),
  );
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    for (const { text, bytes } of wanted) {
      if (content.includes(bytes)) found.add(`${relative(folder, path)}: ${text}`);
    }
  }
  return [...found].sort();
}
