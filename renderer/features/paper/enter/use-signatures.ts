import { useCallback, useRef, useState } from 'react';
import { retract } from '@shared/domain/attendance/decide';
import { takeSignature } from '@shared/domain/attendance/paper';
import type { Attendance, AttendanceEvent } from '@shared/domain/attendance/types';
import type { Session } from '@shared/domain/meeting/types';
import { useAct, type ActResult } from '../../../db/act';
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
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  // Keys come faster than acknowledgements: each act waits for the one before it.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { meeting, attendance } = model;

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

  const sign = (person: string): Promise<ActResult> =>
    inTurn(person, () =>
      act((context) =>
        takeSignature(context, { meeting: meeting.id, person, session }, attendance.get(person)),
      ),
    );

  /** Takes back everything that paper said of somebody in this session; nothing that others saw. */
  const takeBack = (person: string): Promise<ActResult> => {
    const events = attendance.get(person)?.events ?? [];
    const when = presenceIn(attendance.get(person), session)?.when;
    const own = events.filter(
      ({ source, scope, when: at }) =>
        source === 'paper' && at === when && (scope === 'reception' || scope.endsWith(session.id)),
    );
    return inTurn(person, () =>
      act((context) =>
        retract(
          context,
          meeting.id,
          person,
          own.map(({ id }) => id),
          null,
        ),
      ),
    );
  };

  return { saving, sign, takeBack };
}

export type Signatures = ReturnType<typeof useSignatures>;
