import { useMemo } from 'react';
import type { Attendance } from '@shared/domain/attendance/types';
import type { Meeting } from '@shared/domain/meeting/types';
import {
  attendanceByReport,
  onlineByReport,
  type OnlineByReport,
} from '@shared/statistics/virtual/by-report';
import { useOnlineResult } from '@renderer/features/virtual';
import { useRecords } from '../../db/hooks';
import type { MeetingPeople } from '../../db/meeting-people';

/**
 * What the platforms' reports say of who was online, live; `null` while there is none, or while they
 * are still being read: until then what was recorded by hand stands.
 */
export function useOnlineByReport({
  id,
  rules,
}: Pick<Meeting, 'id' | 'rules'>): OnlineByReport | null {
  const reports = useRecords('reports', id);
  // Most of the time there is no report yet: then nothing is read a second time.
  const some = reports.state === 'ready' && reports.value.length > 0;
  const { result } = useOnlineResult({ meeting: some ? id : null, attendance: false });
  return useMemo(() => {
    if (result.state !== 'ready' || result.value === null) return null;
    return onlineByReport(rules, result.value);
  }, [result, rules]);
}

/** Who was seen where, with the platforms' reports instead of the roll-call where they cover it. */
export function useAttendanceByReport({
  meeting,
  attendance,
}: MeetingPeople): ReadonlyMap<string, Attendance> {
  const online = useOnlineByReport(meeting);
  return useMemo(
    () => attendanceByReport(meeting.id, attendance, online),
    [meeting.id, attendance, online],
  );
}
