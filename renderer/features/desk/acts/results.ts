import type { DeskAnswer } from '@shared/domain/attendance/desk';
import type { ScanAnswer } from '@shared/domain/badge/resolve';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Draft } from '@shared/operation/operation';

/** How the desk came to somebody: typed and chosen, or by their badge. */
export type By = 'search' | 'scan';

/** What was said of a person: the desk's answer, or that they left. */
export type PersonAnswer =
  | DeskAnswer
  | { readonly kind: 'left'; readonly nomination: Nomination | null; readonly when: string };

/** `saving`: shown already, and not yet on disk. */
export type Saving =
  { readonly state: 'saving' | 'saved' } | { readonly state: 'failed'; readonly reason: string };

export type PersonResult = {
  readonly kind: 'person';
  readonly person: string;
  readonly by: By;
  readonly answer: PersonAnswer;
} & Saving;

/** A code that leads to nobody who could be checked in by it, or that is none. */
export type CodeAnswer =
  | Exclude<ScanAnswer, { kind: 'person' }>
  | { readonly kind: 'not-a-code' | 'wrong-check' | 'too-long'; readonly text: string };

export interface CodeResult {
  readonly kind: 'code';
  readonly answer: CodeAnswer;
  /** A code that nobody knows yet was kept, or could not be. */
  readonly kept: 'kept' | 'not-kept' | null;
}

/** Several people at once: a delegation that came in, or everybody who left at a session's end. */
export type GroupResult = {
  readonly kind: 'group';
  readonly act: 'delegation' | 'close-out';
  /** The delegation or the session. */
  readonly about: string;
  readonly people: number;
} & Saving;

/** What stands in the middle of the desk after somebody was chosen or scanned. */
export type DeskResult = PersonResult | CodeResult | GroupResult;

export type ActionKind =
  | 'arrived'
  | 'left'
  | 'delegation'
  | 'close-out'
  | 'roll-call'
  | 'identity'
  | 'accepted'
  | 'declined'
  | 'walk-in'
  | 'substitute'
  | 'lent';

/** One thing that was done here; undone ones stay in the list, struck out. */
export interface DeskAction {
  /** Id of the first operation that it made. */
  readonly id: string;
  readonly kind: ActionKind;
  readonly people: readonly string[];
  /** The delegation that came, or the session that was closed out. */
  readonly about: string | null;
  /** ISO, UTC. */
  readonly when: string;
  readonly undone: boolean;
  /** What it wrote. */
  readonly made: readonly Draft[];
  /** The nominations among what it changed, as they were before. */
  readonly before: readonly Nomination[];
}
