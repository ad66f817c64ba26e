import { z } from 'zod';
import { daysBetween, MAX_DAYS } from '@shared/domain/meeting/plan-sessions';
import { formatSchema, hostSchema } from '@shared/domain/meeting/types';

/** What can be wrong with a field, as the end of its text's key: `meetings:problem.<code>`. */
export const PROBLEMS = [
  'body-missing',
  'title-missing',
  'title-long',
  'ordinal',
  'dates-reversed',
  'dates-long',
  'start-missing',
  'zone',
  'host-name-missing',
  'session-name-missing',
  'session-day-missing',
  'session-time-missing',
  'session-reversed',
  'sessions-overlap',
  'change-reason-missing',
  'retention',
  'date',
  'cap',
  'minutes',
  'share',
  'reconvenes-itself',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** How precisely the dates are known. */
export const PRECISIONS = ['day', 'month', 'year', 'none'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Characters of an ISO date that is known so precisely. */
export const DATE_LENGTH: Record<Precision, number> = { day: 10, month: 7, year: 4, none: 0 };

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;
const DAY = z.iso.date();

function isDate(text: string, precision: Precision): boolean {
  if (precision === 'day') return DAY.safeParse(text).success;
  return precision === 'none' || (precision === 'month' ? MONTH : YEAR).test(text);
}

/** A whole number, or nothing. */
const whole = (least: number, most: number, problem: Problem) =>
  z.union([z.literal(''), z.int(problem).min(least, problem).max(most, problem)]);

const time = z.string().regex(/^\d\d:\d\d$/, 'session-time-missing' satisfies Problem);

const sessionRow = z
  .object({
    /** The record's id; null until it is committed. */
    record: z.uuid().nullable(),
    name: z
      .string()
      .trim()
      .min(1, 'session-name-missing' satisfies Problem)
      .max(200),
    date: z.iso.date('session-day-missing' satisfies Problem),
    from: time,
    to: time,
  })
  .refine((row) => row.to > row.from, {
    path: ['to'],
    error: 'session-reversed' satisfies Problem,
  });
export type SessionRow = z.infer<typeof sessionRow>;

/** The form of a meeting as it is typed: wall-clock times of the meeting's place. */
export const meetingFormSchema = z
  .object({
    programme: z.string(),
    body: z.string().min(1, 'body-missing' satisfies Problem),
    ordinal: whole(1, 999, 'ordinal'),
    title: z
      .string()
      .trim()
      .min(1, 'title-missing' satisfies Problem)
      .max(500, 'title-long' satisfies Problem),
    hosts: z.array(
      hostSchema.extend({
        name: z
          .string()
          .trim()
          .min(1, 'host-name-missing' satisfies Problem)
          .max(300),
      }),
    ),
    city: z.string().trim().max(200),
    country: z.string().nullable(),
    timeZone: z.string().refine(isTimeZone, { error: 'zone' satisfies Problem }),
    format: formatSchema.nullable(),
    precision: z.enum(PRECISIONS),
    /** Dates as precise as `precision` says, or nothing. */
    start: z.string(),
    end: z.string(),
    /** Of this change; empty when there is none. */
    changeReason: z.string().trim().max(1000),
    reconvenes: z.uuid().nullable(),
    nominationDeadline: z.union([z.literal(''), z.iso.date('date' satisfies Problem)]),
    /** The desk asks for a document of identity and marks that it was seen. */
    identityCheck: z.boolean(),
    caps: z.object({ inPerson: whole(0, 1000, 'cap'), virtual: whole(0, 1000, 'cap') }),
    rules: z.object({
      thresholdMinutes: z
        .number('minutes' satisfies Problem)
        .min(0, 'minutes' satisfies Problem)
        .max(600, 'minutes' satisfies Problem),
      /** The share of a session in per cent. */
      thresholdPercent: z
        .number('share' satisfies Problem)
        .min(0, 'share' satisfies Problem)
        .max(100, 'share' satisfies Problem),
      receptionCounts: z.boolean(),
      dayCountsForSessions: z.boolean(),
    }),
    purpose: z.string().trim().max(1000),
    retentionMonths: whole(0, 600, 'retention'),
    sessions: z.array(sessionRow),
  })
  .superRefine((form, context) => {
    checkDates(form, (part, message) => issue(context, [part], message));
    const sessions = form.sessions
      .map((row, index) => ({ ...row, index }))
      .sort((a, b) => `${a.date} ${a.from}`.localeCompare(`${b.date} ${b.from}`));
    for (const [position, row] of sessions.entries()) {
      const next = sessions[position + 1];
      if (next?.date === row.date && next.from < row.to) {
        issue(context, ['sessions', next.index, 'from'], 'sessions-overlap');
      }
    }
  });
export type MeetingForm = z.infer<typeof meetingFormSchema>;

function checkDates(
  form: { precision: Precision; start: string; end: string },
  complain: (part: 'start' | 'end', problem: Problem) => void,
): void {
  const { precision, start, end } = form;
  const wrong = (['start', 'end'] as const).filter(
    (part) => form[part] !== '' && !isDate(form[part], precision),
  );
  for (const part of wrong) complain(part, 'date');
  if (wrong.length > 0 || precision === 'none') return;
  if (end !== '' && start === '') complain('start', 'start-missing');
  else if (end !== '' && end < start) complain('end', 'dates-reversed');
  else if (precision === 'day' && end !== '' && daysBetween(start, end) >= MAX_DAYS) {
    complain('end', 'dates-long');
  }
}

function issue(
  context: {
    addIssue: (issue: { code: 'custom'; path: (string | number)[]; message: string }) => void;
  },
  path: (string | number)[],
  message: Problem,
): void {
  context.addIssue({ code: 'custom', path, message });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
