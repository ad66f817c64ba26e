/**
 * Text without case and accents, for filtering what is on the screen. Finding *people* has its own,
 * much richer keys; this only narrows a list that one is looking at.
 */
export function foldForFilter(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
