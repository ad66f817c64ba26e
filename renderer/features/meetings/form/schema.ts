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
] as const;
export type Problem = (typeof PROBLEMS)[number];

const day = z.union([z.literal(''), z.iso.date()]);
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
    ordinal: z.union([
      z.literal(''),
      z
        .int('ordinal' satisfies Problem)
        .min(1, 'ordinal' satisfies Problem)
        .max(999, 'ordinal' satisfies Problem),
    ]),
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
    start: day,
    end: day,
    changeReason: z.string().trim().max(1000),
    purpose: z.string().trim().max(1000),
    retentionMonths: z.union([
      z.literal(''),
      z
        .int('retention' satisfies Problem)
        .min(0, 'retention' satisfies Problem)
        .max(600, 'retention' satisfies Problem),
    ]),
    sessions: z.array(sessionRow),
  })
  .superRefine((form, context) => {
    if (form.end !== '' && form.start === '') issue(context, ['start'], 'start-missing');
    if (form.start !== '' && form.end !== '' && form.end < form.start) {
      issue(context, ['end'], 'dates-reversed');
    } else if (form.end !== '' && daysBetween(form.start, form.end) >= MAX_DAYS) {
      issue(context, ['end'], 'dates-long');
    }
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
