import { checkDraft } from '@shared/journal/catalogue';
import { draftSchema, type Draft } from '@shared/operation/operation';

/** Why the envelopes of these drafts cannot be committed, or null. */
export function envelopeProblemOf(drafts: readonly Draft[]): string | null {
  for (const draft of drafts) {
    const envelope = draftSchema.safeParse(draft);
    if (!envelope.success) return `${draft.type}: ${envelope.error.message}`;
  }
  return null;
}

/**
 * Why drafts whose envelopes are sound cannot be committed, or null. Names the type and the values
 * that do not fit.
 */
export function problemOf(drafts: readonly Draft[]): string | null {
  const ids = new Set<string>();
  for (const draft of drafts) {
    if (ids.has(draft.id)) return `${draft.type}: ${draft.id} occurs twice`;
    ids.add(draft.id);
    try {
      checkDraft(draft);
    } catch (error) {
      // Whoever wrote the draft may hear all of it; a log may not (see messageOf).
      return error instanceof Error ? error.message : draft.type;
    }
  }
  return null;
}
