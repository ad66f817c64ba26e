import type { DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { dayAfter, daysBetween } from '../meeting/plan-sessions';
import { createProgramme } from '../programme/create';
import type { ProgrammeFile } from '../programme/types';
import { planArrivals } from './arrivals';
import { chanceOf } from './chance';
import { Delegations, type Seat } from './delegations';
import { planDemonstration } from './demonstration';
import { MEETINGS_2023, POSTPONEMENT, type MeetingFacts } from './facts';
import { Ledger } from './ledger';
import { SampleMeeting } from './meetings';
import { planNominations } from './nominations';
import { Roster } from './people';
import {
  planAgenda,
  planDiscussion,
  planEndorsement,
  planRecommendations,
  type AgreedRecommendation,
} from './proceedings';
import { recordRegistry } from './registry';
import { planReports } from './reports';
import { planStockTaking } from './stock-taking';
import { minutesAfter, onDay, Timeline } from './timeline';
import type { SampleWorld } from './world';

export interface SampleOptions {
  /** The same seed and the same ids give the same drafts, byte by byte. */
  readonly seed: number;
  /** A fresh UUIDv7 at every call. */
  readonly newId: () => string;
  /** ISO date on which the demonstration meeting sits: the day on which the sample is opened. */
  readonly today: string;
}

/**
 * The sample: the programme of the file with its four meetings of 2023, as operations in the order
 * in which they happened. Dates, places, hosts, the postponement and the numbers of
 * recommendations are published facts (see `facts.ts`); people, their attendance and every text
 * are invented and marked synthetic, and give exactly the published figures (see `cells.ts`).
 * A fifth meeting sits today and says that it is a demonstration.
 *
 * The file must name the parties of `cells.ts`.
 */
export function sampleYear(file: ProgrammeFile, options: SampleOptions): Draft[] {
  const context: DecisionContext = { newId: options.newId, now: onDay(options.today) };
  const ledger = new Ledger(context);
  const chance = chanceOf(options.seed);
  const created = createProgramme(file, context, { synthetic: true });
  ledger.take({ ok: true, drafts: created.drafts });
  const world: SampleWorld = {
    chance,
    ledger,
    timeline: new Timeline(),
    roster: new Roster(chance, ledger),
    programme: created.programme,
    parties: created.parties,
    confirmed: new Set(),
    signsIn: new Map(),
  };
  // Choices of its own, so that those of the year stay as they are.
  recordRegistry(ledger, chanceOf(options.seed + 1), created.parties);
  const countries = new Set(
    file.parties.filter((one) => one.kind === 'country').map((one) => one.code),
  );
  const delegations = new Delegations(
    MEETINGS_2023,
    chance,
    world.roster,
    (party) => countries.has(party),
    context.newId,
  );

  const agreed: AgreedRecommendation[] = [];
  const seats: Seat[] = [];
  for (const facts of MEETINGS_2023) {
    const own = delegations.seatsOf(facts);
    seats.push(...own);
    planMeeting(world, facts, own, agreed);
  }
  world.timeline.run();
  planStockTaking(world, agreed);
  planDemonstration(world, options.today, seats, chanceOf(options.seed + 2));
  world.timeline.run();
  return ledger.drafts;
}

/** Days before a meeting on which nominations open and close, and the agenda is drawn up. */
const OPENS = 110;
const CLOSES = 6;
const AGENDA_DRAWN_UP = 21;

function planMeeting(
  world: SampleWorld,
  facts: MeetingFacts,
  seats: readonly Seat[],
  agreed: AgreedRecommendation[],
): void {
  const { timeline } = world;
  const meeting = new SampleMeeting(world, facts);
  const [start, end] = facts.days;
  const opensOn = dayAfter(start, -OPENS);
  const closesOn = dayAfter(start, -CLOSES);
  const isPostponed = facts.key === POSTPONEMENT.key;
  const before: readonly [string, string] = [
    dayAfter(POSTPONEMENT.planned[0], -OPENS),
    dayAfter(POSTPONEMENT.planned[0], -CLOSES),
  ];
  if (isPostponed) planPostponement(world, meeting, facts, before, closesOn);
  else timeline.add(onDay(dayAfter(opensOn, -30)), () => meeting.create(facts.days, closesOn));
  timeline.add(onDay(opensOn, 6), () => meeting.move('nominations-open'));
  timeline.add(onDay(closesOn, 16), () => meeting.move('nominations-closed'));
  planNominations(world, {
    meeting: meeting.id,
    seats,
    open: [opensOn, closesOn],
    ...(isPostponed ? { before } : {}),
  });
  timeline.add(onDay(dayAfter(start, -AGENDA_DRAWN_UP), 9), () =>
    planSitting(world, facts, seats, meeting, agreed),
  );
  timeline.add(onDay(dayAfter(end, 3), 12), () => meeting.move('closed'));
}

/** What happens in the room and online, planned once the sessions have their final dates. */
function planSitting(
  world: SampleWorld,
  facts: MeetingFacts,
  seats: readonly Seat[],
  meeting: SampleMeeting,
  agreed: AgreedRecommendation[],
): void {
  const { timeline } = world;
  const { id, sessions } = meeting;
  const [first] = sessions;
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return;
  timeline.add(minutesAfter(first.start, -120), () => {
    meeting.move('in-session');
    if (facts.key === POSTPONEMENT.key) {
      const [start, end] = facts.days;
      meeting.change({ actual: { format: facts.format, start, end } });
    }
  });
  const items = planAgenda(world, id, facts.agenda, dayAfter(facts.days[0], -20), sessions);
  planDiscussion(world, id, facts.agenda, items, sessions);
  planArrivals(world, id, seats, sessions);
  planReports(world, id, facts, seats, sessions);
  const outcome = items.at(-2) ?? null;
  agreed.push(...planRecommendations(world, id, facts, outcome, sessions));
  if (facts.body === 'pcg') {
    planEndorsement(world, agreed, {
      meeting: id,
      submittedOn: dayAfter(facts.days[0], -14),
      at: minutesAfter(last.start, 100),
    });
  }
}

/** Planned for February, postponed on the eve, announced anew as virtual. */
function planPostponement(
  { timeline }: SampleWorld,
  meeting: SampleMeeting,
  facts: MeetingFacts,
  [opensOn, closesOn]: readonly [string, string],
  newDeadline: string,
): void {
  const { planned, postponedAt, reason, announcedOn } = POSTPONEMENT;
  const [start, end] = facts.days;
  timeline.add(onDay(dayAfter(opensOn, -30)), () => meeting.create(planned, closesOn));
  timeline.add(onDay(opensOn, 6), () => meeting.move('nominations-open'));
  timeline.add(onDay(closesOn, 16), () => meeting.move('nominations-closed'));
  timeline.add(postponedAt, () => meeting.postpone(reason));
  timeline.add(onDay(announcedOn), () =>
    meeting.change(
      { announced: { format: 'virtual', start, end }, nominationDeadline: newDeadline },
      daysBetween(planned[0], start),
    ),
  );
}
