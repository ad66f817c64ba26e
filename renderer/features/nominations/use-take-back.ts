import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '@shared/domain/import/operations';
import { displayName } from '@shared/domain/person/rules';
import type { KeptBecause } from '@shared/projections/imported-records';
import { formatNumber } from '@shared/i18n/format';
import { bridge } from '../../bridge/client';
import { act } from '../../db/act';
import { useStore } from '../../db/hooks';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../ui/toasts';
import { takeBackImport, type TakingBack } from './take-back';

/** Somebody whom taking an import back left in place. */
export interface Kept {
  readonly person: string;
  readonly name: string;
  readonly because: KeptBecause;
}

/** Takes imports back, one act each. `kept` is what has to be told of the last one. */
export function useTakeBack(meeting: string) {
  const { t, i18n } = useTranslation('nominations');
  const refusal = useRefusal();
  const store = useStore();
  const [working, setWorking] = useState<string | null>(null);
  const [kept, setKept] = useState<readonly Kept[]>([]);

  const namesOf = async ({ kept: records }: TakingBack): Promise<Kept[]> => {
    const people = new Map((await store.list('people')).map((person) => [person.id, person]));
    const found = new Map<string, Kept>();
    for (const { subjects, because } of records) {
      const person = people.get(subjects[0] ?? '');
      if (person === undefined || because === undefined || found.has(person.id)) continue;
      found.set(person.id, { person: person.id, name: displayName(person), because });
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  };

  const takeBack = async (importId: string): Promise<void> => {
    let taken: TakingBack | null = null;
    const result = await act(store, async (context) => {
      taken = await takeBackImport(
        context,
        { store, register: bridge.register },
        { meeting, importId },
      );
      return taken === null
        ? { ok: false, reason: 'not-known' }
        : { ok: true, drafts: taken.drafts };
    });
    const done = taken as TakingBack | null;
    if (!result.ok || done === null) {
      const own = !result.ok && result.reason === 'not-known' ? 'made.cannot' : 'notSaved';
      toast((result.ok ? null : refusal(result)) ?? t(own), { tone: 'bad' });
      return;
    }
    const number = formatNumber(done.removed, i18n.language);
    toast(t('made.takenBack', { count: done.removed, number }));
    setKept(await namesOf(done));
  };

  return {
    /** Id of the import that is being taken back. */
    working,
    kept,
    forgetKept: () => setKept([]),
    takeBack: (made: Pick<ImportRecord, 'id'>): void => {
      setWorking(made.id);
      takeBack(made.id)
        .catch(() => toast(t('notSaved'), { tone: 'bad' }))
        .finally(() => setWorking(null));
    },
  };
}

export type TakeBack = ReturnType<typeof useTakeBack>;
