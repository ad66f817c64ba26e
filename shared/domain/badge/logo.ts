import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Meeting } from '../meeting/types';

/**
 * Sets the picture on a meeting's badges and plates, or takes it away (`null`). `logo` is the hash of
 * an attachment of the register.
 */
export function setLogo(
  context: DecisionContext,
  meeting: Pick<Meeting, 'id' | 'logo'>,
  {
    logo,
    headsOf,
  }: {
    logo: string | null;
    headsOf: (meeting: string, fields: readonly string[]) => readonly string[];
  },
): Decision<never> {
  if (meeting.logo === logo) return { ok: true, drafts: [] };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'meeting.changed',
        meeting: meeting.id,
        over: [...headsOf(meeting.id, ['logo'])],
        blobs: logo === null ? [] : [logo],
        body: { id: meeting.id, set: { logo } },
      }),
    ],
  };
}
