import { z } from 'zod';

export const formatSchema = z.enum(['in-person', 'virtual', 'hybrid']);
export type Format = z.infer<typeof formatSchema>;

export const meetingStateSchema = z.enum([
  'planned',
  'nominations-open',
  'nominations-closed',
  'in-session',
  'closed',
  'archived',
  'postponed',
  'cancelled',
]);
export type MeetingState = z.infer<typeof meetingStateSchema>;

/**
 * Format and dates as they stood at one stage. `start` and `end` are ISO dates, months
 * (`2013-05`) or years (`2009`), as precise as the source is; `null` when not known.
 */
export const scheduleSchema = z.strictObject({
  format: formatSchema.nullable(),
  start: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .nullable(),
  end: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .nullable(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const hostSchema = z.strictObject({
  kind: z.enum(['institution', 'country', 'organization']),
  name: z.string().min(1).max(300),
  party: z.uuid().nullable(),
});
export type Host = z.infer<typeof hostSchema>;

/** How presence is read (domain.md, *Attendance* and *Matching virtual participants* 5). */
export const attendanceRulesSchema = z.strictObject({
  /** Online presence in a session: at least this many minutes … */
  thresholdMinutes: z.number().min(0).max(600),
  /** … or this share of the session, whichever is less. */
  thresholdShare: z.number().min(0).max(1),
  /** Reception alone is attendance. */
  receptionCounts: z.boolean(),
  /** An arrival for a day counts for all of the day's sessions. */
  dayCountsForSessions: z.boolean(),
});
export type AttendanceRules = z.infer<typeof attendanceRulesSchema>;

export const capsSchema = z.strictObject({
  inPerson: z.int().min(0).max(1000).nullable(),
  virtual: z.int().min(0).max(1000).nullable(),
});
export type Caps = z.infer<typeof capsSchema>;
export const NO_CAPS: Caps = { inPerson: null, virtual: null };

export const meetingFields = z.object({
  programme: z.uuid(),
  /** Id of the body in its programme. */
  body: z.string().max(40),
  ordinal: z.int().min(1).nullable(),
  title: z.string().min(1).max(500),
  pillars: z.array(z.string().max(40)),
  hosts: z.array(hostSchema),
  city: z.string().max(200),
  /** ISO 3166-1 alpha-3 of the country where it is held. */
  country: z.string().max(3).nullable(),
  /** IANA name. */
  timeZone: z.string().max(60),
  planned: scheduleSchema,
  announced: scheduleSchema.nullable(),
  actual: scheduleSchema.nullable(),
  /** Why the dates or the format changed, when they did; the journal has every step. */
  changeReason: z.string().max(1000).nullable(),
  /**
   * The day of the last postponement, at the meeting's place: nominations that were accepted by
   * then are to be reconfirmed. Null: it was never postponed.
   */
  postponedOn: z.iso.date().nullable(),
  reconvenes: z.uuid().nullable(),
  state: meetingStateSchema,
  rules: attendanceRulesSchema,
  /** The last day on which nominations are received without a warning; null: none is set. */
  nominationDeadline: z.iso.date().nullable(),
  /** How many people of one delegation are expected at most, by modality; null: no cap. */
  caps: capsSchema,
  /** The desk asks for a document of identity and marks that it was seen. */
  identityCheck: z.boolean(),
  /** SHA-256 of the picture that badges and plates carry; an attachment of the register. */
  logo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Why personal data is kept, as the participants are told; empty: not stated yet. */
  purpose: z.string().max(1000),
  /** Months after the meeting's end until its participants' data is to be forgotten; null: not set. */
  retentionMonths: z.int().min(0).max(600).nullable(),
});
export type MeetingFields = z.infer<typeof meetingFields>;
export interface Meeting extends MeetingFields {
  readonly id: string;
}

export const DEFAULT_RULES: AttendanceRules = {
  thresholdMinutes: 10,
  thresholdShare: 0.25,
  receptionCounts: true,
  dayCountsForSessions: false,
};

export const MEETING_DEFAULTS: MeetingFields = {
  programme: '',
  body: '',
  ordinal: null,
  title: '',
  pillars: [],
  hosts: [],
  city: '',
  country: null,
  timeZone: 'UTC',
  planned: { format: null, start: null, end: null },
  announced: null,
  actual: null,
  changeReason: null,
  postponedOn: null,
  reconvenes: null,
  state: 'planned',
  rules: DEFAULT_RULES,
  nominationDeadline: null,
  caps: NO_CAPS,
  identityCheck: false,
  logo: null,
  purpose: '',
  retentionMonths: null,
};

export const sessionFields = z.object({
  name: z.string().min(1).max(200),
  /** Calendar day in the meeting's time zone. */
  date: z.iso.date(),
  /** Instants as ISO text in UTC. */
  start: z.iso.datetime(),
  end: z.iso.datetime(),
});
export type SessionFields = z.infer<typeof sessionFields>;
export interface Session extends SessionFields {
  readonly id: string;
  readonly meeting: string;
}

export const SESSION_DEFAULTS: SessionFields = { name: '', date: '', start: '', end: '' };
