import type { Attendance } from '../domain/attendance/types';
import type { Meeting, Session } from '../domain/meeting/types';
import type { Nomination } from '../domain/nomination/types';
import type { Party } from '../domain/party/types';
import type { Gender } from '../domain/person/types';
import type { Programme } from '../domain/programme/operations';
import type { Recommendation } from '../domain/recommendation/types';
import type { Login, Report } from '../domain/virtual/types';

/** Everything about one meeting that figures are made of; live records only. */
export interface MeetingWorld {
  readonly meeting: Meeting;
  readonly sessions: readonly Session[];
  readonly nominations: readonly NominationFacts[];
  readonly attendance: readonly Attendance[];
  /** Of the reports beside; which of them are evidence: virtual/evidence.ts. */
  readonly logins: readonly LoginFacts[];
  readonly reports: readonly Pick<Report, 'id' | 'replaces' | 'digest'>[];
  readonly recommendations: readonly RecommendationFacts[];
}

export type NominationFacts = Pick<
  Nomination,
  'id' | 'person' | 'party' | 'capacity' | 'state' | 'receivedOn' | 'publish' | 'walkIn' | 'source'
>;
export type LoginFacts = Pick<
  Login,
  'id' | 'report' | 'name' | 'email' | 'intervals' | 'link' | 'rejected'
>;
export type RecommendationFacts = Pick<
  Recommendation,
  'id' | 'number' | 'pillar' | 'state' | 'endorsedAt'
>;

/** What figures need to know of a person; nothing by which one could tell who it is. */
export interface PersonFacts {
  readonly gender: Gender;
  readonly synthetic: boolean;
}

/** A programme with its meetings: what a statistics page is about. */
export interface World {
  readonly programme: Programme;
  readonly parties: readonly Party[];
  readonly meetings: readonly MeetingWorld[];
  /** By id; somebody who is missing has declared nothing. */
  readonly people: ReadonlyMap<string, PersonFacts>;
}
