import { changeMeeting, createMeeting, moveMeeting, postponeMeeting } from '../meeting/decide';
import { moveSessions, planSessions } from '../meeting/plan-sessions';
import {
  MEETING_DEFAULTS,
  type Caps,
  type Meeting,
  type MeetingFields,
  type MeetingState,
} from '../meeting/types';
import type { MeetingFacts } from './facts';
import type { SampleSession, SampleWorld } from './world';

const SITTING_NAMES = ['morning', 'afternoon'];

const PURPOSE = 'To hold the meeting, to report on it and to keep its statistics.';
const RETENTION_MONTHS = 24;

/** How many people of a delegation are expected at most; hosts send more, and are warned about. */
const CAPS: Record<'expert' | 'policy', Caps> = {
  expert: { inPerson: 6, virtual: 8 },
  policy: { inPerson: 3, virtual: 7 },
};

/** A meeting of the sample as it came to be: the record in its present state, and its sessions. */
export class SampleMeeting {
  readonly id: string;
  private record: Meeting;
  private sittings: SampleSession[] = [];

  constructor(
    private readonly world: SampleWorld,
    private readonly facts: MeetingFacts,
  ) {
    this.id = world.ledger.context.newId();
    this.record = { id: this.id, ...MEETING_DEFAULTS };
  }

  /** The sessions as they stand now. */
  get sessions(): readonly SampleSession[] {
    return this.sittings;
  }

  /** `nominationDeadline`: the last day on which nominations are received without a warning. */
  create(days: readonly [string, string], nominationDeadline: string): void {
    const { ledger, programme, parties } = this.world;
    const { body, ordinal, title, pillars, city, country, timeZone, format, host } = this.facts;
    const [start, end] = days;
    const fields: MeetingFields = {
      ...MEETING_DEFAULTS,
      programme,
      body,
      ordinal,
      title,
      pillars: [...pillars],
      hosts: [{ ...host, party: parties.get(host.party) ?? null }],
      city,
      country,
      timeZone,
      planned: { format, start, end },
      nominationDeadline,
      caps: body === 'pcg' ? CAPS.policy : CAPS.expert,
      purpose: PURPOSE,
      retentionMonths: RETENTION_MONTHS,
    };
    const name = (day: number, sitting: number) =>
      `Day ${day}, ${SITTING_NAMES[sitting - 1] ?? `sitting ${sitting}`}`;
    const sessions = planSessions({ start, end, timeZone, sittings: this.facts.sittings, name });
    const input = { id: this.id, fields, sessions };
    const drafts = ledger.take(createMeeting(ledger.context, input));
    this.record = { id: this.id, ...fields };
    this.sittings = drafts
      .filter((one) => one.type === 'session.created')
      .map((one, index) => ({
        id: one.body['id'] as string,
        ...(sessions[index] as (typeof sessions)[number]),
      }));
  }

  move(to: Exclude<MeetingState, 'postponed'>): void {
    const { ledger } = this.world;
    const { record: meeting } = this;
    ledger.take(moveMeeting(ledger.context, { meeting, to, headsOf: ledger.headsOf }));
    const actual = meeting.actual ?? meeting.announced ?? meeting.planned;
    this.record = { ...meeting, state: to, ...(to === 'in-session' ? { actual } : {}) };
  }

  postpone(reason: string): void {
    const { ledger } = this.world;
    const { record: meeting, sittings: sessions } = this;
    const input = { meeting, sessions, reason, schedule: null, headsOf: ledger.headsOf };
    ledger.take(postponeMeeting(ledger.context, input));
    this.record = { ...meeting, state: 'postponed', changeReason: reason };
  }

  /** Changes fields, and moves the sessions along when `days` are given. */
  change(set: Partial<MeetingFields>, days?: number): void {
    const { ledger } = this.world;
    const { record: meeting, sittings: before } = this;
    const sessions = days === undefined ? before : moveSessions(before, days, meeting.timeZone);
    const { id: _id, ...held } = meeting;
    const fields = { ...held, ...set };
    const input = { meeting, fields, sessions, before, headsOf: ledger.headsOf };
    ledger.take(changeMeeting(ledger.context, input));
    this.record = { ...meeting, ...set };
    this.sittings = [...sessions];
  }
}
