import { useState } from 'react';
import type { NominationList } from '@shared/codecs/nominations/types';
import { importNominations } from '@shared/domain/nomination/decide';
import type { Person } from '@shared/domain/person/types';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { viewOf } from '../../../db/store';
import { act, type ActResult } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import type { KnownParties } from '../known-parties';
import { listToTake, type Present, type WholeList } from '../take-over';

interface TakenOver {
  readonly result: ActResult;
  readonly importId: string | null;
}

/** Takes the rows of a preview over as one act. */
export function useTakeOver(meeting: string, parties: KnownParties) {
  const store = useStore();
  const [taking, setTaking] = useState(false);

  const present = async (): Promise<Present> => {
    const [people, nominations] = await Promise.all([
      store.collections.load('people', null),
      store.collections.load('nominations', meeting),
    ]);
    const tables = { people, nominations };
    const row = (table: keyof typeof tables, id: string) =>
      tables[table].get(id) as RecordRow | undefined;
    return {
      person: (id): Person | undefined => {
        const found = row('people', id);
        return found === undefined ? undefined : viewOf('people', found);
      },
      heads: (table, id, fields) => {
        const found = row(table, id);
        return found === undefined ? [] : headIds(found, fields);
      },
    };
  };

  const take = async (file: string, list: NominationList, whole: WholeList): Promise<TakenOver> => {
    const now = await present();
    let importId: string | null = null;
    const result = await act(store, (context) => {
      const taken = listToTake(list.rows, whole, parties, now, context.newId);
      const decision = importNominations(context, { meeting, file, ...taken });
      importId = decision.importId ?? null;
      return decision;
    });
    return { result, importId };
  };

  return {
    taking,
    take: (file: string, list: NominationList, whole: WholeList): Promise<TakenOver> => {
      setTaking(true);
      return take(file, list, whole).finally(() => setTaking(false));
    },
  };
}

export type TakeOver = ReturnType<typeof useTakeOver>;
