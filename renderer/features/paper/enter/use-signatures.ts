import { useCallback, useMemo, useRef, useState } from 'react';
import { takeSignature, takeSignatureBack } from '@shared/domain/attendance/paper';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import { Roots } from '@shared/domain/person/roots';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { useAct, type ActResult } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import type { MeetingPeople } from '../../../db/meeting-people';

/** How somebody came to be present in the session; `null`: nobody has said so. */
export function presenceIn(
  attendance: Attendance | undefined,
  session: Session,
): AttendanceEvent | null {
  const scope = `session:${session.id}`;
  const found = attendance?.events.filter(
    (event) => event.kind === 'arrived' && event.scope === scope && event.modality === 'in-person',
  );
  return found?.[0] ?? null;
}

/** Enters signatures of one session, one after the other, and takes them back. */
export function useSignatures(model: MeetingPeople, session: Session) {
  const act = useAct();
  const store = useStore();
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  // Keys come faster than acknowledgements: each act waits for the one before it.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const meeting = model.meeting.id;
  const roots = useMemo(() => new Roots([...model.people.values()]), [model.people]);

  const mark = useCallback((person: string, on: boolean) => {
    setSaving((before) => {
      const next = new Set(before);
      if (on) next.add(person);
      else next.delete(person);
      return next;
    });
  }, []);

  const inTurn = useCallback(
    (person: string, work: () => Promise<ActResult>): Promise<ActResult> => {
      mark(person, true);
      const done = queue.current.then(work).finally(() => mark(person, false));
      queue.current = done.catch(() => undefined);
      return done;
    },
    [mark],
  );

  /** What is on record in each of somebody's records, as it is now and not as it was last drawn. */
  const recordsNow = async (person: string): Promise<readonly Attendance[]> => {
    const rows = await store.collections.load('attendance', meeting);
    return roots.recordsOf(person).flatMap((record) => {
      const row = rows.get(attendanceId(meeting, record));
      return row?.table === 'attendance' ? [attendanceView(row)] : [];
    });
  };

  const sign = (person: string): Promise<ActResult> =>
    inTurn(person, () =>
      act(async (context) => {
        const events = (await recordsNow(person)).flatMap((one) => one.events);
        return takeSignature(context, { meeting, person, session }, { meeting, person, events });
      }),
    );

  /** Takes back what paper said of somebody in this session; nothing that others saw. */
  const takeBack = (person: string): Promise<ActResult> =>
    inTurn(person, () =>
      act(async (context) =>
        takeSignatureBack(context, { meeting, session }, await recordsNow(person)),
      ),
    );

  return { saving, sign, takeBack };
}

export type Signatures = ReturnType<typeof useSignatures>;
