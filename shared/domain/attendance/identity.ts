import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Nomination } from '../nomination/types';

/**
 * Notes that a document of identity was seen, or takes that back. What the document says is not
 * kept. `over`: heads of `identitySeenAt`.
 */
export function markIdentity(
  context: DecisionContext,
  nomination: Pick<Nomination, 'id' | 'meeting' | 'person' | 'identitySeenAt'>,
  seen: boolean,
  over: readonly string[],
): Decision<'unchanged'> {
  if ((nomination.identitySeenAt !== null) === seen) return { ok: false, reason: 'unchanged' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'nomination.identity-seen',
        meeting: nomination.meeting,
        over: [...over],
        subjects: [nomination.person],
        body: { id: nomination.id, set: { identitySeenAt: seen ? context.now : null } },
      }),
    ],
  };
}
