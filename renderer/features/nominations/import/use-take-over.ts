import { useState } from 'react';
import type { NominationRow } from '@shared/codecs/nominations/types';
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

/** What is taken over: rows as they were decided on, and what was said of spellings. */
export interface Taking {
  readonly file: string;
  readonly rows: readonly NominationRow[];
  readonly whole: WholeList;
  readonly settled: ReadonlyMap<string, string>;
}

/** Takes the rows of a preview over as one act. */
export function useTakeOver(meeting: string, parties: KnownParties) {
  const store = useStore();
  const [taking, setTaking] = useState(false);

  const present = async (): Promise<Present> => {
    const [people, nominations, own] = await Promise.all([
      store.collections.load('people', null),
      store.collections.load('nominations', meeting),
      store.collections.load('parties', null),
    ]);
    const tables = { people, nominations, parties: own };
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

  const take = async ({ file, rows, whole, settled }: Taking): Promise<TakenOver> => {
    const now = await present();
    let importId: string | null = null;
    const result = await act(store, (context) => {
      const taken = listToTake(rows, whole, parties, now, context.newId, settled);
      const decision = importNominations(context, { meeting, file, ...taken });
      importId = decision.importId ?? null;
      return decision;
    });
    return { result, importId };
  };

  return {
    taking,
    take: (what: Taking): Promise<TakenOver> => {
      setTaking(true);
      return take(what).finally(() => setTaking(false));
    },
  };
}

export type TakeOver = ReturnType<typeof useTakeOver>;
