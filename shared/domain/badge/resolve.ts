import type { Badge, Revocation } from './types';

/** What a scanned code turns out to be, before the desk asks who the person is. */
export type ScanAnswer =
  | { readonly kind: 'person'; readonly badge: Badge; readonly person: string }
  | {
      readonly kind: 'revoked';
      readonly badge: Badge;
      readonly why: Revocation;
      /** The badge that holds in its place, as far as one is known. */
      readonly successor: Badge | null;
      /** Whose it was, or who wore it last. */
      readonly person: string | null;
    }
  | { readonly kind: 'other-meeting'; readonly badge: Badge; readonly person: string | null }
  /** A floating badge that nobody wears. */
  | { readonly kind: 'not-lent'; readonly badge: Badge }
  | { readonly kind: 'unknown'; readonly code: string };

/** Who wears a badge: whose it is, or to whom it is lent. */
export function bearerOf(badge: Pick<Badge, 'person' | 'lentTo'>): string | null {
  return badge.person ?? badge.lentTo;
}

/** The badge that a personal one is, as long as it holds. */
export function isValidFor(badge: Badge, meeting: string, person: string): boolean {
  return (
    badge.kind === 'personal' &&
    badge.meeting === meeting &&
    badge.person === person &&
    badge.revokedFor === null
  );
}

/**
 * The answer to a code whose check is right. `meeting`: where it was scanned; `badgesByCode`: the
 * badges of every meeting that is known here.
 */
export function resolveScan(
  code: string,
  meeting: string,
  badgesByCode: ReadonlyMap<string, Badge>,
): ScanAnswer {
  const badge = badgesByCode.get(code);
  if (badge === undefined) return { kind: 'unknown', code };
  const person = bearerOf(badge);
  if (badge.meeting !== meeting) return { kind: 'other-meeting', badge, person };
  if (badge.revokedFor !== null) {
    const successor = successorOf(badge, badgesByCode);
    return { kind: 'revoked', badge, why: badge.revokedFor, successor, person };
  }
  return person === null ? { kind: 'not-lent', badge } : { kind: 'person', badge, person };
}

/**
 * The end of the chain of badges that took a badge's place; without one, another badge of the same
 * person that holds: it may have been issued at a desk that did not know of the loss.
 */
function successorOf(badge: Badge, badgesByCode: ReadonlyMap<string, Badge>): Badge | null {
  const byId = new Map<string, Badge>();
  for (const one of badgesByCode.values()) byId.set(one.id, one);
  const seen = new Set([badge.id]);
  let last: Badge | null = null;
  for (let next = badge.successor; next !== null && !seen.has(next);) {
    const found = byId.get(next);
    if (found === undefined) break;
    seen.add(found.id);
    last = found;
    next = found.revokedFor === null ? null : found.successor;
  }
  const { person, meeting } = badge;
  if ((last !== null && last.revokedFor === null) || person === null) return last;
  for (const one of byId.values()) if (isValidFor(one, meeting, person)) return one;
  return last;
}
