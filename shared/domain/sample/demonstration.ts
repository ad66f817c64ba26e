import { dayAfter } from '../meeting/plan-sessions';
import { capacityRule } from '../nomination/rules';
import type { Seat } from './delegations';
import { MEETINGS_2023, type MeetingFacts } from './facts';
import { planBadges } from './badges';
import type { Chance } from './chance';
import { SampleMeeting } from './meetings';
import { planNominations } from './nominations';
import { planAgenda } from './proceedings';
import { onDay } from './timeline';
import { planWalkIns } from './walk-ins';
import type { SampleWorld } from './world';

/** Delegations of the demonstration, and fewest and most people of one. */
const DELEGATIONS = 16;
const FEWEST = 3;
const MOST = 4;

/**
 * Adds a meeting that sits today and tomorrow, so that there is somebody to check in when the
 * sample is opened: people of the sample, nominated anew, of whom nobody has come yet, and two
 * who came un-nominated. It never took place and its title says so; its year keeps it out of the
 * figures of 2023.
 */
export function planDemonstration(
  world: SampleWorld,
  today: string,
  seats: readonly Seat[],
  badgeChance: Chance,
): void {
  const { timeline, ledger } = world;
  const facts = factsOf(today);
  const meeting = new SampleMeeting(world, facts);
  const opensOn = dayAfter(today, -60);
  const closesOn = dayAfter(today, -4);
  timeline.add(onDay(dayAfter(opensOn, -10)), () => meeting.create(facts.days, closesOn));
  timeline.add(onDay(opensOn, 6), () => meeting.move('nominations-open'));
  timeline.add(onDay(closesOn, 16), () => meeting.move('nominations-closed'));
  const own = delegates(world, seats);
  planNominations(world, { meeting: meeting.id, seats: own, open: [opensOn, closesOn] });
  const badgesOn = onDay(dayAfter(today, -1), 13);
  planBadges(world, badgeChance, { meeting: meeting.id, at: badgesOn, seats: own });
  // Before the first session by hours: whenever the sample is opened, it has happened.
  const doors = onDay(today, 5);
  planWalkIns(world, { meeting: meeting.id, at: doors, seats: own, earlier: seats });
  timeline.add(onDay(dayAfter(today, -21), 9), () => {
    const { id, sessions } = meeting;
    const [opening] = planAgenda(world, id, facts.agenda, dayAfter(today, -20), sessions);
    timeline.add(doors, () => {
      meeting.move('in-session');
      if (opening === undefined) return;
      const set = { state: 'under-discussion' };
      ledger.write({ type: 'agenda.changed', meeting: id, id: opening, set });
    });
  });
}

function factsOf(today: string): MeetingFacts {
  const policy = MEETINGS_2023.find((one) => one.body === 'pcg') as MeetingFacts;
  return {
    ...policy,
    ordinal: 18,
    title:
      'Eighteenth meeting of the Policy Consultative Group (demonstration, not a real meeting)',
    days: [today, dayAfter(today, 1)],
  };
}

/** People who took part in 2023, by delegation, with one withdrawal and one replacement. */
function delegates({ chance, ledger }: SampleWorld, seats: readonly Seat[]): Seat[] {
  const unique = new Map(
    seats.filter((seat) => seat.presence !== 'absent').map((seat) => [seat.person.id, seat]),
  );
  const known = [...unique.values()];
  const anew = (seat: Seat): Seat => ({ ...seat, id: ledger.context.newId(), presence: 'absent' });
  const staff = known.filter((seat) => seat.capacity === 'secretariat').slice(0, 4);
  const byParty = Map.groupBy(
    known.filter((seat) => capacityRule(seat.capacity).participant),
    (seat) => seat.party,
  );
  const large = [...byParty.values()].filter((delegation) => delegation.length >= FEWEST);
  const chosen = chance
    .shuffled(large)
    .slice(0, DELEGATIONS)
    .flatMap((delegation) => delegation.slice(0, chance.between(FEWEST, MOST)))
    .map(anew);
  const [first, second, third, ...rest] = chosen;
  if (first === undefined || second === undefined || third === undefined) return [];
  return [
    { ...first, fate: 'withdrawn' },
    { ...second, fate: 'replaced', replacedBy: third.id },
    third,
    ...rest,
    ...staff.map(anew),
  ];
}
