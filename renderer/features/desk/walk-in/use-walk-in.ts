import { useCallback } from 'react';
import { decideWalkIn, type WalkIn, type WalkInRefusal } from '@shared/domain/nomination/walk-in';
import type { Scope } from '@shared/domain/attendance/types';
import type { Capacity } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import { partyFieldsOf, type KnownParties } from '@renderer/features/nominations';
import { useStore } from '../../../db/hooks';
import { viewOf } from '../../../db/store';
import { today } from '../../../ui/today';
import { useDeskWrite } from '../acts/use-desk-write';
import type { DeskModel } from '../use-desk';
import type { WrittenName } from './name-words';

export interface TypedWalkIn {
  readonly known: Person | null;
  readonly written: WrittenName;
  /** A known party, recorded or not; an empty text where none was chosen. */
  readonly party: string;
  readonly capacity: Capacity;
}

export type WrittenDown =
  | { readonly ok: true; readonly person: string }
  | {
      readonly ok: false;
      readonly reason: WalkInRefusal | 'not-permitted' | 'not-saved';
      /** Where somebody has a nomination already: whose. */
      readonly person: string | null;
    };

const REFUSALS: readonly string[] = [
  ...['name-missing', 'party-missing', 'already-nominated', 'forgotten', 'meeting-closed'],
  'not-permitted',
];

/** What holds of a person at this moment, not as it was last drawn. */
export function usePersonNow(model: DeskModel) {
  const store = useStore();
  const { meeting, directory } = model;
  const { attendanceOf } = useDeskWrite(model);
  return useCallback(
    async (person: string) => {
      const records = directory.recordsOf(person);
      const [rows, nominations, attendance] = await Promise.all([
        store.collections.load('people', null),
        store.list('nominations', meeting.id),
        attendanceOf([person]),
      ]);
      const row = rows.get(person);
      return {
        records,
        nominations: nominations.filter((one) => records.includes(one.person)),
        forgotten: row !== undefined && viewOf('people', row).forgotten,
        attendance: attendance.get(person),
      };
    },
    [store, meeting.id, directory, attendanceOf],
  );
}

/** Writes a walk-in down: nomination and arrival in one commit, listed among the last actions. */
export function useWalkIn(model: DeskModel, parties: KnownParties, scopes: readonly Scope[]) {
  const { meeting } = model;
  const { write } = useDeskWrite(model);
  const personNow = usePersonNow(model);
  return async ({ known, written, party, capacity }: TypedWalkIn): Promise<WrittenDown> => {
    const now = known === null ? null : await personNow(known.id);
    const chosen = parties.byId.get(party);
    const isNew = chosen !== undefined && !chosen.recorded;
    let person = known?.id ?? '';
    const done = await write({ kind: 'walk-in', about: null }, (context) => {
      const walkIn: WalkIn = {
        ...{ meeting, capacity, scopes, receivedOn: today() },
        person: { id: known?.id ?? null, set: known === null ? { ...written } : {} },
        party: isNew ? context.newId() : party,
        ...(isNew ? { newParty: partyFieldsOf(chosen) } : {}),
        ...{ source: 'search', modality: 'in-person' },
      };
      const decision = decideWalkIn(context, walkIn, now ?? undefined);
      if (decision.ok) person = decision.drafts.at(-1)?.subjects[0] ?? person;
      return decision;
    });
    if (done.ok) return { ok: true, person };
    const reason = REFUSALS.includes(done.reason) ? done.reason : 'not-saved';
    return { ok: false, reason: reason as WalkInRefusal, person: known?.id ?? null };
  };
}
