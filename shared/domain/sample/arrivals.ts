import type { Seat } from './delegations';
import { minutesAfter } from './timeline';
import type { SampleSession, SampleWorld } from './world';

/** Adds who came through the door: reception once, then sessions, and some who left early. */
export function planArrivals(
  world: SampleWorld,
  meeting: string,
  seats: readonly Seat[],
  sessions: readonly SampleSession[],
): void {
  const present = seats.filter((seat) => seat.presence === 'in-person' || seat.presence === 'both');
  // Somebody who came for the badge alone: registered, and seen in no session.
  const badgeOnly = present.find((seat) => seat.capacity === 'adviser');
  for (const seat of present) planVisit(world, meeting, seat, sessions, seat === badgeOnly);
  const absent = seats.filter((seat) => seat.presence === 'absent' && seat.fate === 'standing');
  for (const seat of absent.slice(0, 2)) planMistake(world, meeting, seat, sessions);
}

function planVisit(
  world: SampleWorld,
  meeting: string,
  seat: Seat,
  sessions: readonly SampleSession[],
  isBadgeOnly: boolean,
): void {
  const { chance, ledger, timeline } = world;
  const person = seat.person.id;
  const event = (type: string, scope: string, when: string) => {
    const body = { scope, modality: 'in-person', when, source: 'generated' };
    timeline.add(when, () => ledger.event(type, meeting, person, body));
  };
  const isLate = chance.holds(0.06);
  const own = sessions.slice(isLate ? sessions.length / 2 : 0);
  const [first] = own;
  if (first === undefined) return;
  event('attendance.arrived', 'reception', minutesAfter(first.start, -chance.between(10, 75)));
  if (isBadgeOnly) return;
  for (const [index, session] of own.entries()) {
    if (index > 0 && !chance.holds(0.9)) continue;
    const when = minutesAfter(session.start, chance.between(-9, 12));
    event('attendance.arrived', `session:${session.id}`, when);
    const isLast = index === own.length - 1;
    if (isLast && chance.holds(0.05)) {
      const left = minutesAfter(session.start, chance.between(40, 110));
      event('attendance.left', `session:${session.id}`, left);
    }
  }
}

/** The wrong name was ticked and taken back: a retracted arrival is no attendance. */
function planMistake(
  world: SampleWorld,
  meeting: string,
  seat: Seat,
  sessions: readonly SampleSession[],
): void {
  const { ledger, timeline } = world;
  const [first] = sessions;
  if (first === undefined) return;
  const person = seat.person.id;
  const when = minutesAfter(first.start, -21);
  timeline.add(when, () => {
    const body = { scope: 'reception', modality: 'in-person', when, source: 'generated' };
    const arrival = ledger.event('attendance.arrived', meeting, person, body);
    ledger.event('attendance.retracted', meeting, person, {}, [arrival]);
  });
}
