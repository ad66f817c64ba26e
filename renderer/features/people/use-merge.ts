import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ToldApart } from '@shared/domain/person/distinctions';
import { mergePeople, unmergePerson } from '@shared/domain/person/merge';
import { Roots } from '@shared/domain/person/roots';
import { displayName } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../db/act';
import { useStore } from '../../db/hooks';
import { toast } from '../../ui/toasts';

interface Merging {
  /** Says that both are one human being; resolves to whether it was saved. */
  readonly merge: (from: Person, into: Person) => Promise<boolean>;
  readonly unmerge: (person: Person) => Promise<boolean>;
}

/** Merging people and taking it back, each told with the way back. */
export function useMerge(): Merging {
  const { t } = useTranslation('people');
  const store = useStore();
  const act = useAct();
  const refusal = useRefusal();

  const everybody = useCallback(
    async () => new Map((await store.list('people')).map((one) => [one.id, one])),
    [store],
  );
  const heads = useCallback(
    (id: string) => store.heads('people', null, id, ['mergedInto']),
    [store],
  );
  const refused = useCallback(
    (result: { readonly reason: string }) => {
      const own = ['already-merged', 'ring', 'forgotten', 'not-merged', 'told-apart'] as const;
      const known = own.find((one) => one === result.reason);
      const words = known === undefined ? t('notSaved') : t(`refused.${known}`);
      toast(refusal(result) ?? words, { tone: 'bad' });
      return false;
    },
    [refusal, t],
  );

  const unmerge = useCallback(
    async (person: Person) => {
      const result = await act(async (context) => {
        const people = await everybody();
        const over = new Map<string, string[]>();
        for (const { id, mergedInto } of people.values()) {
          if (mergedInto !== null) over.set(id, await heads(id));
        }
        return unmergePerson(context, people, person.id, (id) => over.get(id) ?? []);
      });
      if (!result.ok) return refused(result);
      toast(t('unmerged', { name: displayName(person) }));
      return true;
    },
    [act, everybody, heads, refused, t],
  );

  const merge = useCallback(
    async (from: Person, into: Person) => {
      const result = await act(async (context) => {
        const people = await everybody();
        const apart = new ToldApart(await store.list('distinctions'), new Roots(people.values()));
        return mergePeople(context, people, from.id, into.id, await heads(from.id), apart);
      });
      if (!result.ok) return refused(result);
      toast(t('merged', { name: displayName(from), into: displayName(into) }), {
        action: { label: t('undo'), run: () => void unmerge(from) },
      });
      return true;
    },
    [act, store, everybody, heads, refused, unmerge, t],
  );

  return { merge, unmerge };
}
