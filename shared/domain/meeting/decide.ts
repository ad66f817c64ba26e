import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { canonicalJson } from '../../operation/json';
import type { Draft } from '../../operation/operation';
import { daysBetween, moveSessions } from './plan-sessions';
import { movesFrom, scheduleOf } from './rules';
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
  | 'move-not-allowed';

type MeetingDecision = Decision<MeetingReason>;
type Refusal = { ok: false; reason: MeetingReason; params?: Record<string, string> };

/** Which of a meeting's schedules a change of dates or format speaks of. */
export type Stage = 'planned' | 'announced' | 'actual';

/**
 * Plans may be corrected; from the first invitation on, what was planned stays on record and a
 * change is an announcement; once the meeting sat, it is what really happened.
 */
export function stageOf(meeting: Pick<Meeting, 'state' | 'announced' | 'actual'>): Stage {
  if (meeting.actual !== null) return 'actual';
  return meeting.announced !== null || meeting.state !== 'planned' ? 'announced' : 'planned';
}

/** A new meeting with its sessions. `id` is the record's id. */
export function createMeeting(
  context: DecisionContext,
  input: { id: string; fields: MeetingFields; sessions: readonly SessionFields[] },
): MeetingDecision {
  const refusal = refuse(input.fields, input.sessions);
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
 * Changes to a meeting and its sessions: only what differs is written. A change of the schedule
 * after the plans were made known needs `changeReason`.
 */
export function changeMeeting(
  context: DecisionContext,
  input: {
    meeting: Meeting;
    fields: MeetingFields;
    sessions: readonly SessionInput[];
    before: readonly (SessionFields & { readonly id: string })[];
    headsOf: HeadsOf;
  },
): MeetingDecision {
  const { meeting, fields, headsOf } = input;
  const refusal = refuse(fields, input.sessions);
  if (refusal) return refusal;
  const set = difference(meeting, fields);
  const rescheduled = 'announced' in set || 'actual' in set;
  if (rescheduled && !fields.changeReason?.trim()) {
    return { ok: false, reason: 'change-reason-missing' };
  }
  const drafts: Draft[] = [];
  if (Object.keys(set).length > 0) {
    const over = headsOf(meeting.id, Object.keys(set));
    drafts.push(record(context, 'meeting.changed', meeting.id, meeting.id, set, over));
  }
  drafts.push(...sessionChanges(context, meeting.id, input));
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'nothing-changed' };
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
 * Postpones a meeting, to new dates when they are known. The dates that were planned stay on
 * record. Sessions move along by whole days, at the same hours of the place.
 */
export function postponeMeeting(
  context: DecisionContext,
  input: {
    meeting: Meeting;
    sessions: readonly (SessionFields & { readonly id: string })[];
    reason: string;
    schedule: Schedule | null;
    headsOf: HeadsOf;
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
  const set: Partial<MeetingFields> = { state: 'postponed', changeReason: reason };
  if (schedule !== null) set.announced = schedule;
  const over = headsOf(meeting.id, Object.keys(set));
  const drafts = [record(context, 'meeting.postponed', meeting.id, meeting.id, set, over)];
  const from = scheduleOf(meeting).start;
  const to = schedule?.start ?? null;
  if (from?.length === 10 && to?.length === 10 && from !== to) {
    const sessions = moveSessions(input.sessions, daysBetween(from, to), meeting.timeZone);
    drafts.push(
      ...sessionChanges(context, meeting.id, { sessions, before: input.sessions, headsOf }),
    );
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

function refuse(fields: MeetingFields, sessions: readonly SessionFields[]): Refusal | null {
  if (fields.title.trim() === '') return { ok: false, reason: 'title-missing' };
  if (fields.body === '') return { ok: false, reason: 'body-missing' };
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
