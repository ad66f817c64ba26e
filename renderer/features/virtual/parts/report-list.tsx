import { useTranslation } from 'react-i18next';
import { undoImport } from '@shared/domain/import/decide';
import { personsOf } from '@shared/domain/virtual/decide';
import type { Report } from '@shared/domain/virtual/types';
import { formatNumber } from '@shared/i18n/format';
import { useAct } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { ConfirmInline } from '../../../ui/confirm-inline';
import { Section } from '../../../ui/page';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import type { ReadyModel } from '../use-virtual';
import classes from '../virtual.module.css';

/** The reports that this meeting's online attendance rests on; each can be taken back whole. */
export function ReportList({ model }: { readonly model: ReadyModel }) {
  const { t, i18n } = useTranslation('virtual');
  const refusal = useRefusal();
  const store = useStore();
  const act = useAct();

  const takeBack = async (report: Report) => {
    const own = model.logins.filter((login) => login.report === report.id);
    const importId = report.import;
    if (importId === null) return;
    let kept = 0;
    const result = await act(async (context) => {
      const meeting = model.meeting.id;
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
      return undone.decision;
    });
    if (result.ok) toast(t('takenBack', { count: own.length - kept }));
    else toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
  };

  return (
    <Section title={t('reports')}>
      <ul className={classes.reports}>
        {model.reports.map((report) => (
          <li key={report.id} className={classes.report}>
            <div>
              <p className={classes.reportName}>
                <bdi>{report.file}</bdi>
              </p>
              <p className={classes.quiet}>
                {[
                  platformName(report, t),
                  t('rows', {
                    count: report.rows,
                    number: formatNumber(report.rows, i18n.language),
                  }),
                  report.timeZone,
                ].join(' · ')}
              </p>
            </div>
            {report.import !== null && (
              <ConfirmInline
                label={t('takeBack')}
                question={t('takeBackQuestion')}
                confirm={t('takeBack')}
                danger
                onConfirm={() => void takeBack(report)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const PLATFORMS = ['zoom', 'teams', 'webex', 'google-meet'] as const;

function platformName(
  report: Report,
  t: ReturnType<typeof useTranslation<'virtual'>>['t'],
): string {
  const known = PLATFORMS.find((one) => one === report.platform);
  return known === undefined ? report.platform : t(`platform.${known}`);
}
