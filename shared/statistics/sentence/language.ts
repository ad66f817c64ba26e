import type { Approximate } from './approximate';

/** What the sentence says, before it is put into words. */
export interface Statement {
  readonly subject: Subject;
  readonly attended: Approximate;
  /** Everybody who attended was nominated. */
  readonly nominated: boolean;
  readonly countries: number;
  readonly organizations: number;
}

export type Subject =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'session' }
  /** ISO date. */
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'meetings'; readonly count: number }
  | { readonly kind: 'year'; readonly year: number };

/** Puts a statement into the words of one language, numerals, cases and numbers right. */
export type Wording = (statement: Statement) => string;
