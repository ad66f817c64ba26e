import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { canonicalJson } from '../../operation/json';
import type { Draft } from '../../operation/operation';
import type { Nomination } from '../nomination/types';
import { daysBetween, moveSessions, wallClock } from './plan-sessions';
import { canAnnounce, givesUp, movesFrom, reconvenesItself, scheduleOf } from './rules';
import type { Meeting, MeetingFields, MeetingState, Schedule, SessionFields } from './types';

/** Ids of the operations that hold these fields of the record now; what a change goes over. */
export type HeadsOf = (record: string, fields: readonly string[]) => string[];

/** A session as a form hands it in; `id` is null for a new one. */
export interface SessionInput extends SessionFields {
  readonly id: string | null;
}

export type MeetingReason =
  | 'title-missing'
  | 'body-missing'
  | 'dates-reversed'
  | 'session-name-missing'
  | 'session-reversed'
  | 'sessions-overlap'
  | 'nothing-changed'
  | 'change-reason-missing'
  | 'reconvenes-itself'
  | 'announced-already'
  | 'move-not-allowed';

type MeetingDecision = Decision<MeetingReason>;
type Refusal = { ok: false; reason: MeetingReason; params?: Record<string, string> };

/** Meetings by what they reconvene: all that could close a circle. */
type Reconvening = readonly Pick<Meeting, 'id' | 'reconvenes'>[];

/** A new meeting with its sessions. `id` is the record's id. */
export function createMeeting(
  context: DecisionContext,
  input: {
    id: string;
    fields: MeetingFields;
    sessions: readonly SessionFields[];
    meetings?: Reconvening;
  },
): MeetingDecision {
  const refusal = refuse(input.id, input.fields, input.sessions, input.meetings ?? []);
  if (refusal) return refusal;
  return {
    ok: true,
    drafts: [
      record(context, 'meeting.created', input.id, input.id, input.fields, []),
      ...input.sessions.map((session) => newSession(context, input.id, session)),
    ],
  };
}

/**
 * Changes to a meeting and its sessions: only what differs is written. Dates or a format that were
 * known are only given up for others with a `changeReason`, which is written beside them.
 */
export function changeMeeting(
  context: DecisionContext,
  input: {
    meeting: Meeting;
    fields: MeetingFields;
    sessions: readonly SessionInput[];
    before: readonly (SessionFields & { readonly id: string })[];
    headsOf: HeadsOf;
    meetings?: Reconvening;
  },
): MeetingDecision {
  const { meeting, fields, headsOf } = input;
  const refusal = refuse(meeting.id, fields, input.sessions, input.meetings ?? []);
  if (refusal) return refusal;
  const set = difference(meeting, fields);
  const reason = fields.changeReason?.trim() ?? '';
  if (reason === '' && givesUp(scheduleOf(meeting), scheduleOf(fields))) {
    return { ok: false, reason: 'change-reason-missing' };
  }
  // The same words may hold for two changes: each has its own.
  const rescheduled = 'planned' in set || 'announced' in set || 'actual' in set;
  if (rescheduled && reason !== '') set.changeReason = reason;
  const drafts: Draft[] = [];
  if (Object.keys(set).length > 0) {
    const over = headsOf(meeting.id, Object.keys(set));
    drafts.push(record(context, 'meeting.changed', meeting.id, meeting.id, set, over));
  }
  drafts.push(...sessionChanges(context, meeting.id, input));
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'nothing-changed' };
}

/** Makes the plans known as they stand: from now on, what was planned stays on record. */
export function announceMeeting(
  context: DecisionContext,
  input: { meeting: Meeting; headsOf: HeadsOf },
): MeetingDecision {
  const { meeting, headsOf } = input;
  if (!canAnnounce(meeting)) return { ok: false, reason: 'announced-already' };
  const set = { announced: meeting.planned };
  const over = headsOf(meeting.id, Object.keys(set));
  const made = record(context, 'meeting.changed', meeting.id, meeting.id, set, over);
  return { ok: true, drafts: [made] };
}

/** The next state of the life cycle. A postponement has its own decision, because it has a reason. */
export function moveMeeting(
  context: DecisionContext,
  input: { meeting: Meeting; to: Exclude<MeetingState, 'postponed'>; headsOf: HeadsOf },
): MeetingDecision {
  const { meeting, to, headsOf } = input;
  if (!movesFrom(meeting.state).includes(to)) {
    return { ok: false, reason: 'move-not-allowed', params: { from: meeting.state, to } };
  }
  // It sits: from now on its dates are facts, whatever had been announced.
  const held = to === 'in-session' && meeting.actual === null;
  const set: Partial<MeetingFields> = held
    ? { state: to, actual: scheduleOf(meeting) }
    : { state: to };
  const over = headsOf(meeting.id, Object.keys(set));
  return {
    ok: true,
    drafts: [record(context, 'meeting.moved', meeting.id, meeting.id, set, over)],
  };
}

/**
 * Postpones a meeting, to new dates when they are known; else its dates are open. What was planned
 * stays on record. Sessions move along by whole days, at the same hours of the place. Everybody
 * who was accepted is to be asked again, those too who had reconfirmed after an earlier
 * postponement (`reconfirmed`).
 */
export function postponeMeeting(
  context: DecisionContext,
  input: {
    meeting: Meeting;
    sessions: readonly (SessionFields & { readonly id: string })[];
    reason: string;
    schedule: Schedule | null;
    headsOf: HeadsOf;
    reconfirmed?: readonly Pick<Nomination, 'id' | 'person'>[];
  },
): MeetingDecision {
  const { meeting, schedule, headsOf } = input;
  if (!movesFrom(meeting.state).includes('postponed')) {
    return {
      ok: false,
      reason: 'move-not-allowed',
      params: { from: meeting.state, to: 'postponed' },
    };
  }
  const reason = input.reason.trim();
  if (reason === '') return { ok: false, reason: 'change-reason-missing' };
  if (schedule !== null && isReversed(schedule)) return { ok: false, reason: 'dates-reversed' };
  const before = scheduleOf(meeting);
  const set: Partial<MeetingFields> = {
    state: 'postponed',
    changeReason: reason,
    announced: schedule ?? { format: before.format, start: null, end: null },
    postponedOn: wallClock(context.now, meeting.timeZone).date,
  };
  const over = headsOf(meeting.id, Object.keys(set));
  const drafts = [record(context, 'meeting.postponed', meeting.id, meeting.id, set, over)];
  const to = schedule?.start ?? null;
  if (before.start?.length === 10 && to?.length === 10 && before.start !== to) {
    const days = daysBetween(before.start, to);
    const sessions = moveSessions(input.sessions, days, meeting.timeZone);
    drafts.push(
      ...sessionChanges(context, meeting.id, { sessions, before: input.sessions, headsOf }),
    );
  }
  for (const { id, person } of input.reconfirmed ?? []) {
    drafts.push({
      ...record(context, 'nomination.changed', meeting.id, id, { state: 'accepted' }, [
        ...headsOf(id, ['state']),
      ]),
      subjects: [person],
    });
  }
  return { ok: true, drafts };
}

/**
 * The ordinal that a body's next meeting has: one more than the greatest so far; `null` when the
 * body's meetings are not numbered.
 */
export function nextOrdinal(
  meetings: readonly Pick<Meeting, 'programme' | 'body' | 'ordinal'>[],
  programme: string,
  body: string,
): number | null {
  const own = meetings.filter((one) => one.programme === programme && one.body === body);
  const numbers = own.flatMap((one) => (one.ordinal === null ? [] : [one.ordinal]));
  if (own.length > 0 && numbers.length === 0) return null;
  return Math.max(0, ...numbers) + 1;
}

function refuse(
  id: string,
  fields: MeetingFields,
  sessions: readonly SessionFields[],
  meetings: Reconvening,
): Refusal | null {
  if (fields.title.trim() === '') return { ok: false, reason: 'title-missing' };
  if (fields.body === '') return { ok: false, reason: 'body-missing' };
  if (reconvenesItself(id, fields.reconvenes, meetings)) {
    return { ok: false, reason: 'reconvenes-itself' };
  }
  for (const schedule of [fields.planned, fields.announced, fields.actual]) {
    if (schedule && isReversed(schedule)) return { ok: false, reason: 'dates-reversed' };
  }
  return refuseSessions(sessions);
}

function refuseSessions(sessions: readonly SessionFields[]): Refusal | null {
  const ordered = [...sessions].sort((a, b) => a.start.localeCompare(b.start));
  for (const [index, session] of ordered.entries()) {
    if (session.name.trim() === '') return { ok: false, reason: 'session-name-missing' };
    const params = { name: session.name };
    if (session.end <= session.start) return { ok: false, reason: 'session-reversed', params };
    const next = ordered[index + 1];
    if (next && next.start < session.end) {
      return { ok: false, reason: 'sessions-overlap', params: { ...params, next: next.name } };
    }
  }
  return null;
}

/** Texts of unequal precision compare by what they share: a month ends after a day in it. */
function isReversed({ start, end }: Schedule): boolean {
  if (start === null || end === null) return false;
  const shared = Math.min(start.length, end.length);
  return end.slice(0, shared) < start.slice(0, shared);
}

function sessionChanges(
  context: DecisionContext,
  meeting: string,
  input: {
    sessions: readonly SessionInput[];
    before: readonly (SessionFields & { readonly id: string })[];
    headsOf: HeadsOf;
  },
): Draft[] {
  const { sessions, before, headsOf } = input;
  const drafts: Draft[] = [];
  for (const session of sessions) {
    const old = before.find((one) => one.id === session.id);
    if (old === undefined) {
      drafts.push(newSession(context, meeting, session));
      continue;
    }
    const set = difference(old, sessionFieldsOf(session));
    if (Object.keys(set).length === 0) continue;
    const over = headsOf(old.id, Object.keys(set));
    drafts.push(record(context, 'session.changed', meeting, old.id, set, over));
  }
  for (const old of before) {
    if (sessions.some((one) => one.id === old.id)) continue;
    const over = headsOf(old.id, ['removed']);
    drafts.push(record(context, 'session.changed', meeting, old.id, { removed: true }, over));
  }
  return drafts;
}

function sessionFieldsOf({ name, date, start, end }: SessionFields): SessionFields {
  return { name, date, start, end };
}

function newSession(context: DecisionContext, meeting: string, session: SessionFields): Draft {
  const set = sessionFieldsOf(session);
  return record(context, 'session.created', meeting, context.newId(), set, []);
}

/** The members of `wanted` that differ from `now`. */
function difference<T extends object>(now: T, wanted: T): Partial<T> {
  const set: Partial<T> = {};
  for (const field of Object.keys(wanted) as (keyof T)[]) {
    if (canonicalJson(now[field]) !== canonicalJson(wanted[field])) set[field] = wanted[field];
  }
  return set;
}

function record(
  context: DecisionContext,
  type: string,
  meeting: string,
  id: string,
  set: object,
  over: string[],
): Draft {
  return draft(context, { type, meeting, over, body: { id, set: { ...set } } });
}
