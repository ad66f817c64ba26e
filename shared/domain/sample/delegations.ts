import type { Capacity, Modality } from '../nomination/types';
import { partiesAt, participantsAt, PERSON_CELLS, type MeetingKey } from './cells';
import type { Chance } from './chance';
import type { MeetingFacts } from './facts';
import type { Roster, SamplePerson } from './people';

/** How somebody was there; `brief`: online for less than a session's threshold, so not present. */
export type Presence = 'in-person' | 'virtual' | 'both' | 'absent' | 'brief';

/** What became of a nomination. */
export type Fate = 'standing' | 'unreconfirmed' | 'declined' | 'withdrawn' | 'replaced';

/** One nomination of the sample: who, for whom, as what, and what came of it. */
export interface Seat {
  readonly id: string;
  readonly person: SamplePerson;
  /** Key of the party in the programme file. */
  readonly party: string;
  readonly capacity: Capacity;
  /** As nominated; people do come otherwise. */
  planned: Modality;
  presence: Presence;
  readonly fate: Fate;
  /** The seat that took this one's place. */
  readonly replacedBy: string | null;
}

/** The secretariat counts for its party by its staff alone: it sends no participants. */
const SECRETARIAT = 'UNODC';

/** Largest delegation of a party that is not the host. */
const MOST = 8;

const ONLINE_ONLY_SHARE = 0.38;
const BOTH_SHARE = 0.045;

/** Parties that never came although they had named somebody. */
const NEVER_CAME = ['FRA', 'GRC', 'SWE', 'LTU', 'OSCE', 'WCO'];

/** Makes the seats of one meeting after another, in the order of the dates. */
export class Delegations {
  /** People of a party who attended more than one meeting, by the meetings: `AB`. */
  private readonly shared: readonly { readonly cell: string; readonly person: SamplePerson }[];
  private readonly staff: readonly SamplePerson[];

  constructor(
    private readonly meetings: readonly MeetingFacts[],
    private readonly chance: Chance,
    private readonly roster: Roster,
    private readonly isCountry: (party: string) => boolean,
    private readonly newId: () => string,
  ) {
    this.shared = this.inventShared();
    this.staff = Array.from({ length: 7 }, () =>
      roster.invent(SECRETARIAT, {
        institutions: [],
        jobTitles: ['Programme officer', 'Coordinator', 'Team assistant'],
      }),
    );
  }

  /** Everybody who was nominated for the meeting, whatever came of it. */
  seatsOf(facts: MeetingFacts): Seat[] {
    const attending = this.participants(facts);
    this.settlePresence(facts, attending);
    return [...attending, ...this.others(facts, attending)];
  }

  private inventShared() {
    const taken = new Set<string>();
    return PERSON_CELLS.filter(([cell]) => cell.length > 1).flatMap(([cell, count]) => {
      const keys = [...cell] as MeetingKey[];
      const [first = 'A', ...rest] = keys;
      const both = partiesAt(first).filter((code) =>
        rest.every((key) => partiesAt(key).includes(code)),
      );
      const open = this.chance.shuffled(
        both.filter((code) => code !== SECRETARIAT && !taken.has(code)),
      );
      return open.slice(0, count).map((code) => {
        taken.add(code);
        const facts = this.meetings.find((one) => one.key === first) as MeetingFacts;
        return { cell, person: this.roster.invent(code, facts.employment) };
      });
    });
  }

  /** As many participants as were published, at least one of every party present. */
  private participants(facts: MeetingFacts): Seat[] {
    const seats: Seat[] = [];
    for (const [party, size] of this.sizes(facts)) {
      const known = this.shared
        .filter((one) => one.cell.includes(facts.key) && one.person.party === party)
        .map((one) => one.person);
      for (let place = 0; place < size; place += 1) {
        const person = known[place] ?? this.roster.invent(party, facts.employment);
        seats.push(this.seat(person, this.capacityAt(place, facts), 'standing'));
      }
    }
    return seats;
  }

  private sizes(facts: MeetingFacts): Map<string, number> {
    const parties = partiesAt(facts.key).filter((code) => code !== SECRETARIAT);
    const sizes = new Map(parties.map((code) => [code, 1]));
    if (sizes.has(facts.host.party)) sizes.set(facts.host.party, facts.hostSize);
    let left = participantsAt(facts.key) - [...sizes.values()].reduce((sum, size) => sum + size, 0);
    // Countries twice: organizations send fewer people.
    const open = parties
      .filter((code) => code !== facts.host.party)
      .flatMap((code) => (this.isCountry(code) ? [code, code] : [code]));
    while (left > 0) {
      const code = this.chance.among(open);
      const size = sizes.get(code) ?? 1;
      if (size >= MOST) continue;
      sizes.set(code, size + 1);
      left -= 1;
    }
    return sizes;
  }

  private capacityAt(place: number, facts: MeetingFacts): Capacity {
    if (place === 0) return 'head';
    if (facts.body === 'pcg')
      return place === 1 ? 'alternate' : this.chance.among(POLICY_CAPACITIES);
    return this.chance.among(EXPERT_CAPACITIES);
  }

  /** Some delegations stay at home as a whole, and some of the members of others. */
  private settlePresence(facts: MeetingFacts, seats: readonly Seat[]): void {
    const online = Math.round(seats.length * ONLINE_ONLY_SHARE);
    const byParty = Map.groupBy(
      seats.filter((seat) => seat.party !== facts.host.party),
      (seat) => seat.party,
    );
    let left = online;
    for (const delegation of this.chance.shuffled([...byParty.values()])) {
      if (delegation.length > left - online * 0.4) break;
      for (const seat of delegation) seat.presence = 'virtual';
      left -= delegation.length;
    }
    const travelling = this.chance.shuffled(
      seats.filter((seat) => seat.presence === 'in-person' && seat.party !== facts.host.party),
    );
    const both = Math.round(seats.length * BOTH_SHARE);
    travelling.slice(0, left).forEach((seat) => (seat.presence = 'virtual'));
    travelling.slice(left, left + both).forEach((seat) => (seat.presence = 'both'));
    for (const seat of seats) {
      const changedTheirMind = this.chance.holds(0.05);
      seat.planned = (seat.presence === 'virtual') === changedTheirMind ? 'in-person' : 'virtual';
    }
  }

  /** Everybody who is not counted: staff, and nominations that came to nothing. */
  private others(facts: MeetingFacts, attending: readonly Seat[]): Seat[] {
    const { chance } = this;
    const invent = (party: string) => this.roster.invent(party, facts.employment);
    const staff = chance.shuffled(this.staff).slice(0, 5);
    const seats: Seat[] = staff.map((person) => this.seat(person, 'secretariat', 'standing'));
    const service = (party: string, capacity: Capacity, count: number) => {
      for (let one = 0; one < count; one += 1) {
        seats.push(this.seat(invent(party), capacity, 'standing'));
      }
    };
    service(SECRETARIAT, 'interpreter', 4);
    service(facts.staffFrom, 'host-staff', 5);
    service(facts.lends.party, facts.lends.capacity, 1);

    const present = partiesAt(facts.key).filter((code) => code !== SECRETARIAT);
    const absent = (party: string, fate: Fate, presence: Presence = 'absent') => {
      const modality = presence === 'brief' ? 'virtual' : chance.among(MODALITIES);
      const seat = this.seat(invent(party), 'expert', fate, modality);
      seat.presence = presence;
      seats.push(seat);
    };
    const from = () => chance.among(present);
    for (const party of chance.shuffled(NEVER_CAME).slice(0, 3)) absent(party, 'standing');
    for (let one = 0; one < 7; one += 1) absent(from(), 'standing');
    absent(chance.among(NEVER_CAME), 'standing', 'brief');
    absent(from(), 'standing', 'brief');
    for (let one = 0; one < 2; one += 1) absent(from(), 'declined');
    for (let one = 0; one < 3; one += 1) absent(from(), 'withdrawn');
    if (facts.key === 'A') for (let one = 0; one < 14; one += 1) absent(from(), 'unreconfirmed');
    const open = attending.filter((seat) => seat.capacity !== 'head');
    for (const successor of chance.shuffled(open).slice(0, 3)) {
      const person = invent(successor.party);
      const seat = this.seat(
        person,
        successor.capacity,
        'replaced',
        successor.planned,
        successor.id,
      );
      seat.presence = 'absent';
      seats.push(seat);
    }
    return seats;
  }

  private seat(
    person: SamplePerson,
    capacity: Capacity,
    fate: Fate,
    planned: Modality = 'in-person',
    replacedBy: string | null = null,
  ): Seat {
    const { party } = person;
    const presence = 'in-person';
    return { id: this.newId(), person, party, capacity, planned, presence, fate, replacedBy };
  }
}

const MODALITIES: readonly Modality[] = ['in-person', 'virtual'];
const EXPERT_CAPACITIES: readonly Capacity[] = [
  'expert',
  'expert',
  'expert',
  'expert',
  'representative',
  'representative',
  'adviser',
  'panellist',
  'observer',
];
const POLICY_CAPACITIES: readonly Capacity[] = [
  'representative',
  'representative',
  'adviser',
  'expert',
];
