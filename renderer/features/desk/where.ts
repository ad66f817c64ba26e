import { whereabouts, type Whereabouts } from '@shared/domain/attendance/inside';
import { personByReport } from '@shared/statistics/virtual/by-report';
import type { DeskModel } from './use-desk';

/**
 * Where somebody is, as every page counts it: a platform's report says who was online instead of the
 * roll-call. Looked up for one person at a time: a row that is shown costs as much as its own events.
 */
export function whereIs({ meeting, attendance, online }: DeskModel, person: string): Whereabouts {
  const one = attendance.get(person);
  return whereabouts(online === null ? one : personByReport(online, meeting.id, person, one));
}
