import type { Decision, DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { isDeskClosed } from '../attendance/desk';
import type { Attendance, AttendanceSource, Scope } from '../attendance/types';
import { revokeBadge } from '../badge/decide';
import { isValidFor } from '../badge/resolve';
import type { Badge } from '../badge/types';
import type { Meeting } from '../meeting/types';
import type { PersonFields } from '../person/types';
import { replaceNominations, type NominationsNow, type ReplacementRefusal } from './replace';
import { arrivalOf, openNomination } from './walk-in';
import type { Nomination } from './types';

/** Somebody who comes to the desk in the place of somebody else. */
export interface Substitution {
  readonly meeting: Pick<Meeting, 'id' | 'state'>;
  /** Whose seat it is; its capacity and planned modality are taken over. */
  readonly nomination: Nomination;
  /** All records of whoever is replaced; see person/roots.ts. */
  readonly replaced: readonly string[];
  /** A known person, or `null` and the names of somebody new. */
  readonly person: {
    readonly id: string | null;
    readonly set: Partial<Omit<PersonFields, 'synthetic'>>;
    /** All records of the known person. */
    readonly records: readonly string[];
  };
  /** Who said so; empty: not told. */
  readonly authorisedBy: string;
  /** ISO date of the desk. */
  readonly receivedOn: string;
  /** Where the arrival at the desk holds. */
  readonly scopes: readonly Scope[];
  readonly source: AttendanceSource;
}

export interface SubstitutionNow extends NominationsNow {
  /** The substitute's, where they are known. */
  readonly forgotten: boolean;
  readonly attendance: Attendance | undefined;
  /** Of the meeting. */
  readonly badges: readonly Badge[];
  /** Heads of these fields of a badge. */
  readonly badgeHeads: (badge: string, fields: readonly string[]) => readonly string[];
}

/**
 * Puts a substitute into the seat of somebody who does not come, as one act: the nomination is
 * replaced by an accepted one of the same party, capacity and modality, the substitute has arrived,
 * and the badge of the one who was replaced does not open the door any more. A substitute who is
 * nominated already keeps that nomination, which is accepted if it was not.
 */
export function decideSubstitution(
  context: DecisionContext,
  substitution: Substitution,
  now: SubstitutionNow,
): Decision<ReplacementRefusal | 'forgotten' | 'meeting-closed'> {
  const { meeting, nomination, person, authorisedBy, receivedOn } = substitution;
  if (isDeskClosed(meeting.state)) return { ok: false, reason: 'meeting-closed' };
  if (now.forgotten) return { ok: false, reason: 'forgotten' };
  const { id, set, records } = person;
  const named = openNomination(now.nominations.filter((one) => records.includes(one.person)));
  const { capacity, modality } = nomination;
  const by =
    named === null
      ? ({ kind: 'person', id, set, capacity, modality } as const)
      : ({ kind: 'nomination', id: named.id } as const);
  const paper = { authorisedBy, source: null, receivedOn, accept: true };
  const replaced = replaceNominations(context, [{ nomination, by }], paper, now);
  if (!replaced.ok) return replaced;
  const substitute = named?.person ?? newcomer(replaced.drafts);
  const arriving = { ...substitution, modality: 'in-person' as const };
  return {
    ok: true,
    drafts: [
      ...replaced.drafts,
      ...arrivalOf(context, arriving, substitute, now.attendance),
      ...badgesOf(substitution, now.badges).flatMap((badge) => {
        const input = { why: 'replaced', successor: null, headsOf: now.badgeHeads } as const;
        const revoked = revokeBadge(context, badge, input);
        return revoked.ok ? revoked.drafts : [];
      }),
    ],
  };
}

/** The badges that whoever is replaced holds, as a rule one. */
function badgesOf({ meeting, replaced }: Substitution, badges: readonly Badge[]): Badge[] {
  return badges.filter((badge) => replaced.some((one) => isValidFor(badge, meeting.id, one)));
}

/** Whom the nomination that was made names. */
function newcomer(drafts: readonly Draft[]): string {
  return drafts.find(({ type }) => type === 'nomination.received')?.subjects[0] ?? '';
}
