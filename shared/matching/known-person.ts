import type { Agreement } from './name-agreement';

/** A person as a login is compared with them. */
export interface KnownPerson {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly full: string;
  readonly native: string;
  readonly emails: readonly string[];
  /** Display names that a human confirmed to be this person. */
  readonly aliases: readonly string[];
  /** Code of the party of the person's delegation. */
  readonly party: string | null;
  readonly institution: string;
  /** Display names of logins that were linked to them before, and at which meeting. */
  readonly seen?: readonly { readonly name: string; readonly meeting: string }[];
}

/** One observation for or, as `other-delegation`, against a suggestion; shown to who decides. */
export type Evidence =
  | { readonly kind: 'name-part'; readonly part: string; readonly how: Agreement }
  | { readonly kind: 'email-name'; readonly part: string; readonly how: Agreement }
  /** Alone enough for a link; met as a suggestion where it was found after the import. */
  | { readonly kind: 'same-email' }
  | { readonly kind: 'known-name' }
  | { readonly kind: 'shared-email' }
  | { readonly kind: 'shared-alias' }
  /** A confirmed name that somebody else of the meeting has too. */
  | { readonly kind: 'namesake' }
  | { readonly kind: 'seen-before'; readonly meeting: string; readonly times: number }
  | { readonly kind: 'delegation'; readonly party: string }
  | { readonly kind: 'other-delegation'; readonly party: string }
  | { readonly kind: 'institution'; readonly institution: string }
  | { readonly kind: 'email-domain'; readonly domain: string }
  /** The domain of other people of the person's institution. */
  | { readonly kind: 'institution-domain'; readonly domain: string };

export interface Candidate {
  readonly person: string;
  /** 0 to 1, for the order only: no score links anybody. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/**
 * How much of the display name is the person's: `whole`: every word is the same as a part of it;
 * `loose`: every word may be, spelled otherwise; `part`: there are words that are something else.
 */
export type Fit = 'whole' | 'loose' | 'part';

/** A candidate with what decides whether they are certain enough to be confirmed with others. */
export interface Suggestion extends Candidate {
  readonly fit: Fit;
}
