import { dayAfter } from '../meeting/plan-sessions';
import type { NominationState, SourceDocument, Publish } from '../nomination/types';
import type { Chance } from './chance';
import type { Seat } from './delegations';
import { onDay } from './timeline';
import type { SampleWorld } from './world';

export interface NominationPlan {
  readonly meeting: string;
  readonly seats: readonly Seat[];
  /** Days between which parties name their people. */
  readonly open: readonly [string, string];
  /**
   * The days of an earlier round, before the meeting was postponed: what was accepted then has to
   * be reconfirmed in the second.
   */
  readonly before?: readonly [string, string];
}

/** Seven in ten delegations had been named before the postponement. */
const EARLY_SHARE = 0.7;

/** Adds what happens to every nomination of a meeting: from the note that brings it to its end. */
export function planNominations(world: SampleWorld, plan: NominationPlan): void {
  const { chance } = world;
  const successors = new Set(plan.seats.map((seat) => seat.replacedBy));
  for (const delegation of Map.groupBy(plan.seats, (seat) => seat.party).values()) {
    const isEarly = plan.before !== undefined && chance.holds(EARLY_SHARE);
    const late = note(chance, plan.open);
    const early = plan.before === undefined ? late : note(chance, plan.before);
    for (const seat of delegation) {
      if (successors.has(seat.id)) {
        planSeat(world, plan, seat, daysLater(late, 6), null);
        continue;
      }
      const wasEarly = plan.before !== undefined && (seat.fate === 'unreconfirmed' || isEarly);
      planSeat(world, plan, seat, wasEarly ? early : late, wasEarly ? late : null);
    }
  }
}

interface Note {
  readonly source: SourceDocument;
  readonly receivedOn: string;
}

/** The paper by which a party names its delegation; two weeks are left for what comes after. */
function note(chance: Chance, [from, to]: readonly [string, string]): Note {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) - 14;
  const date = dayAfter(from, chance.between(0, Math.max(days, 0)));
  const kind = chance.among(['note-verbale', 'note-verbale', 'letter', 'email'] as const);
  const number = kind === 'email' ? null : `SYN/${date.slice(0, 4)}/${chance.between(100, 999)}`;
  return { source: { kind, number, date }, receivedOn: dayAfter(date, chance.between(0, 3)) };
}

/** A second note of the same party: it names somebody else. */
function daysLater({ source, receivedOn }: Note, days: number): Note {
  const date = dayAfter(source.date ?? receivedOn, days);
  const number = source.number === null ? null : `${source.number}/2`;
  return { source: { ...source, number, date }, receivedOn: dayAfter(receivedOn, days) };
}

function planSeat(
  world: SampleWorld,
  plan: NominationPlan,
  seat: Seat,
  received: Note,
  reconfirmed: Note | null,
): void {
  const { ledger, roster, timeline, parties } = world;
  const { person, fate } = seat;
  const party = parties.get(seat.party);
  if (party === undefined) throw new Error(`the programme has no party ${seat.party}`);
  const move = (type: string, day: string, set: object, personal?: object) => {
    timeline.add(onDay(day, 10), () => {
      const writing = { type, meeting: plan.meeting, id: seat.id, set, subjects: [person.id] };
      ledger.write(personal ? { ...writing, personal } : writing);
    });
  };
  timeline.add(onDay(received.receivedOn), () => {
    roster.ensure(person);
    ledger.write({
      type: 'nomination.received',
      meeting: plan.meeting,
      id: seat.id,
      set: {
        person: person.id,
        party,
        capacity: seat.capacity,
        modality: seat.planned,
        ...to('received'),
        source: received.source,
        receivedOn: received.receivedOn,
        publish: consentOf(person.id),
      },
      subjects: [person.id],
    });
  });
  const decidedOn = dayAfter(received.receivedOn, 2);
  if (fate === 'declined') {
    move('nomination.declined', decidedOn, to('declined'));
    return;
  }
  move('nomination.accepted', decidedOn, to('accepted'));
  const settledOn = reconfirmed ? dayAfter(reconfirmed.receivedOn, 2) : decidedOn;
  if (reconfirmed && fate !== 'unreconfirmed') {
    move('nomination.reconfirmed', settledOn, to('reconfirmed'));
  }
  if (fate === 'withdrawn') {
    move('nomination.withdrawn', dayAfter(settledOn, 5), to('withdrawn'));
  }
  if (fate === 'replaced') {
    const set = { ...to('replaced'), replacedBy: seat.replacedBy };
    const personal = { authorisedBy: 'Permanent mission (synthetic)' };
    move('nomination.replaced', dayAfter(settledOn, 6), set, personal);
  }
}

/** Most agree to be named, some refuse, some were never asked; drawn from the id, not from chance. */
function consentOf(person: string): Publish {
  const drawn = Number.parseInt(person.slice(-1), 16);
  if (drawn < 12) return 'granted';
  return drawn < 14 ? 'not-asked' : 'refused';
}

function to(state: NominationState): { state: NominationState } {
  return { state };
}
