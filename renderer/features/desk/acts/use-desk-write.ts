import { useCallback } from 'react';
import type { Attendance } from '@shared/domain/attendance/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { attendanceView } from '@shared/projections/attendance';
import { headIds } from '@shared/projections/record';
import { attendanceId, type RecordRow } from '@shared/projections/row';
import { useAct, type ActResult } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import type { DeskModel } from '../use-desk';
import { noteAction, noteUndone } from './recent';
import type { ActionKind, DeskAction } from './results';
import type { DeskHeads } from './take-back';

type Decide = (context: DecisionContext) => Decision | Promise<Decision>;

interface What {
  readonly kind: ActionKind;
  /** Whom it is about; absent: whom the operations are about. */
  readonly people?: readonly string[];
  readonly about: string | null;
}

/** Writing for the desk: everything as it is at this moment, not as it was last drawn. */
export function useDeskWrite({ meeting, directory }: DeskModel) {
  const store = useStore();
  const act = useAct();

  /** People's events under the records that stand for them; `null`: everybody's. */
  const attendanceOf = useCallback(
    async (people: readonly string[] | null): Promise<ReadonlyMap<string, Attendance>> => {
      const rows = await store.collections.load('attendance', meeting.id);
      const seen = new Map<string, Attendance>();
      if (people === null) {
        for (const row of rows.values()) {
          if (row.table === 'attendance') seen.set(row.person, attendanceView(row));
        }
        return directory.attendance(seen);
      }
      for (const record of people.flatMap((person) => directory.recordsOf(person))) {
        const row = rows.get(attendanceId(meeting.id, record));
        if (row?.table === 'attendance') seen.set(record, attendanceView(row));
      }
      return directory.attendance(seen);
    },
    [store, directory, meeting.id],
  );

  /** A person's nominations, also one that was written a moment ago and is not drawn yet. */
  const nominationsOf = useCallback(
    async (person: string): Promise<readonly Nomination[]> => {
      const records = directory.recordsOf(person);
      const all = await store.list('nominations', meeting.id);
      return all.filter((one) => records.includes(one.person));
    },
    [store, directory, meeting.id],
  );

  const headsNow = useCallback(async (): Promise<DeskHeads> => {
    const [nominations, people, badges] = await Promise.all([
      store.collections.load('nominations', meeting.id),
      store.collections.load('people', null),
      store.collections.load('badges', meeting.id),
    ]);
    const rows = { nominations, people, badges };
    return (table, id, fields) => {
      const row = rows[table].get(id);
      return row === undefined ? [] : headIds(row as RecordRow, fields);
    };
  }, [store, meeting.id]);

  /** Decides, commits, and lists it among the last actions. */
  const write = useCallback(
    async ({ kind, people, about }: What, decide: Decide): Promise<ActResult> => {
      let made: readonly Draft[] = [];
      const when = new Date().toISOString();
      // As it was before: the directory goes on while this is being written.
      const known = directory.nominationsById;
      const note = (decision: Decision): Decision => {
        if (decision.ok) made = decision.drafts;
        return decision;
      };
      const done = await act((context) => {
        const decided = decide(context);
        return decided instanceof Promise ? decided.then(note) : note(decided);
      });
      const [first] = made;
      if (done.ok && first !== undefined) {
        const before = made.flatMap(({ type, body }) =>
          type.startsWith('nomination.') ? (known.get(body['id'] as string) ?? []) : [],
        );
        const subjects = [...new Set(made.flatMap((one) => one.subjects))];
        noteAction(meeting.id, {
          ...{ id: first.id, kind, people: people ?? subjects, about, when, made, before },
          undone: false,
        });
      }
      return done;
    },
    [act, directory, meeting.id],
  );

  /** Decides and commits what takes an action back. */
  const commit = useCallback(
    async (action: DeskAction, decide: Decide): Promise<ActResult> => {
      const done = await act(decide);
      if (done.ok) noteUndone(meeting.id, action.id);
      return done;
    },
    [act, meeting.id],
  );

  return { write, commit, attendanceOf, nominationsOf, headsNow };
}
