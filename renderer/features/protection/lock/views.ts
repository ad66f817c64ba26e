import type { ProtectionStatus } from '@shared/contract/protection';

type Plain = 'operators' | 'passphrase' | 'recovery' | 'key-store';

/** What the lock screen asks for. */
export type View =
  | { readonly kind: 'operators' }
  | { readonly kind: Exclude<Plain, 'operators'> }
  | { readonly kind: 'pin'; readonly operator: string };

/** The ways that are open, the handiest first. */
export function viewsOf({ lock, operators, ways, keyStore }: ProtectionStatus): Plain[] {
  const views: Plain[] = [];
  if (lock === 'screen' && operators.length > 0) views.push('operators');
  if (ways.passphrase) views.push('passphrase');
  // One that refused once may have been locked itself, and open by now.
  if (ways.keyStore && (keyStore === 'available' || keyStore === 'refused')) {
    if (keyStore === 'available' && !ways.passphrase) views.unshift('key-store');
    else views.push('key-store');
  }
  if (ways.recovery) views.push('recovery');
  return views;
}

/** Where the lock screen begins; a single operator need not choose. */
export function firstView(status: ProtectionStatus): View {
  const [first = 'passphrase'] = viewsOf(status);
  const [only, ...more] = status.operators;
  return first === 'operators' && only !== undefined && more.length === 0
    ? { kind: 'pin', operator: only.id }
    : { kind: first };
}
