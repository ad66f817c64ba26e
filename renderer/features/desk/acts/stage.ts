import type { KeyboardEvent } from 'react';
import type { Badge } from '@shared/domain/badge/types';
import type { Session } from '@shared/domain/meeting/types';

/** What fills the middle of the desk besides results and answers. Never a dialog: a scan goes on. */
export type Stage =
  | { readonly kind: 'desk' }
  /** `lend`: a floating badge of theirs that somebody is to wear. */
  | { readonly kind: 'delegation'; readonly party: string; readonly lend: Badge | null }
  | { readonly kind: 'roll-call'; readonly session: Session }
  | { readonly kind: 'close-out'; readonly session: Session }
  /** `person`: somebody who is known from earlier meetings. */
  | { readonly kind: 'walk-in'; readonly name: string; readonly person: string | null }
  | { readonly kind: 'substitute'; readonly nomination: string }
  | { readonly kind: 'record'; readonly person: string };

export const AT_DESK: Stage = { kind: 'desk' };

/** A stage with fields of its own: what is typed there outlasts a scan and a search. */
export function isForm({ kind }: Stage): boolean {
  return kind === 'walk-in' || kind === 'substitute' || kind === 'record';
}

/**
 * Keys that the box passes on while it is empty, because it always has the focus. Returns whether
 * the key was meant for the stage.
 */
export type StageKeys = (event: KeyboardEvent<HTMLInputElement>) => boolean;
