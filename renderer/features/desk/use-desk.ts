import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Badge } from '@shared/domain/badge/types';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Attendance } from '@shared/domain/attendance/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { OnlineByReport } from '@shared/statistics/virtual/by-report';
import { LOADING, type Loadable } from '../../db/collections';
import { together, useAttendance, useRecord, useRecords } from '../../db/hooks';
import { inSlices } from '../../ui/slices';
import { DeskDirectory, type DeskData } from './directory';

export interface DeskModel {
  readonly meeting: Meeting;
  /** Nominations and attendance are read: figures can be counted. */
  readonly counted: boolean;
  /** People and nominations are read: it is known who is expected, and whose badge is whose. */
  readonly named: boolean;
  /** 0 while not everybody who is known can be found; another number when more can. */
  readonly answers: number;
  readonly nominations: readonly Nomination[];
  readonly attendance: ReadonlyMap<string, Attendance>;
  /** There before the people are: figures are counted, and have names, without them. */
  readonly parties: ReadonlyMap<string, Party>;
  readonly directory: DeskDirectory;
  /** Another one whenever people, nominations or parties have changed: the directory is the same. */
  readonly edition: unknown;
  /** The meeting's; none while they are still being read: nobody waits for them. */
  readonly badges: readonly Badge[];
  /** What the platforms' reports say of who was online; `null`: the roll-call stands. */
  readonly online: OnlineByReport | null;
}

const NO_BADGES: readonly Badge[] = [];

const NO_PARTIES: ReadonlyMap<string, Party> = new Map();

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
export function useDeskModel(meetingId: string): Loadable<Omit<DeskModel, 'online'> | null> {
  const meeting = useRecord('meetings', meetingId);
  const nominations = useRecords('nominations', meetingId);
  const people = useRecords('people');
  const parties = useRecords('parties');
  const attendance = useAttendance(meetingId);
  const badges = useRecords('badges');
  const [directory] = useState(() => new DeskDirectory());
  const named = useMemo(
    () => together({ people, nominations, parties }),
    [people, nominations, parties],
  );
  const answers = useIndexed(directory, named);
  const partiesById = useMemo(
    () =>
      parties.state === 'ready' ? new Map(parties.value.map((one) => [one.id, one])) : NO_PARTIES,
    [parties],
  );
  const seen = useMemo(
    () => together({ nominations, attendance, parties }),
    [nominations, attendance, parties],
  );
  const own = useMemo(
    () =>
      badges.state === 'ready'
        ? badges.value.filter((badge) => badge.meeting === meetingId)
        : NO_BADGES,
    [badges, meetingId],
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
      parties: partiesById,
      ...{ directory, counted, answers, badges: own, edition: named },
      named: named.state === 'ready',
    };
    return { state: 'ready', value };
  }, [meeting, named, seen, directory, answers, own, partiesById]);
}
