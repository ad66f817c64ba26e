import type { SessionInput } from '@shared/domain/meeting/decide';
import { instantAt, wallClock } from '@shared/domain/meeting/plan-sessions';
import { inOrder, scheduleOf, stageOf } from '@shared/domain/meeting/rules';
import {
  MEETING_DEFAULTS,
  type Meeting,
  type MeetingFields,
  type Schedule,
  type Session,
} from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import {
  DATE_LENGTH,
  PRECISIONS,
  type MeetingForm,
  type Precision,
  type SessionRow,
} from './schema';

/** An empty form for a programme's next meeting. */
export function blankForm(programme: string, timeZone: string): MeetingForm {
  const planned: Schedule = { format: 'hybrid', start: null, end: null };
  const blank = formOf({ ...MEETING_DEFAULTS, programme, timeZone, planned }, []);
  return { ...blank, precision: 'day' };
}

/** The form of a meeting; `sessions` are those that it has already. */
export function formOf(meeting: MeetingFields, sessions: readonly Session[]): MeetingForm {
  const { rules, caps } = meeting;
  return {
    programme: meeting.programme,
    body: meeting.body,
    ordinal: meeting.ordinal ?? '',
    title: meeting.title,
    hosts: meeting.hosts,
    city: meeting.city,
    country: meeting.country,
    timeZone: meeting.timeZone,
    format: scheduleOf(meeting).format,
    ...datesOf(scheduleOf(meeting)),
    changeReason: '',
    reconvenes: meeting.reconvenes,
    nominationDeadline: meeting.nominationDeadline ?? '',
    caps: { inPerson: caps.inPerson ?? '', virtual: caps.virtual ?? '' },
    rules: {
      thresholdMinutes: rules.thresholdMinutes,
      thresholdPercent: Math.round(rules.thresholdShare * 10_000) / 100,
      receptionCounts: rules.receptionCounts,
      dayCountsForSessions: rules.dayCountsForSessions,
    },
    identityCheck: meeting.identityCheck,
    purpose: meeting.purpose,
    retentionMonths: meeting.retentionMonths ?? '',
    sessions: inOrder(sessions).map((session) => rowOf(session, meeting.timeZone)),
  };
}

/** Dates as a form shows them: both as precise as the less precise one is. */
export function datesOf({
  start,
  end,
}: Schedule): Pick<MeetingForm, 'precision' | 'start' | 'end'> {
  const length = Math.min(start?.length ?? 0, (end ?? start)?.length ?? 0);
  const precision: Precision = PRECISIONS.find((one) => DATE_LENGTH[one] === length) ?? 'none';
  const cut = (date: string | null) => (date ?? '').slice(0, length);
  return { precision, start: cut(start), end: cut(end) };
}

/** The dates and the format that a form stands for. `held`: those that hold without the form. */
export function scheduleIn(
  form: Pick<MeetingForm, 'format' | 'precision' | 'start' | 'end'>,
  held: Schedule | null,
): Schedule {
  const { format, precision } = form;
  const shown = held === null ? null : datesOf(held);
  const typed = precision === 'none' ? { start: '', end: '' } : form;
  const end = typed.end === '' ? typed.start : typed.end;
  // What a form cannot show as precisely as it is known is not lost by saving something else.
  if (held !== null && typed.start === shown?.start && end === (shown.end || shown.start)) {
    return { format, start: held.start, end: held.end };
  }
  return { format, start: typed.start || null, end: end || null };
}

function rowOf(session: Session, timeZone: string): SessionRow {
  return {
    record: session.id,
    name: session.name,
    date: session.date,
    from: wallClock(session.start, timeZone).time,
    to: wallClock(session.end, timeZone).time,
  };
}

/**
 * The fields that a form stands for. `before` is the meeting that it changes, if it does; `base`
 * has what is in no form.
 */
export function fieldsOf(
  form: MeetingForm,
  programme: Programme,
  before: Meeting | null,
  base: MeetingFields = before === null ? MEETING_DEFAULTS : withoutId(before),
): MeetingFields {
  const pillar = programme.bodies.find((one) => one.id === form.body)?.pillar ?? null;
  const schedule = scheduleFields(form, before);
  const unchanged = Object.keys(schedule).length === 0;
  return {
    ...base,
    programme: form.programme,
    body: form.body,
    ordinal: form.ordinal === '' ? null : form.ordinal,
    title: form.title,
    pillars: base.body === form.body ? base.pillars : pillar === null ? [] : [pillar],
    hosts: form.hosts,
    city: form.city,
    country: form.country,
    timeZone: form.timeZone,
    // A reason is that of the last change: what gave up nothing has none.
    changeReason: form.changeReason || (unchanged ? base.changeReason : null),
    reconvenes: form.reconvenes,
    nominationDeadline: form.nominationDeadline || null,
    caps: {
      inPerson: form.caps.inPerson === '' ? null : form.caps.inPerson,
      virtual: form.caps.virtual === '' ? null : form.caps.virtual,
    },
    rules: {
      thresholdMinutes: form.rules.thresholdMinutes,
      thresholdShare: form.rules.thresholdPercent / 100,
      receptionCounts: form.rules.receptionCounts,
      dayCountsForSessions: form.rules.dayCountsForSessions,
    },
    identityCheck: form.identityCheck,
    purpose: form.purpose,
    retentionMonths: form.retentionMonths === '' ? null : form.retentionMonths,
    ...schedule,
  };
}

/** Puts dates and format where they belong: plan, announcement or fact. */
function scheduleFields(
  form: MeetingForm,
  before: Meeting | null,
): Partial<Pick<MeetingFields, 'planned' | 'announced' | 'actual'>> {
  if (before === null) return { planned: scheduleIn(form, null) };
  const held = scheduleOf(before);
  const schedule = scheduleIn(form, held);
  const same =
    held.format === schedule.format && held.start === schedule.start && held.end === schedule.end;
  return same ? {} : { [stageOf(before)]: schedule };
}

/** The sessions that a form stands for, as instants. */
export function sessionsOf(form: MeetingForm): SessionInput[] {
  return form.sessions.map(({ record, name, date, from, to }) => ({
    id: record,
    name,
    date,
    start: instantAt(date, from, form.timeZone),
    end: instantAt(date, to, form.timeZone),
  }));
}

function withoutId(meeting: Meeting): MeetingFields {
  const fields: Partial<MeetingFields> = {};
  for (const field of Object.keys(MEETING_DEFAULTS) as (keyof MeetingFields)[]) {
    Object.assign(fields, { [field]: meeting[field] });
  }
  return fields as MeetingFields;
}
