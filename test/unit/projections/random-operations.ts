import fc from 'fast-check';
import { writeStamp } from '@shared/operation/clock';
import { canonicalJson, type Json } from '@shared/operation/json';
import type { Operation } from '@shared/operation/operation';

/**
 * Sets of operations as several desks with wrong clocks could have made them: records changed
 * before they are created, replaced twice, replaced by something that replaces something else,
 * retracted before they happened.
 */
export const uuid = (kind: number, number: number) =>
  `0189${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const REPLICAS = [1, 2, 3].map(
  (number) => `${String(number).repeat(8)}-0000-7000-8000-000000000000`,
);
const MEETINGS = [uuid(1, 1), uuid(1, 2)];
const PEOPLE = [uuid(2, 1), uuid(2, 2)];
const NOMINATIONS = [uuid(3, 1), uuid(3, 2)];
const RECOMMENDATION = uuid(4, 1);
const START = Date.UTC(2023, 5, 13);

export interface OperationInput {
  readonly number: number;
  readonly type: string;
  readonly meeting?: string | null;
  readonly over?: string[];
  readonly body: Record<string, Json>;
  readonly personal?: Record<string, Json> | null;
  /** Minutes after the start of the day that the desk's clock shows; clocks are wrong. */
  readonly minute?: number;
  readonly desk?: number;
}

/** An operation as it stands in a register; hashes are not looked at here. */
export function operationOf(input: OperationInput): Operation {
  const { number, type, meeting = null, over = [], body, personal = null } = input;
  const replica = REPLICAS[input.desk ?? 0]!;
  const hash = '0'.repeat(64);
  return {
    id: uuid(9, number),
    replica,
    seq: number + 1,
    prev: hash,
    at: writeStamp({ ms: START + (input.minute ?? number) * 60_000, counter: 0 }, replica),
    actor: replica,
    meeting,
    type,
    v: 1,
    over,
    subjects: [],
    blobs: [],
    body,
    sealed:
      personal === null
        ? null
        : { digest: hash, salt: hash.slice(0, 16), text: canonicalJson(personal) },
  };
}

const someFields = (values: Record<string, fc.Arbitrary<Json>>) =>
  fc.record(values, { requiredKeys: [] });

const nominationSet = someFields({
  state: fc.constantFrom('received', 'accepted', 'withdrawn'),
  modality: fc.constantFrom('in-person', 'virtual'),
  removed: fc.boolean(),
});
const nominationPersonal = fc.option(
  someFields({ remarks: fc.constantFrom('a', 'b', 'c'), authorisedBy: fc.constantFrom('x', null) }),
);

const nomination = fc.record({
  type: fc.constantFrom('nomination.received', 'nomination.changed', 'nomination.withdrawn'),
  id: fc.constantFrom(...NOMINATIONS),
  set: nominationSet,
  personal: nominationPersonal,
});
const person = fc.record({
  type: fc.constantFrom('person.recorded', 'person.changed'),
  id: fc.constantFrom(...PEOPLE),
  set: someFields({ synthetic: fc.boolean() }),
  personal: fc.option(
    someFields({ family: fc.constantFrom('Tarv', 'Belm'), emails: fc.constant([]) }),
  ),
});
const wording = fc.record({
  type: fc.constantFrom('recommendation.drafted', 'recommendation.worded'),
  id: fc.constant(RECOMMENDATION),
  set: fc.constant({}),
  personal: fc.option(fc.record({ 'text.en': fc.constantFrom('one', 'two', 'three') })),
});
const records = fc.oneof(nomination, person, wording).map(({ type, id, set, personal }) => ({
  type,
  body: { id, set: set as Json },
  personal: personal === null ? null : { set: personal as Json },
}));

const events = fc
  .record({
    type: fc.constantFrom('attendance.arrived', 'attendance.arrived', 'attendance.left'),
    person: fc.constantFrom(...PEOPLE),
    scope: fc.constantFrom('reception', 'day:2023-06-13', `session:${uuid(5, 1)}`),
    modality: fc.constantFrom('in-person', 'virtual'),
    minute: fc.integer({ min: 0, max: 5 }),
    source: fc.constantFrom('search', 'scan'),
  })
  .map(({ type, minute, ...body }) => ({
    type,
    body: { ...body, when: new Date(START + minute * 60_000).toISOString() },
    personal: null,
  }));
const retractions = fc.constantFrom(...PEOPLE).map((one) => ({
  type: 'attendance.retracted',
  body: { person: one },
  personal: null,
}));

/** From the future: kept by the register, and without effect here. */
const unknown = fc.constant({
  type: 'seat.assigned',
  body: { id: NOMINATIONS[0]! },
  personal: null,
});

const step = fc.record({
  content: fc.oneof(
    { weight: 6, arbitrary: records },
    { weight: 4, arbitrary: events },
    { weight: 2, arbitrary: retractions },
    { weight: 1, arbitrary: unknown },
  ),
  meeting: fc.constantFrom(null, ...MEETINGS),
  desk: fc.integer({ min: 0, max: 2 }),
  // Few minutes, so that many stamps differ only by replica, or not at all.
  minute: fc.integer({ min: 0, max: 8 }),
  // Which of the operations before it (counted back) it goes over; most of them in vain.
  over: fc.array(fc.nat({ max: 6 }), { maxLength: 4 }),
});

/** Any set of operations, in the order in which they were made. */
export const operationSets: fc.Arbitrary<Operation[]> = fc
  .array(step, { minLength: 1, maxLength: 24 })
  .map((steps) =>
    steps.map(({ content, over, ...rest }, number) => {
      const earlier = over.map((back) => number - 1 - back).filter((one) => one >= 0);
      return operationOf({
        ...content,
        ...rest,
        number,
        over: [...new Set(earlier)].map((one) => uuid(9, one)),
      });
    }),
  );

/** The operations in another order, some of them more than once. */
export function delivered(operations: readonly Operation[]): fc.Arbitrary<Operation[]> {
  return fc
    .array(fc.nat({ max: operations.length - 1 }), { maxLength: operations.length })
    .chain((again) => {
      const all = [...operations, ...again.map((index) => operations[index]!)];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    });
}
