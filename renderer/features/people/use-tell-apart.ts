import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notTellApart, tellApart, ToldApart } from '@shared/domain/person/distinctions';
import { Roots } from '@shared/domain/person/roots';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../db/act';
import { useStore } from '../../db/hooks';
import { toast } from '../../ui/toasts';

/** What a distinction sets. */
const FIELDS = ['one', 'other', 'removed'];

interface TellingApart {
  /** Says that these are two human beings; resolves to whether it was saved. */
  readonly apart: (one: Person, other: Person) => Promise<boolean>;
  readonly takeBack: (one: Person, other: Person) => Promise<boolean>;
}

/** Telling people apart and taking it back, each told with the way back. */
export function useTellApart(): TellingApart {
  const { t } = useTranslation('people');
  const store = useStore();
  const act = useAct();
  const refusal = useRefusal();

  const refused = useCallback(
    (result: { readonly reason: string }) => {
      const known = (['forgotten', 'ring'] as const).find((one) => one === result.reason);
      const words = known === undefined ? t('notSaved') : t(`refused.${known}`);
      toast(refusal(result) ?? words, { tone: 'bad' });
      return false;
    },
    [refusal, t],
  );

  /** All distinctions that hold, and what a decision about some of them goes over. */
  const known = useCallback(async () => {
    const distinctions = await store.list('distinctions');
    const rows = await store.collections.load('distinctions', null);
    const over = new Map<string, string[]>();
    for (const id of rows.keys()) {
      over.set(id, await store.heads('distinctions', null, id, FIELDS));
    }
    return { distinctions, overOf: (id: string): readonly string[] => over.get(id) ?? [] };
  }, [store]);

  const takeBack = useCallback(
    async (one: Person, other: Person) => {
      const result = await act(async (context) => {
        const { distinctions, overOf } = await known();
        const roots = new Roots(await store.list('people'));
        const said = new ToldApart(distinctions, roots).of(one.id, other.id);
        return notTellApart(context, said, overOf);
      });
      if (!result.ok) return refused(result);
      toast(t('apart.undone', { name: displayName(one), other: displayName(other) }));
      return true;
    },
    [act, known, refused, store, t],
  );

  const apart = useCallback(
    async (one: Person, other: Person) => {
      const result = await act(async (context) => {
        const { distinctions, overOf } = await known();
        const people = new Map((await store.list('people')).map((person) => [person.id, person]));
        return tellApart(context, people, [one.id, other.id], distinctions, overOf);
      });
      if (!result.ok) return refused(result);
      toast(t('apart.done', { name: displayName(one), other: displayName(other) }), {
        action: { label: t('undo'), run: () => void takeBack(one, other) },
      });
      return true;
    },
    [act, known, refused, store, takeBack, t],
  );

  return { apart, takeBack };
}
