import { useMemo } from 'react';
import type { Attendance } from '@shared/domain/attendance/types';
import { attendanceByReport, onlineByReport } from '@shared/statistics/virtual/by-report';
import { useOnlineResult } from '@renderer/features/virtual';
import { useRecords } from '../../db/hooks';
import type { MeetingPeople } from '../../db/meeting-people';

/**
 * Who was seen where, with the platforms' reports: where one covers a session it says who was
 * online, instead of the roll-call. Until the reports are read, what was recorded by hand stands.
 */
export function useAttendanceByReport({
  meeting: { id, rules },
  attendance,
}: MeetingPeople): ReadonlyMap<string, Attendance> {
  const reports = useRecords('reports', id);
  // Most of the time there is no report yet: then nothing is read a second time.
  const some = reports.state === 'ready' && reports.value.length > 0;
  const { result } = useOnlineResult({ meeting: some ? id : null, attendance: false });
  const online = useMemo(() => {
    if (result.state !== 'ready' || result.value === null) return null;
    return onlineByReport(rules, result.value);
  }, [result, rules]);
  return useMemo(() => attendanceByReport(id, attendance, online), [id, attendance, online]);
}
