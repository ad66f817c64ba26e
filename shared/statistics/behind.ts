import type { Attending } from '../domain/attendance/presence';
import { assertNever } from '../operation/assert';
import { BREAKDOWNS, type BreakdownKey } from './breakdowns';
import type { MeetingDigest } from './digest';
import { entriesOf, type Entry, type Frame } from './entry';
import { FIGURES, type FigureKey } from './figures/all';
import { hasAttended } from './figures/attended';
import { representsParty } from './figures/delegations';
import { isInScope, type Scope } from './scope';

/** A number on a page or in a table, of which one asks who is behind it. */
export type Selection =
  | { readonly kind: 'figure'; readonly figure: FigureKey }
  | { readonly kind: 'modality'; readonly attending: Attending }
  | { readonly kind: 'part'; readonly breakdown: BreakdownKey; readonly part: string }
  /** A row of the matrix, or one of its fields. */
  | { readonly kind: 'party'; readonly party: string; readonly meeting: string | null };

/** Somebody behind a figure, at the meeting at which they count. */
export interface Behind {
  readonly meeting: string;
  readonly person: string;
  readonly party: string | null;
}

function test(
  scope: Scope,
  digests: readonly MeetingDigest[],
  selection: Selection,
): (entry: Entry) => boolean {
  switch (selection.kind) {
    case 'figure': {
      const figure = FIGURES.find((one) => one.key === selection.figure);
      return (entry: Entry) => figure?.counts(entry) ?? false;
    }
    case 'modality':
      return (entry: Entry) => hasAttended(entry) && entry.attending === selection.attending;
    case 'part': {
      const breakdown = BREAKDOWNS.find((one) => one.key === selection.breakdown);
      const within = breakdown?.within?.(scope, digests) ?? null;
      if (within?.has(selection.part) === false) return () => false;
      return (entry: Entry) => {
        let found = false;
        if (!entry.who.isParticipant) return found;
        breakdown?.parts(entry, (part, attending) => {
          found ||= part === selection.part && attending !== null;
        });
        return found;
      };
    }
    case 'party':
      return (entry: Entry) =>
        representsParty(entry) &&
        entry.who.party === selection.party &&
        (selection.meeting === null || selection.meeting === entry.at.meeting.id);
    default:
      return assertNever(selection);
  }
}

/**
 * The people whom a number counts, in no order; somebody who counts at two meetings is listed for
 * both. Found when asked for, by the definition that counted them: no figure carries its people.
 */
export function peopleBehind(
  frame: Frame,
  digests: readonly MeetingDigest[],
  scope: Scope,
  selection: Selection,
): Behind[] {
  const held = digests.filter(
    ({ meeting }) => isInScope(scope, meeting) && meeting.state !== 'cancelled',
  );
  const counts = test(scope, held, selection);
  const behind: Behind[] = [];
  for (const entry of entriesOf(frame, held, scope)) {
    if (!counts(entry)) continue;
    behind.push({ meeting: entry.at.meeting.id, person: entry.who.person, party: entry.who.party });
  }
  return behind;
}
