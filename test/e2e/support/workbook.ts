import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A workbook read without the project's own reader: the parts of the package as ECMA-376 names
 * them, taken apart with nothing but regular expressions. Cells as they are stored, by sheet.
 */
export function unzippedSheets(bytes: Uint8Array): Map<string, string[][]> {
  const parts = unzipSync(bytes);
  const text = (name: string): string => {
    const part = parts[name];
    return part === undefined ? '' : strFromU8(part);
  };
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item = '']) => plain(item),
  );
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [
      entities(attribute(tag, 'name')),
      rowsOf(text(targets.get(attribute(tag, 'r:id')) ?? ''), strings),
    ]),
  );
}

/**
 * A workbook with empty cells of its first sheet filled in (`C8`), as somebody types into them:
 * formats, drop-down lists and hidden sheets stay what they are.
 */
export function filledIn(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const first = 'xl/worksheets/sheet1.xml';
  let sheet = strFromU8(parts[first] ?? new Uint8Array());
  for (const [reference, text] of Object.entries(cells)) {
    const empty = new RegExp(`<c r="${reference}"([^>]*)/>`);
    if (!empty.test(sheet)) throw new Error(`${reference} is no empty cell`);
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    sheet = sheet.replace(
      empty,
      (_, style: string) =>
        `<c r="${reference}"${style} t="inlineStr"><is><t>${escaped}</t></is></c>`,
    );
  }
  return zipSync({ ...parts, [first]: strToU8(sheet) });
}

function rowsOf(sheet: string, strings: readonly string[]): string[][] {
  return [...sheet.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, tag = '', content = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? '';
      const type = attribute(tag, 't');
      const stored = type === 's' ? (strings[Number(value)] ?? '') : entities(value);
      cells[columnOf(attribute(tag, 'r'))] = type === 'inlineStr' ? plain(content) : stored;
    }
    return Array.from(cells, (cell: string | undefined) => cell ?? '');
  });
}

/** `C7` is in column 2. */
function columnOf(reference: string): number {
  const letters = reference.replace(/\d/g, '');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function plain(item: string): string {
  return entities([...item.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, part]) => part).join(''));
}

function entities(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(parseInt(digits, hex === '' ? 10 : 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
