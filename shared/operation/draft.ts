import type { Body, Draft } from './operation';

/** What every decision needs from outside: ids and time are arguments, never read here. */
export interface DecisionContext {
  /** A fresh UUIDv7 at every call. */
  readonly newId: () => string;
  /** Wall-clock time as ISO text in UTC, for values that say *when something happened*. */
  readonly now: string;
}

/** The outcome of a decision: operations to commit together, or the reason why not. */
export type Decision<Reason extends string = string> =
  | { readonly ok: true; readonly drafts: Draft[] }
  | { readonly ok: false; readonly reason: Reason; readonly params?: Record<string, string> };

export interface DraftInput {
  type: string;
  v?: number;
  meeting?: string | null;
  over?: string[];
  subjects?: string[];
  blobs?: string[];
  body: Body;
  personal?: Body | null;
}

/** A draft with the envelope's defaults filled in. */
export function draft(context: DecisionContext, input: DraftInput): Draft {
  return {
    id: context.newId(),
    type: input.type,
    v: input.v ?? 1,
    meeting: input.meeting ?? null,
    over: input.over ?? [],
    subjects: input.subjects ?? [],
    blobs: input.blobs ?? [],
    body: input.body,
    personal: input.personal ?? null,
  };
}
