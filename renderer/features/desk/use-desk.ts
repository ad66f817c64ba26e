import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Attendance } from '@shared/domain/attendance/types';
import { arrive, retract } from '@shared/domain/attendance/decide';
import { deskAnswer, type DeskAnswer } from '@shared/domain/attendance/desk';
import type { Nomination } from '@shared/domain/nomination/types';
import { attendanceView } from '@shared/projections/attendance';
import { attendanceId } from '@shared/projections/row';
import { useAct } from '../../db/act';
import { LOADING, type Loadable } from '../../db/collections';
import { together, useAttendance, useRecord, useRecords, useStore } from '../../db/hooks';
import { inSlices } from '../../ui/slices';
import { DeskDirectory, type DeskData } from './directory';

export interface DeskModel {
  readonly meeting: Meeting;
  /** Nominations and attendance are read: figures can be counted. */
  readonly counted: boolean;
  /** 0 while not everybody who is known can be found; another number when more can. */
  readonly answers: number;
  readonly nominations: readonly Nomination[];
  readonly attendance: ReadonlyMap<string, Attendance>;
  readonly directory: DeskDirectory;
}

const NOBODY = { nominations: [], attendance: new Map<string, Attendance>() };

/**
 * Keeps the directory level; people who come in thousands are indexed in slices, so that whoever
 * types meanwhile does not wait. What comes back is another number whenever it has come to an end,
 * and 0 while not everybody can be found yet.
 */
function useIndexed(directory: DeskDirectory, data: Loadable<DeskData>): number {
  const [ends, end] = useReducer((count: number) => count + 1, 1);
  const answered = useMemo(
    () => data.state === 'ready' && directory.update(data.value).answers,
    [directory, data],
  );
  useEffect(() => {
    if (!directory.isBehind) return undefined;
    return inSlices((hasTime) => directory.work(hasTime), end);
  }, [directory, data]);
  return answered || directory.answers ? ends : 0;
}

/**
 * Everything the desk of one meeting needs, from memory once it has been read. The desk is there as
 * soon as its meeting is: the box takes letters while the people are read, and answers when they are.
 */
export function useDeskModel(meetingId: string): Loadable<DeskModel | null> {
  const meeting = useRecord('meetings', meetingId);
  const nominations = useRecords('nominations', meetingId);
  const people = useRecords('people');
  const parties = useRecords('parties');
  const attendance = useAttendance(meetingId);
  const [directory] = useState(() => new DeskDirectory());
  const named = useMemo(
    () => together({ people, nominations, parties }),
    [people, nominations, parties],
  );
  const answers = useIndexed(directory, named);
  const seen = useMemo(
    () => together({ nominations, attendance, parties }),
    [nominations, attendance, parties],
  );
  return useMemo(() => {
    const failed = [meeting, named, seen].find(({ state }) => state === 'failed');
    if (failed?.state === 'failed') return failed;
    if (meeting.state !== 'ready') return LOADING;
    if (meeting.value === null) return { state: 'ready', value: null };
    const counts = seen.state === 'ready' ? seen.value : NOBODY;
    const counted = seen.state === 'ready';
    // People instead of records, as soon as it is known which records are one person.
    const merged = named.state === 'ready' ? directory.nominations : counts.nominations;
    const value = {
      meeting: meeting.value,
      nominations: merged,
      attendance: directory.attendance(counts.attendance),
      ...{ directory, counted, answers },
    };
    return { state: 'ready', value };
  }, [meeting, named, seen, directory, answers]);
}

/** One thing that was done here, newest first in the list; undone ones stay, struck out. */
export interface DeskAction {
  readonly person: string;
  readonly when: string;
  readonly events: readonly string[];
  readonly undone: boolean;
}

export type DeskResult =
  | { readonly person: string; readonly answer: DeskAnswer; readonly state: 'saving' | 'saved' }
  | {
      readonly person: string;
      readonly answer: DeskAnswer;
      readonly state: 'failed';
      readonly reason: string;
    };

const KEPT_ACTIONS = 20;

/** The acts of a desk: check somebody in, take it back; and what became of the last ones. */
export function useDeskActions(model: DeskModel, session: Session | null) {
  const store = useStore();
  const act = useAct();
  const [result, setResult] = useState<DeskResult | null>(null);
  const [actions, setActions] = useState<readonly DeskAction[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { meeting, directory } = model;

  /**
   * As it is at this moment, not as it was last drawn: two scans of one badge within one frame
   * must not both be welcomed.
   */
  const attendanceNow = async (person: string): Promise<Attendance | undefined> => {
    const rows = await store.collections.load('attendance', meeting.id);
    const seen = new Map<string, Attendance>();
    for (const record of directory.recordsOf(person)) {
      const row = rows.get(attendanceId(meeting.id, record));
      if (row?.table === 'attendance') seen.set(record, attendanceView(row));
    }
    return directory.attendance(seen).get(person);
  };

  const record = async (person: string): Promise<DeskResult> => {
    const attendance = await attendanceNow(person);
    const nominations = directory.nominationsOf.get(person) ?? [];
    const answer = deskAnswer(meeting.state, session, nominations, attendance, 'in-person');
    if (answer.kind !== 'welcome') return { person, answer, state: 'saved' };
    const { scopes } = answer;
    setResult({ person, answer, state: 'saving' });
    const when = new Date().toISOString();
    const done = await act((context) =>
      arrive(
        context,
        { meeting: meeting.id, person, scopes, modality: 'in-person', source: 'search' },
        attendance,
      ),
    );
    if (!done.ok) return { person, answer, state: 'failed', reason: done.reason };
    const action = { person, when, events: done.operations, undone: false };
    setActions((before) => [action, ...before].slice(0, KEPT_ACTIONS));
    return { person, answer, state: 'saved' };
  };

  /** Sets a person present, one after the other; resolves when it is acknowledged or refused. */
  const checkIn = (person: string): Promise<DeskResult> => {
    const next = queue.current.then(() => record(person));
    queue.current = next.catch(() => undefined);
    return next.then((outcome) => {
      setResult(outcome);
      return outcome;
    });
  };

  const undo = useCallback(
    async (action: DeskAction): Promise<boolean> => {
      const done = await act((context) =>
        retract(context, meeting.id, action.person, action.events, null),
      );
      if (!done.ok) return false;
      setActions((before) =>
        before.map((one) => (one.events === action.events ? { ...one, undone: true } : one)),
      );
      setResult((before) => (before?.person === action.person ? null : before));
      return true;
    },
    [act, meeting.id],
  );

  return { result, actions, checkIn, undo, clear: () => setResult(null) };
}
