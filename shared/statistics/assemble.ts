import type { Attendance } from '../domain/attendance/types';
import type { Meeting, Session } from '../domain/meeting/types';
import type { Nomination } from '../domain/nomination/types';
import type { Party } from '../domain/party/types';
import { Roots } from '../domain/person/roots';
import type { Person } from '../domain/person/types';
import type { Programme } from '../domain/programme/operations';
import type { Recommendation } from '../domain/recommendation/types';
import type { Login, Report } from '../domain/virtual/types';
import { MergedFacts, personFacts } from './merged';
import type { World } from './world';

/** Live records of a programme, as they lie in their tables. */
export interface Records {
  readonly programme: Programme;
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly meetings: readonly Meeting[];
  readonly sessions: readonly Session[];
  readonly nominations: readonly Nomination[];
  readonly attendance: readonly Attendance[];
  readonly reports: readonly Report[];
  readonly logins: readonly Login[];
  readonly recommendations: readonly Recommendation[];
}

/**
 * Tables → world: everything about a meeting under it, meetings of other programmes left out, and
 * people instead of records.
 */
export function worldOf(records: Records): World {
  const roots = new Roots(records.people);
  const merged = new MergedFacts(roots);
  const sessions = byMeeting(records.sessions);
  const nominations = byMeeting(records.nominations);
  const attendance = byMeeting(records.attendance);
  const reports = byMeeting(records.reports);
  const logins = byMeeting(records.logins);
  const recommendations = byMeeting(records.recommendations);
  return {
    programme: records.programme,
    parties: records.parties,
    meetings: records.meetings
      .filter((meeting) => meeting.programme === records.programme.id)
      .map((meeting) => ({
        meeting,
        sessions: sessions.get(meeting.id) ?? [],
        nominations: merged.nominations(nominations.get(meeting.id) ?? []),
        attendance: merged.attendance(attendance.get(meeting.id) ?? []),
        reports: reports.get(meeting.id) ?? [],
        logins: merged.logins(logins.get(meeting.id) ?? []),
        recommendations: recommendations.get(meeting.id) ?? [],
      })),
    people: personFacts(records.people, roots),
  };
}

function byMeeting<One extends { readonly meeting: string }>(
  all: readonly One[],
): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(one.meeting);
    if (group) group.push(one);
    else groups.set(one.meeting, [one]);
  }
  return groups;
}
