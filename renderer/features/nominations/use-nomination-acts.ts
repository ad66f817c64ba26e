import { useTranslation } from 'react-i18next';
import type { HeadsOf } from '@shared/domain/nomination/bulk';
import { takeBackAct } from '@shared/domain/nomination/bulk';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import type { Body, Draft } from '@shared/operation/operation';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { useRefusal } from '@renderer/features/operators';
import { useAct, type ActResult } from '../../db/act';
import { useStore } from '../../db/hooks';
import { liveViews, type Store } from '../../db/store';
import { toast } from '../../ui/toasts';

/** What an act on nominations is decided from, as it is at that moment. */
export interface Present {
  readonly nominations: readonly Nomination[];
  readonly people: readonly Person[];
  readonly headsOf: HeadsOf;
}

async function present(store: Store, meeting: string): Promise<Present> {
  const [people, nominations] = await Promise.all([
    store.collections.load('people', null),
    store.collections.load('nominations', meeting),
  ]);
  const rows = { people, nominations };
  return {
    nominations: liveViews('nominations', nominations.values()),
    people: liveViews('people', people.values()),
    headsOf: (table, id, fields) => {
      const row = rows[table].get(id);
      return row === undefined ? [] : headIds(row as RecordRow, fields);
    },
  };
}

/** Acts on a meeting's nominations: each is told with a way back, and a refusal in words. */
export function useNominationActs(meeting: string) {
  const { t } = useTranslation('nominations');
  const refusal = useRefusal();
  const store = useStore();
  const act = useAct();

  const failed = (result: { readonly reason: string }) =>
    toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });

  const undo = async (made: readonly Draft[], before: Present): Promise<void> => {
    const nominations = new Map(before.nominations.map((one) => [one.id, one]));
    const people = new Map(before.people.map((one) => [one.id, one]));
    const { headsOf } = await present(store, meeting);
    const result = await act((context) =>
      takeBackAct(context, made, {
        headsOf,
        before: (table, id) =>
          ((table === 'people' ? people : nominations).get(id) as Body | undefined) ?? null,
      }),
    );
    if (result.ok) toast(t('takenBack'));
    else if (result.reason === 'moved-again') toast(t('movedAgain'), { tone: 'bad' });
    else failed(result);
  };

  /**
   * Decides and commits. `said` is told when it is done, with a way back. Reasons in `expected` are
   * left to the caller, who says them where they arose.
   */
  const commit = async (
    decide: (context: DecisionContext, now: Present) => Decision,
    said: string,
    expected: readonly string[] = [],
  ): Promise<ActResult> => {
    const now = await present(store, meeting);
    let made: readonly Draft[] = [];
    const result = await act((context) => {
      const decision = decide(context, now);
      if (decision.ok) made = decision.drafts;
      return decision;
    });
    if (result.ok) {
      const back = () => void undo(made, now).catch(() => failed({ reason: 'unavailable' }));
      toast(said, { action: { label: t('undo'), run: back } });
    } else if (!expected.includes(result.reason)) failed(result);
    return result;
  };

  return { commit };
}
