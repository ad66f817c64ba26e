import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addOperator,
  grantRole,
  introduceRoles,
  removeOperator,
  renameOperator,
  revokeGrant,
} from '@shared/domain/operator/decide';
import type { Role } from '@shared/domain/operator/types';
import { useAct, type ActResult } from '@renderer/db/act';
import { useStore } from '@renderer/db/hooks';
import { useSettings } from '@renderer/features/settings';
import { toast } from '@renderer/ui/toasts';
import { useRefusal } from './use-refusal';

const GRANT = ['role', 'since'];

/** The acts on operators; each resolves when it is acknowledged, or with the reason why not. */
export function useOperatorActs() {
  const store = useStore();
  const act = useAct();
  const acting = useSettings().settings.operator.id;
  return useMemo(() => {
    const heads = (id: string, fields: readonly string[]) =>
      store.heads('operators', null, id, fields);
    const operatorsNow = () => store.list('operators');
    return {
      add: (id: string, name: string, role: Role | null) =>
        act(async (context) =>
          addOperator(context, { id, name, role, operators: await operatorsNow() }),
        ),
      rename: (id: string, name: string) =>
        act(async (context) => {
          const known = (await operatorsNow()).some((one) => one.id === id);
          return renameOperator(context, { id, name, known, over: await heads(id, ['name']) });
        }),
      introduceRoles: (name: string) =>
        act(async (context) => {
          const [operators, over] = [await operatorsNow(), await heads(acting, ['name'])];
          return introduceRoles(context, { acting, name, operators, over });
        }),
      grant: (id: string, role: Role | null, since: string | null) =>
        act(async (context) => {
          const operators = await operatorsNow();
          const among = { id, acting, operators, over: await heads(id, GRANT) };
          return role === null
            ? revokeGrant(context, among)
            : grantRole(context, { ...among, role, since });
        }),
      remove: (id: string) =>
        act(async (context) => {
          const operators = await operatorsNow();
          const over = { removed: await heads(id, ['removed']), grant: await heads(id, GRANT) };
          return removeOperator(context, { id, acting, operators, over });
        }),
    };
  }, [store, act, acting]);
}

const REASONS = ['no-name', 'last-coordinator', 'own-role', 'at-work'] as const;

/** Words for an act on an operator that was not done. */
export function useProblemWords(): (result: Extract<ActResult, { ok: false }>) => string {
  const { t } = useTranslation('operators');
  const refusal = useRefusal();
  return (result) => {
    const known = REASONS.find((one) => one === result.reason);
    return known === undefined ? (refusal(result) ?? t('notSaved')) : t(`problem.${known}`);
  };
}

/** Says what became of an act. Returns whether it was acknowledged. */
export function useTellResult(): (result: ActResult, done: string) => boolean {
  const words = useProblemWords();
  return (result, done) => {
    if (result.ok) toast(done);
    else toast(words(result), { tone: 'bad' });
    return result.ok;
  };
}
