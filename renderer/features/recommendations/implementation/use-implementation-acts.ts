import { useTranslation } from 'react-i18next';
import {
  implementationId,
  REPORT_FIELDS,
  reportImplementation,
  takeBackReport,
} from '@shared/domain/implementation/decide';
import type { ImplementationProblem, ReportedStatus } from '@shared/domain/implementation/rules';
import type { Implementation } from '@shared/domain/implementation/types';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { useRefusal } from '@renderer/features/operators';
import { useAct, type ActResult } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { toast } from '../../../ui/toasts';
import { today } from '../../../ui/today';

const PROBLEMS: readonly ImplementationProblem[] = [
  'not-in-force',
  'not-addressed',
  'year-before-agreement',
  'year-in-future',
  'day-too-early',
  'day-in-future',
  'evidence-too-long',
];

type Refused = Extract<ActResult, { ok: false }>;

interface Recorded extends ReportedStatus {
  readonly party: string;
  /** The party's name, for the message. */
  readonly name: string;
}

/** What is recorded about implementation, each with the way back. */
export function useImplementationActs(recommendation: Recommendation) {
  const { t } = useTranslation('recommendations');
  const act = useAct();
  const store = useStore();
  const refusal = useRefusal();

  /** Words for why it was not recorded. */
  const words = (result: Refused): string => {
    const problem = PROBLEMS.find((one) => one === result.reason);
    if (problem !== undefined) return t(`implementationProblem.${problem}`);
    return refusal(result) ?? t('notSaved');
  };
  const heads = (id: string, fields: readonly string[]) =>
    store.heads('implementations', null, id, fields);

  const commit = (report: Recorded) => {
    let before: Implementation | null = null;
    const result = act(async (context) => {
      const all = await store.list('implementations');
      const { party, year } = report;
      before =
        all.find(
          (one) =>
            one.recommendation === recommendation.id && one.party === party && one.year === year,
        ) ?? null;
      const id = before?.id ?? implementationId(recommendation.id, party, year);
      const over = new Map<string, string[]>();
      for (const field of REPORT_FIELDS) over.set(field, await heads(id, [field]));
      return reportImplementation(
        context,
        { ...report, recommendation, today: today() },
        {
          report: before,
          headsOf: (fields) => [...new Set(fields.flatMap((field) => over.get(field) ?? []))],
        },
      );
    });
    return result.then((value) => ({ result: value, before }));
  };

  const setRemoved = (id: string, removed: boolean): Promise<ActResult> =>
    act(async (context) => takeBackReport(context, { id }, removed, await heads(id, ['removed'])));

  const undone = (result: ActResult): void => {
    if (result.ok) toast(t('implementation.undone'));
    else toast(words(result), { tone: 'bad' });
  };

  return {
    words,
    record: async (report: Recorded): Promise<ActResult> => {
      const { result, before } = await commit(report);
      if (!result.ok) return result;
      if (result.operations.length === 0) {
        toast(t('implementation.same'), { tone: 'accent' });
        return result;
      }
      const { party, year, name } = report;
      const undo = async () =>
        undone(
          before === null
            ? await setRemoved(implementationId(recommendation.id, party, year), true)
            : (await commit({ ...before, name })).result,
        );
      const status = t(`implementationStatus.${report.status}`);
      toast(t('implementation.saved', { party: name, year, status }), {
        action: { label: t('implementation.undo'), run: () => void undo() },
      });
      return result;
    },
    takeBack: async ({ id, year }: Implementation, name: string): Promise<void> => {
      const result = await setRemoved(id, true);
      if (!result.ok) {
        toast(words(result), { tone: 'bad' });
        return;
      }
      toast(t('implementation.takenBack', { party: name, year }), {
        action: {
          label: t('implementation.undo'),
          run: () => void setRemoved(id, false).then(undone),
        },
      });
    },
  };
}
