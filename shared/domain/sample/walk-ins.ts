import type { NominationFields } from '../nomination/types';
import type { Seat } from './delegations';
import type { SamplePerson } from './people';
import { minutesAfter } from './timeline';
import type { SampleWorld } from './world';

/**
 * Adds people who came to a meeting un-nominated: somebody of 2023 whom their party did not name
 * this time, and somebody whom nobody here has met. They were written down and let in at reception,
 * and stay provisional until somebody approves them.
 */
export function planWalkIns(
  world: SampleWorld,
  plan: {
    readonly meeting: string;
    /** Instant at which the doors open. */
    readonly at: string;
    /** Who is nominated. */
    readonly seats: readonly Seat[];
    /** Everybody of the earlier meetings. */
    readonly earlier: readonly Seat[];
  },
): void {
  const { ledger, roster, timeline, parties } = world;
  const named = new Set(plan.seats.map(({ person }) => person.id));
  const known = plan.earlier.find(
    ({ person, capacity, presence }) =>
      capacity === 'expert' && presence === 'in-person' && !named.has(person.id),
  );
  const [delegation] = plan.seats;
  if (known === undefined || delegation === undefined) return;
  const employment = { institutions: ['Permanent mission in Vienna'], jobTitles: ['Attaché'] };
  const unknown = roster.invent(delegation.party, employment);
  const arrive = (person: SamplePerson, capacity: NominationFields['capacity'], when: string) =>
    timeline.add(when, () => {
      roster.ensure(person);
      const set = {
        person: person.id,
        party: parties.get(person.party),
        capacity,
        modality: 'in-person',
        state: 'received',
        source: null,
        receivedOn: when.slice(0, 10),
        publish: 'not-asked',
        walkIn: true,
      } satisfies Partial<NominationFields>;
      const { meeting } = plan;
      const id = ledger.context.newId();
      ledger.write({ type: 'nomination.received', meeting, id, set, subjects: [person.id] });
      const body = { scope: 'reception', modality: 'in-person', when, source: 'generated' };
      ledger.event('attendance.arrived', meeting, person.id, body);
    });
  arrive(known.person, known.capacity, minutesAfter(plan.at, 10));
  arrive(unknown, 'adviser', minutesAfter(plan.at, 25));
}
