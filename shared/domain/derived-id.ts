/** One odd multiplier for each 32 bits of the id; any large primes do. */
const LANES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/**
 * The id of a record that exists once for what it is about: two desks that write it down before
 * they exchange write to the same record. A version 8 UUID (RFC 9562, section 5.8) from a hash of
 * the parts; it protects nothing and needs no secret.
 */
export function derivedId(...parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  let hash = text.length;
  const hex = LANES.map((factor) => {
    hash = lane(text, hash, factor);
    return hash.toString(16).padStart(8, '0');
  }).join('');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** Goes on from the lane before, so that texts that meet in one lane part in the next. */
function lane(text: string, seed: number, factor: number): number {
  let hash = seed ^ factor;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), factor);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), LANES[1]);
  return (hash ^ (hash >>> 16)) >>> 0;
}
