import type { Session } from '../meeting/types';
import type { Scope } from './types';

/** What the registrar has the desk record: a sitting, a whole day, or the registration alone. */
export type Recorded =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'reception' };

/** Recorded for a session that is meant, or for reception alone before there is any. */
export function recordedFor(session: Session | null): Recorded {
  return session === null ? { kind: 'reception' } : { kind: 'session', session };
}

/** The scope that is meant, besides reception. */
export function scopeOf(recorded: Recorded): Scope {
  switch (recorded.kind) {
    case 'session':
      return `session:${recorded.session.id}`;
    case 'day':
      return `day:${recorded.date}`;
    case 'reception':
      return 'reception';
  }
}

/** Scopes that an arrival at the desk is recorded in: reception, and what is meant, the narrowest last. */
export function arrivalScopes(recorded: Recorded): Scope[] {
  return recorded.kind === 'reception' ? ['reception'] : ['reception', scopeOf(recorded)];
}
