import type { Attending } from '../../domain/attendance/presence';
import { scheduleOf } from '../../domain/meeting/rules';
import type { Meeting } from '../../domain/meeting/types';
import type { Capacity } from '../../domain/nomination/types';
import { digestMeeting } from '../../statistics/digest';
import type { World } from '../../statistics/world';

/** Somebody of a party at a meeting, by the id of the person. */
export interface PersonAt {
  readonly person: string;
  readonly capacity: Capacity | null;
  readonly attending: Attending;
}

/** A party at a meeting for which it named somebody, or to which somebody of it came. */
export interface PartyAt {
  readonly meeting: Meeting;
  /** Expected: nominated and accepted, also where the nomination waits to be reconfirmed. */
  readonly expected: number;
  /** Present in a capacity that counts for the party: what makes it present (statistics/README). */
  readonly came: readonly PersonAt[];
}

/** The meetings of each party, the latest first. Meetings that were cancelled are none. */
export function meetingsByParty(worlds: readonly World[]): ReadonlyMap<string, readonly PartyAt[]> {
  const found = new Map<string, PartyAt[]>();
  const meetings = worlds
    .flatMap((world) => world.meetings)
    .filter(({ meeting }) => meeting.state !== 'cancelled')
    .sort((a, b) => startOf(b.meeting).localeCompare(startOf(a.meeting)));
  for (const world of meetings) {
    const here = new Map<string, { expected: number; came: PersonAt[] }>();
    for (const who of digestMeeting(world).participants.values()) {
      const { party, capacity, person, presence, expected, countsForParty } = who;
      if (party === null || !countsForParty) continue;
      const at = here.get(party) ?? { expected: 0, came: [] };
      here.set(party, at);
      if (expected !== 'none') at.expected += 1;
      const attending = presence.modality;
      if (attending !== null) at.came.push({ person, capacity, attending });
    }
    for (const [party, at] of here) {
      const list = found.get(party);
      const one = { meeting: world.meeting, ...at };
      if (list === undefined) found.set(party, [one]);
      else list.push(one);
    }
  }
  return found;
}

/** A meeting without a date is one that is still to come. */
function startOf(meeting: Meeting): string {
  return scheduleOf(meeting).start ?? '9999';
}

/** How many came, and in which way; each person once. */
export function cameBy(came: readonly PersonAt[]): Readonly<Record<Attending, number>> {
  const count = { 'in-person': 0, virtual: 0, both: 0 };
  for (const { attending } of came) count[attending] += 1;
  return count;
}
