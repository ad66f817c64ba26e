import { refuse, type Refusal } from '../issue';
import { LIMITS } from '../limits';

/** `params` state what was found and the bound that it passed. */
export type PackageRefusal = 'damaged' | 'zip-bomb' | 'too-many-parts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ZIP64 = 0xffffffff;

/** The end record sits at the end, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/**
 * Reads a package's directory before anything is unpacked. The library never unpacks a part beyond
 * the size that the directory states for it, so bounding the stated sizes bounds what a zip bomb
 * can do; parts that state no size, which would escape that, are refused.
 */
export function checkPackage(bytes: Uint8Array): { readonly ok: true } | Refusal<PackageRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < 22 ? -1 : endOfDirectory(view);
  if (end < 0) return refuse('damaged');
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // Sizes of 64 bits belong to packages of more than 4 GB, which are over every bound here.
  if (parts === 0xffff || at === ZIP64)
    return refuse('too-many-parts', { limit: LIMITS.packageParts });
  if (parts > LIMITS.packageParts)
    return refuse('too-many-parts', { parts, limit: LIMITS.packageParts });

  let unpacked = 0;
  for (let part = 0; part < parts; part++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      return refuse('damaged');
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const sizeless = size === 0 && (packedSize > 2 || (view.getUint16(at + 8, true) & 8) !== 0);
    const isFolder =
      size === 0 && packedSize === 0 && bytes[at + 45 + view.getUint16(at + 28, true)] === 0x2f;
    if (sizeless && !isFolder) return refuse('damaged');
    unpacked += size;
    if (unpacked > LIMITS.unpackedBytes)
      return refuse('zip-bomb', { unpacked, limit: LIMITS.unpackedBytes });
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return { ok: true };
}
