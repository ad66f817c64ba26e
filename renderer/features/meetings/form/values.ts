import { stageOf, type SessionInput } from '@shared/domain/meeting/decide';
import { instantAt, wallClock } from '@shared/domain/meeting/plan-sessions';
import { inOrder, scheduleOf } from '@shared/domain/meeting/rules';
import {
  MEETING_DEFAULTS,
  type Meeting,
  type MeetingFields,
  type Schedule,
  type Session,
} from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { MeetingForm, SessionRow } from './schema';

/** An empty form for a programme's next meeting. */
export function blankForm(programme: string, timeZone: string): MeetingForm {
  return {
    programme,
    body: '',
    ordinal: '',
    title: '',
    hosts: [],
    city: '',
    country: null,
    timeZone,
    format: 'hybrid',
    start: '',
    end: '',
    changeReason: '',
    purpose: '',
    retentionMonths: '',
    sessions: [],
  };
}

/** The form of a meeting that exists. Dates known only by month or year are left to be filled in. */
export function formOf(meeting: Meeting, sessions: readonly Session[]): MeetingForm {
  const schedule = scheduleOf(meeting);
  const day = (date: string | null) => (date?.length === 10 ? date : '');
  return {
    programme: meeting.programme,
    body: meeting.body,
    ordinal: meeting.ordinal ?? '',
    title: meeting.title,
    hosts: meeting.hosts,
    city: meeting.city,
    country: meeting.country,
    timeZone: meeting.timeZone,
    format: schedule.format,
    start: day(schedule.start),
    end: day(schedule.end),
    changeReason: meeting.changeReason ?? '',
    purpose: meeting.purpose,
    retentionMonths: meeting.retentionMonths ?? '',
    sessions: inOrder(sessions).map((session) => rowOf(session, meeting.timeZone)),
  };
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

/** The fields that a form stands for. `before` is the meeting that it changes, if it does. */
export function fieldsOf(
  form: MeetingForm,
  programme: Programme,
  before: Meeting | null,
): MeetingFields {
  const base: MeetingFields = before === null ? MEETING_DEFAULTS : withoutId(before);
  const pillar = programme.bodies.find((one) => one.id === form.body)?.pillar ?? null;
  return {
    ...base,
    programme: form.programme,
    body: form.body,
    ordinal: form.ordinal === '' ? null : form.ordinal,
    title: form.title,
    pillars: before?.body === form.body ? base.pillars : pillar === null ? [] : [pillar],
    hosts: form.hosts,
    city: form.city,
    country: form.country,
    timeZone: form.timeZone,
    changeReason: form.changeReason === '' ? null : form.changeReason,
    purpose: form.purpose,
    retentionMonths: form.retentionMonths === '' ? null : form.retentionMonths,
    ...scheduleFields(form, before),
  };
}

/** Puts dates and format where they belong: plan, announcement or fact. */
function scheduleFields(
  form: MeetingForm,
  before: Meeting | null,
): Partial<Pick<MeetingFields, 'planned' | 'announced' | 'actual'>> {
  const held = before === null ? null : scheduleOf(before);
  // A date that is known only by month or year is not wiped out by leaving the field empty.
  const date = (typed: string, known: string | null): string | null => {
    if (typed !== '') return typed;
    return known !== null && known.length < 10 ? known : null;
  };
  const schedule: Schedule = {
    format: form.format,
    start: date(form.start, held?.start ?? null),
    end: date(form.end === '' ? form.start : form.end, held?.end ?? null),
  };
  if (before === null) return { planned: schedule };
  const same =
    held?.format === schedule.format && held.start === schedule.start && held.end === schedule.end;
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
