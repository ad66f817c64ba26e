import type { Encoding } from '@shared/codecs/text/decode';

/** For each 8-bit page the byte of every character it has, from the host's own decoder. */
const pages = new Map<string, ReadonlyMap<string, number>>();

function page(encoding: Encoding): ReadonlyMap<string, number> {
  const known = pages.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(new Uint8Array([byte])), byte);
  pages.set(encoding, table);
  return table;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

/** Text → bytes in any encoding that the program reads; throws when the page lacks a character. */
export function encode(text: string, encoding: Encoding, bom = false): Uint8Array {
  const all = bom ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(all);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return utf16(all, encoding === 'utf-16le');
  const table = page(encoding);
  return Uint8Array.from([...text], (char) => {
    const byte = table.get(char);
    if (byte === undefined) throw new Error(`${encoding} has no ${JSON.stringify(char)}`);
    return byte;
  });
}
