import { Alert, Button, Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateOrder } from '@shared/codecs/platform-reports/local-time';
import { inOrder } from '@shared/domain/meeting/rules';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { toInstant, type ReviewedReport } from '../read-report';
import { useReportWords, useRowWords } from '../use-reason-words';
import type { ReadyModel } from '../use-virtual';
import classes from '../virtual.module.css';

interface Props {
  readonly reviewed: ReviewedReport;
  readonly model: ReadyModel;
  readonly onZone: (timeZone: string) => void;
  readonly onOrder: (order: DateOrder) => void;
}

const ORDERS = ['dmy', 'mdy'] as const satisfies readonly DateOrder[];

/** What was recognised, and the two things a file does not say: its time zone, its order of dates. */
export function ReportReview({ reviewed, model, onZone, onOrder }: Props) {
  const { t, i18n } = useTranslation('virtual');
  const words = useReportWords();
  const [zone, setZone] = useState(model.meeting.timeZone);
  const { report, logins } = reviewed;
  const first = report.joins.map((join) => join.join).sort()[0];
  const session = inOrder(model.sessions)[0];
  const at = (instant: string) => formatInstant(instant, i18n.language, model.meeting.timeZone);
  const facts: [string, string][] = [
    [t('fact.platform'), t(`platform.${report.platform}`)],
    [t('fact.generation'), t(`generation.${report.generation}`)],
    [t('fact.rows'), formatNumber(report.joins.length + report.totals.length, i18n.language)],
    [t('fact.logins'), formatNumber(logins.length, i18n.language)],
  ];
  if (first !== undefined) {
    facts.push([t('fact.firstJoin'), at(new Date(toInstant(first, zone)).toISOString())]);
  }
  if (session !== undefined) facts.push([t('fact.scheduled'), at(session.start)]);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((one) => one !== 'UTC')];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.dateOrder === 'ambiguous' ? (
        <Alert color="yellow" title={t('askOrder')} icon={<IconAlertTriangle aria-hidden />}>
          <div className={classes.orders}>
            {ORDERS.map((order) => (
              <Button key={order} variant="default" onClick={() => onOrder(order)}>
                {t(`order.${order}`)}
              </Button>
            ))}
          </div>
        </Alert>
      ) : (
        <Select
          className={classes.zone}
          label={t('timeZone')}
          description={t('timeZoneHint')}
          searchable
          allowDeselect={false}
          value={zone}
          data={zones}
          onChange={(value) => {
            if (value === null) return;
            setZone(value);
            onZone(value);
          }}
        />
      )}
      {report.issues.length > 0 && (
        <ul className={classes.issues} aria-label={t('issues')}>
          {report.issues.map((issue) => (
            <li key={`${issue.code} ${issue.row ?? ''} ${issue.value ?? ''}`}>
              <IconAlertTriangle size={18} aria-hidden />
              <span>
                {issue.row !== null && <strong>{t('line', { line: issue.row })} </strong>}
                {words(issue.code, { value: issue.value ?? '', ...issue.params })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <RowNotes reviewed={reviewed} />
    </>
  );
}

/** Every row that does not count as it stands, with the reason. */
function RowNotes({ reviewed }: { readonly reviewed: ReviewedReport }) {
  const { t } = useTranslation('virtual');
  const words = useRowWords();
  const { dropped, repaired } = reviewed.report;
  const count = dropped.length + repaired.length;
  if (count === 0) return null;
  return (
    <details className={classes.notes}>
      <summary>{t('rowNotes', { dropped: dropped.length, repaired: repaired.length })}</summary>
      <ol>
        {[...dropped, ...repaired]
          .sort((a, b) => a.line - b.line)
          .map((note) => (
            <li key={`${note.line} ${note.code}`}>
              <strong>{t('line', { line: note.line })}</strong>{' '}
              {words(note.code, { value: note.value ?? '', ...note.params })}
            </li>
          ))}
      </ol>
    </details>
  );
}
