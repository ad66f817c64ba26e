import { Button } from '@mantine/core';
import { IconDownload, IconReplace } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { byFile } from '@shared/domain/virtual/same-file';
import type { Login, Report } from '@shared/domain/virtual/types';
import { formatNumber } from '@shared/i18n/format';
import { replacedReports } from '@shared/statistics/virtual/evidence';
import { bridge } from '../../../bridge/client';
import { Section } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toasts';
import { saveFile, tellSaved } from '../../files';
import { useReportNames } from '../result/use-report-names';
import type { ReadyModel } from '../use-virtual';
import { PermittedConfirm } from './permitted-confirm';
import { TakenOver } from './taken-over';
import { useTakeBack } from './use-take-back';
import result from '../result/result.module.css';
import classes from '../virtual.module.css';

/**
 * The reports that this meeting's online attendance rests on; each can be taken back whole. One file
 * that several desks took over is one report, with a word on who took it over.
 */
export function ReportList({ model }: { readonly model: ReadyModel }) {
  const { t } = useTranslation('virtualResult');
  const { reports, logins } = model;
  const replaced = useMemo(() => replacedReports(reports), [reports]);
  const files = useMemo(() => [...byFile(reports).values()], [reports]);
  const byReport = useMemo(() => Map.groupBy(logins, ({ report }) => report), [logins]);
  return (
    <Section title={t('reports.title')}>
      <ul className={classes.reports} aria-label={t('reports.title')}>
        {files.map((same) => (
          <OneReport
            key={same[0].id}
            {...{ same, model, byReport }}
            correctedBy={replaced.get(same[0].id)?.file ?? null}
            corrects={correctedBefore(same, reports)?.file ?? null}
          />
        ))}
      </ul>
    </Section>
  );
}

/** The report that any of one file corrects, while it is there. */
function correctedBefore(same: readonly Report[], reports: readonly Report[]): Report | undefined {
  const corrected = new Set(same.map(({ replaces }) => replaces));
  return reports.find((report) => corrected.has(report.id) && !same.includes(report));
}

interface OneProps {
  /** Of one file; the first stands for all. */
  readonly same: readonly [Report, ...Report[]];
  readonly model: ReadyModel;
  readonly byReport: ReadonlyMap<string, readonly Login[]>;
  /** File of the report that takes this one's place. */
  readonly correctedBy: string | null;
  /** File of the report whose place this one takes, while that is there. */
  readonly corrects: string | null;
}

function OneReport({ same, model, byReport, correctedBy, corrects }: OneProps) {
  const { t } = useTranslation('virtualResult');
  const facts = useReportFacts();
  const takeBack = useTakeBack(model.reports);
  const download = useDownload();
  const [report] = same;
  const kept = same.find(({ attachment }) => attachment !== null);
  const loginsOf = ({ id }: Report) => byReport.get(id) ?? [];
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
        <p className={classes.quiet}>{facts(report, loginsOf(report).length)}</p>
        {correctedBy !== null && <p className={classes.quiet}>{t('reports.replacedHint')}</p>}
        {corrects !== null && (
          <p className={classes.quiet}>{t('reports.replaces', { file: corrects })}</p>
        )}
      </div>
      <div className={result.acts}>
        {kept !== undefined && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
            aria-label={t('reports.downloadOf', { file: kept.file })}
            onClick={() => void download(kept)}
          >
            {t('reports.download')}
          </Button>
        )}
        {same.length === 1 && report.import !== null && (
          <PermittedConfirm
            act="import.undone"
            label={t('reports.takeBack')}
            question={t(
              corrects === null ? 'reports.takeBackQuestion' : 'reports.takeBackCorrection',
            )}
            confirm={t('reports.takeBack')}
            danger
            onConfirm={() => void takeBack(report, loginsOf(report))}
          />
        )}
      </div>
      {same.length > 1 && (
        <TakenOver
          same={same}
          timeZone={model.meeting.timeZone}
          onTakeBack={(one) => void takeBack(one, loginsOf(one))}
        />
      )}
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
