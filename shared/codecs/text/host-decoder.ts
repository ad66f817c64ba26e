/**
 * `TextDecoder` belongs to the encoding standard, not to ECMAScript. Every host this program runs
 * in (Chromium, its workers, Node) has it with all legacy encodings, so the part that is used is
 * declared here, once, and `shared/` still needs neither the DOM's nor Node's types.
 */
interface HostDecoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => HostDecoder;

/** The text, or `null` when the bytes are not valid in that encoding. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

/** The text, with U+FFFD for what is not valid in that encoding. */
export function decodeLeniently(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label, { fatal: false, ignoreBOM: true }).decode(bytes);
}
