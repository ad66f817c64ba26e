import { useTranslation } from 'react-i18next';
import { undoImport } from '@shared/domain/import/decide';
import { correctInstead } from '@shared/domain/virtual/decide';
import { byFile } from '@shared/domain/virtual/same-file';
import { personsOf, type Login, type Report } from '@shared/domain/virtual/types';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { toast } from '../../../ui/toasts';

/**
 * Takes a report back with its logins, as one act. Where another desk took the same file over, that
 * report stays, and what corrected this one corrects that.
 */
export function useTakeBack(
  reports: readonly Report[],
): (report: Report, own: readonly Login[]) => Promise<void> {
  const { t } = useTranslation('virtualResult');
  const refusal = useRefusal();
  const store = useStore();
  const act = useAct();
  return async (report, own) => {
    const { meeting, import: importId } = report;
    if (importId === null) return;
    const stays = [...byFile(reports).values()]
      .find((same) => same.includes(report))
      ?.find(({ id }) => id !== report.id);
    const corrections = reports.filter(({ replaces }) => replaces === report.id);
    let kept = 0;
    const result = await act(async (context) => {
      const undone = undoImport(
        context,
        meeting,
        importId,
        await store.heads('imports', meeting, importId, ['state']),
        [
          { id: report.id, table: 'reports', removedHeads: [], subjects: [], touched: false },
          ...own.map((login) => ({
            id: login.id,
            table: 'logins' as const,
            removedHeads: [],
            subjects: [login.id, ...personsOf(login.link)],
            touched: false,
          })),
        ],
      );
      kept = undone.kept.length;
      if (!undone.decision.ok || stays === undefined) return undone.decision;
      const drafts = [...undone.decision.drafts];
      for (const { id } of corrections) {
        const heads = await store.heads('reports', meeting, id, ['replaces']);
        drafts.push(correctInstead(context, { id, meeting }, stays.id, heads));
      }
      return { ok: true, drafts };
    });
    if (result.ok) toast(t('reports.takenBack', { count: own.length - kept }));
    else toast(refusal(result) ?? t('reports.notTakenBack'), { tone: 'bad' });
  };
}
