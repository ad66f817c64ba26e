import { Button } from '@mantine/core';
import { IconDownload, IconReplace } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { undoImport } from '@shared/domain/import/decide';
import { personsOf } from '@shared/domain/virtual/decide';
import type { Login, Report } from '@shared/domain/virtual/types';
import { formatNumber } from '@shared/i18n/format';
import { replacedReports } from '@shared/statistics/virtual/evidence';
import { useRefusal } from '@renderer/features/operators';
import { bridge } from '../../../bridge/client';
import { useAct } from '../../../db/act';
import { useStore } from '../../../db/hooks';
import { ConfirmInline } from '../../../ui/confirm-inline';
import { Section } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toasts';
import { saveFile, tellSaved } from '../../files';
import { useReportNames } from '../result/use-report-names';
import type { ReadyModel } from '../use-virtual';
import result from '../result/result.module.css';
import classes from '../virtual.module.css';

/** The reports that this meeting's online attendance rests on; each can be taken back whole. */
export function ReportList({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation('virtualResult');
  const { reports, logins } = model;
  const replaced = useMemo(() => replacedReports(reports), [reports]);
  const files = useMemo(() => new Map(reports.map(({ id, file }) => [id, file])), [reports]);
  const byReport = useMemo(() => Map.groupBy(logins, ({ report }) => report), [logins]);
  return (
    <Section title={t('reports.title')}>
      <ul className={classes.reports}>
        {reports.map((report) => (
          <OneReport
            key={report.id}
            report={report}
            logins={byReport.get(report.id) ?? []}
            correctedBy={replaced.get(report.id)?.file ?? null}
            corrects={files.get(report.replaces ?? '') ?? null}
          />
        ))}
      </ul>
    </Section>
  );
}

interface OneProps {
  readonly report: Report;
  readonly logins: readonly Login[];
  /** File of the report that takes this one's place. */
  readonly correctedBy: string | null;
  /** File of the report whose place this one takes, while that is there. */
  readonly corrects: string | null;
}

function OneReport({ report, logins, correctedBy, corrects }: OneProps) {
  const { t } = useTranslation('virtualResult');
  const facts = useReportFacts();
  const takeBack = useTakeBack();
  const download = useDownload();
  return (
    <li className={classes.report}>
      <div>
        <p className={classes.reportName}>
          <bdi>{report.file}</bdi>{' '}
          {correctedBy !== null && (
            <Tag tone="warning" icon={<IconReplace size={14} />}>
              {t('reports.replacedBy', { file: correctedBy })}
            </Tag>
          )}
        </p>
        <p className={classes.quiet}>{facts(report, logins.length)}</p>
        {correctedBy !== null && <p className={classes.quiet}>{t('reports.replacedHint')}</p>}
        {corrects !== null && (
          <p className={classes.quiet}>{t('reports.replaces', { file: corrects })}</p>
        )}
      </div>
      <div className={result.acts}>
        {report.attachment !== null && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
            aria-label={t('reports.downloadOf', { file: report.file })}
            onClick={() => void download(report)}
          >
            {t('reports.download')}
          </Button>
        )}
        {report.import !== null && (
          <ConfirmInline
            label={t('reports.takeBack')}
            question={t(
              corrects === null ? 'reports.takeBackQuestion' : 'reports.takeBackCorrection',
            )}
            confirm={t('reports.takeBack')}
            danger
            onConfirm={() => void takeBack(report, logins)}
          />
        )}
      </div>
    </li>
  );
}

/** What a report is and what was read of it, in one line. */
function useReportFacts(): (report: Report, logins: number) => string {
  const { t, i18n } = useTranslation('virtualResult');
  const names = useReportNames();
  const counted = (key: 'rows' | 'logins', count: number): string =>
    t(`reports.${key}`, { count, number: formatNumber(count, i18n.language) });
  const some = (key: 'dropped' | 'repaired', count: number): string[] =>
    count === 0 ? [] : [t(`reports.${key}`, { number: formatNumber(count, i18n.language) })];
  return (report, logins) =>
    [
      ...names(report),
      counted('rows', report.rows),
      ...some('dropped', report.dropped),
      ...some('repaired', report.repaired),
      counted('logins', logins),
      t('reports.zone', { zone: report.timeZone }),
    ]
      .filter(Boolean)
      .join(' · ');
}

function useTakeBack(): (report: Report, own: readonly Login[]) => Promise<void> {
  const { t } = useTranslation('virtualResult');
  const refusal = useRefusal();
  const store = useStore();
  const act = useAct();
  return async (report, own) => {
    const { meeting, import: importId } = report;
    if (importId === null) return;
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
      return undone.decision;
    });
    if (result.ok) toast(t('reports.takenBack', { count: own.length - kept }));
    else toast(refusal(result) ?? t('reports.notTakenBack'), { tone: 'bad' });
  };
}

/** Hands back the file that somebody asked to keep. */
function useDownload(): (report: Report) => Promise<void> {
  const { t } = useTranslation('virtualResult');
  return async ({ attachment, file }) => {
    if (attachment === null) return;
    const failed = t('reports.notSaved');
    try {
      const kept = await bridge.blobs.get({ hash: attachment });
      if (!kept.ok) {
        toast(t('reports.missing'), { tone: 'bad' });
        return;
      }
      const saved = (name: string) => t('reports.saved', { name });
      await tellSaved(saveFile(file, kept.bytes), { saved, failed });
    } catch {
      toast(failed, { tone: 'bad' });
    }
  };
}
