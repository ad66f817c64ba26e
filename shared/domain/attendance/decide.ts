import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import type { Modality } from '../nomination/types';
import { stayIn, staysOf } from './inside';
import type { Attendance, AttendanceEvent, AttendanceSource, Scope } from './types';

export interface Arrival {
  readonly meeting: string;
  readonly person: string;
  readonly scopes: readonly Scope[];
  readonly modality: Modality;
  readonly source: AttendanceSource;
  /** When it happened, if that is not now (a scan that waited): ISO, UTC. */
  readonly when?: string;
}

/** The first un-retracted arrival of a person in a scope and modality, be they still inside or not. */
export function arrivalIn(
  attendance: Attendance | undefined,
  scope: Scope,
  modality: Modality,
): AttendanceEvent | null {
  const found = attendance?.events.find(
    (event) => event.kind === 'arrived' && event.scope === scope && event.modality === modality,
  );
  return found ?? null;
}

/** An event as an operation says it. */
export interface EventSaid {
  readonly meeting: string;
  readonly person: string;
  readonly kind: AttendanceEvent['kind'];
  readonly scope: Scope;
  readonly modality: Modality;
  readonly when: string;
  readonly source: AttendanceSource;
  /** Why it was written afterwards; null for what was recorded as it happened. */
  readonly note?: string | null;
}

/** The draft of one event. */
export function eventDraft(context: DecisionContext, said: EventSaid): Draft {
  const { meeting, person, kind, scope, modality, when, source, note = null } = said;
  return draft(context, {
    type: `attendance.${kind}`,
    meeting,
    subjects: [person],
    body: { person, scope, modality, when, source },
    personal: note === null ? null : { note },
  });
}

/**
 * Sets somebody present, never toggles: scopes that they are inside of are left alone, and when
 * that is all of them the decision is refused. Whoever left arrives anew.
 */
export function arrive(
  context: DecisionContext,
  arrival: Arrival,
  attendance: Attendance | undefined,
): Decision<'already-here'> {
  const { meeting, person, modality, source, when = context.now } = arrival;
  const missing = arrival.scopes.filter((scope) => stayIn(attendance, scope, modality) === null);
  if (missing.length === 0) return { ok: false, reason: 'already-here' };
  return {
    ok: true,
    drafts: missing.map((scope) =>
      eventDraft(context, { meeting, person, kind: 'arrived', scope, modality, when, source }),
    ),
  };
}

export interface Departure {
  readonly meeting: string;
  readonly person: string;
  /** What they leave; the registration stands. */
  readonly scope: Scope;
  readonly source: AttendanceSource;
}

/**
 * Notes that somebody left the room. They leave the scope that is meant; one who is not inside of it
 * leaves whatever they are inside of besides reception (the morning, when the clock has gone on to
 * the afternoon), and reception when there is nothing else.
 */
export function leave(
  context: DecisionContext,
  { meeting, person, scope, source }: Departure,
  attendance: Attendance | undefined,
): Decision<'not-inside'> {
  const stays = staysOf(attendance, 'in-person');
  const meant = stays.filter((stay) => stay.scope === scope);
  const narrow = stays.filter((stay) => stay.scope !== 'reception');
  const left = meant.length > 0 ? meant : narrow.length > 0 ? narrow : stays;
  if (left.length === 0) return { ok: false, reason: 'not-inside' };
  return {
    ok: true,
    drafts: left.map((stay) =>
      eventDraft(context, {
        ...{ meeting, person, kind: 'left', source, modality: stay.modality },
        scope: stay.scope,
        when: afterArrival(context.now, stay.last.when),
      }),
    ),
  };
}

/**
 * Nobody leaves before they came, whatever a clock says; not in the same millisecond either, because
 * then ids alone would say which of the two was first.
 */
export function afterArrival(when: string, arrived: string): string {
  const earliest = Date.parse(arrived) + 1;
  return Date.parse(when) < earliest ? new Date(earliest).toISOString() : when;
}

/** Takes back events of one person: the compensating operation; the events stay in the journal. */
export function retract(
  context: DecisionContext,
  meeting: string,
  person: string,
  events: readonly string[],
  note: string | null,
): Decision<'nothing-to-undo'> {
  if (events.length === 0) return { ok: false, reason: 'nothing-to-undo' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'attendance.retracted',
        meeting,
        over: [...events],
        subjects: [person],
        body: { person },
        personal: note === null ? null : { note },
      }),
    ],
  };
}

/** Events by the person that they are about, as an act made them. */
export type EventsByPerson = ReadonlyMap<string, readonly string[]>;

/** The events among what an act wrote, so that it can be taken back. */
export function eventsIn(drafts: readonly Draft[]): EventsByPerson {
  const events = new Map<string, string[]>();
  for (const { id, type, body } of drafts) {
    if (type !== 'attendance.arrived' && type !== 'attendance.left') continue;
    const person = body['person'] as string;
    const own = events.get(person);
    if (own) own.push(id);
    else events.set(person, [id]);
  }
  return events;
}

/** Takes back a whole act, be it about one person or a delegation. */
export function retractAll(
  context: DecisionContext,
  meeting: string,
  events: EventsByPerson,
): Decision<'nothing-to-undo'> {
  const drafts: Draft[] = [];
  for (const [person, own] of events) {
    const decision = retract(context, meeting, person, own, null);
    if (decision.ok) drafts.push(...decision.drafts);
  }
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'nothing-to-undo' };
}
