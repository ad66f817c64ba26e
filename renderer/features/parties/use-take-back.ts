import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import type { KeptBecause } from '@shared/projections/imported-records';
import { formatNumber } from '@shared/i18n/format';
import { bridge } from '../../bridge/client';
import { act } from '../../db/act';
import { useStore } from '../../db/hooks';
import { toast } from '../../ui/toasts';
import { takeBackImport, type TakingBack } from '../nominations';
import { useRefusal } from '../operators';

/** A party that taking a registry back left as it is. */
export interface KeptParty {
  readonly id: string;
  readonly name: string;
  readonly because: KeptBecause;
}

/** Takes registries back, one act each. `kept` is what has to be told of the last one. */
export function useTakeBack() {
  const { t, i18n } = useTranslation('imports');
  const refusal = useRefusal();
  const store = useStore();
  const [working, setWorking] = useState<string | null>(null);
  const [kept, setKept] = useState<readonly KeptParty[]>([]);

  const keptOf = async ({ kept: records }: TakingBack): Promise<KeptParty[]> => {
    const parties = new Map((await store.list('parties')).map((party) => [party.id, party]));
    return records
      .flatMap(({ id, because }): KeptParty[] => {
        const party = parties.get(id);
        if (party === undefined || because === undefined) return [];
        return [{ id, name: nameIn(party.names, i18n.language), because }];
      })
      .sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  };

  const undo = async (importId: string): Promise<void> => {
    const found: TakingBack[] = [];
    const result = await act(store, async (context) => {
      const what = { meeting: null, importId };
      const taken = await takeBackImport(context, { store, register: bridge.register }, what);
      if (taken === null) return { ok: false, reason: 'not-known' };
      found.push(taken);
      return { ok: true, drafts: taken.drafts };
    });
    const [done] = found;
    if (!result.ok || done === undefined) {
      const own = !result.ok && result.reason === 'not-known' ? 'cannot' : 'notSaved';
      toast((result.ok ? null : refusal(result)) ?? t(`registry.${own}`), { tone: 'bad' });
      return;
    }
    const count = done.removed;
    toast(t('registry.takenBack', { count, number: formatNumber(count, i18n.language) }));
    setKept(await keptOf(done));
  };

  return {
    /** Id of the import that is being taken back. */
    working,
    kept,
    forgetKept: () => setKept([]),
    takeBack: (importId: string): void => {
      setWorking(importId);
      undo(importId)
        .catch(() => toast(t('registry.notSaved'), { tone: 'bad' }))
        .finally(() => setWorking(null));
    },
  };
}

export type TakeBack = ReturnType<typeof useTakeBack>;
