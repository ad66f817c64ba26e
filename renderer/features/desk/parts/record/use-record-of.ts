import { useEffect, useMemo, useState } from 'react';
import { recordOf, type RecordedEvent } from '@shared/domain/attendance/record';
import { Roots } from '@shared/domain/person/roots';
import { bridge } from '@renderer/bridge/client';
import { LOADING, type Loadable } from '../../../../db/collections';
import { useAttendance, useRecords } from '../../../../db/hooks';

/** Every event ever recorded of a person at a meeting, read again when something is recorded. */
export function useRecordOf(meeting: string, person: string): Loadable<readonly RecordedEvent[]> {
  const people = useRecords('people');
  const attendance = useAttendance(meeting);
  const [read, setRead] = useState<Loadable<readonly RecordedEvent[]>>(LOADING);
  const ids = useMemo(() => {
    const all = people.state === 'ready' ? people.value : [];
    const roots = new Roots(all);
    return roots.recordsOf(roots.of(person));
  }, [people, person]);
  const seen =
    attendance.state === 'ready' ? ids.map((id) => attendance.value.get(id)?.events ?? []) : null;
  const edition = seen?.flatMap((events) => events.map(({ id }) => id)).join(' ') ?? null;

  useEffect(() => {
    if (edition === null) return undefined;
    let wanted = true;
    Promise.all(ids.map((record) => bridge.register.history({ record }))).then(
      (histories) => {
        if (!wanted) return;
        const operations = histories.flatMap((one) => one.operations);
        setRead({ state: 'ready', value: recordOf(operations, meeting) });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (wanted) setRead({ state: 'failed', message });
      },
    );
    return () => {
      wanted = false;
    };
  }, [ids, meeting, edition]);
  return read;
}
