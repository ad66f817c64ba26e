import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyHeads } from '@shared/domain/party/decide';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import type { Resources } from '@shared/i18n/i18n';
import type { ActResult } from '../../db/act';
import { useStore } from '../../db/hooks';
import { useRefusal } from '../operators';
import { toast } from '../../ui/toasts';

/** What changes of parties go over, read once for a whole decision. */
export function usePartyHeads(): () => Promise<PartyHeads> {
  const store = useStore();
  return useCallback(async () => {
    const rows = await store.collections.load('parties', null);
    return (party, fields) => {
      const row = rows.get(party);
      return row === undefined ? [] : headIds(row as RecordRow, fields);
    };
  }, [store]);
}

type Problem = keyof Resources['parties']['problem'];

const PROBLEMS: readonly Problem[] = [
  'code-missing',
  'code-taken',
  'name-missing',
  'iso2-wrong',
  'm49-wrong',
  'dates-reversed',
  'statuses-overlap',
  'designations-overlap',
  'designation-empty',
  'footnote-empty',
  'focal-point-nameless',
  'email-wrong',
  'date-missing',
  'not-held',
  'disk-full',
];

/** Words for why something about a party was not recorded. */
export function useProblemWords(): (result: Extract<ActResult, { ok: false }>) => string {
  const { t } = useTranslation('parties');
  const refusal = useRefusal();
  return useCallback(
    (result) => {
      const problem = PROBLEMS.find((one) => one === result.reason);
      if (problem === undefined) return refusal(result) ?? t('notSaved');
      return t(`problem.${problem}`, { code: result.params?.['code'] ?? '' });
    },
    [t, refusal],
  );
}

/** Says what became of an act on a party. Returns whether it was acknowledged. */
export function useTellResult(): (result: ActResult, done: string) => boolean {
  const { t } = useTranslation('parties');
  const words = useProblemWords();
  return useCallback(
    (result, done) => {
      if (result.ok) toast(done);
      else if (result.reason === 'nothing-changed') toast(t('nothingChanged'), { tone: 'accent' });
      else toast(words(result), { tone: 'bad' });
      return result.ok;
    },
    [t, words],
  );
}
