import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstant, formatNumber } from '@shared/i18n/format';
import { Answers } from '../import/answers';
import { waitsFor, type Answers as Given, type Incoming, type Review } from '../import/incoming';
import { KnownSource } from '../import/known-source';
import { PilesAhead } from '../import/piles-ahead';
import { firstJoinOf, neighboursOf, zoneOf } from '../import/reviewing';
import { RowNotes } from '../import/row-notes';
import { useReportWords } from '../use-reason-words';
import type { ReadyModel } from '../use-virtual';
import classes from '../import/import.module.css';

interface Props {
  readonly incoming: Incoming;
  readonly review: Review;
  readonly model: ReadyModel;
  readonly saving: boolean;
  readonly onAnswer: (patch: Partial<Given>) => void;
}

/** A difference of more than this between first join and scheduled start is worth a second look. */
const NEAR_MINUTES = 90;
const DAY_MINUTES = 1440;

/** What was recognised in a file, what it does not say, and every row that is not taken as it is. */
export function ReportReview({ incoming, review, model, saving, onAnswer }: Props) {
  const { t, i18n } = useTranslation(['virtual', 'reports']);
  const words = useReportWords();
  const { report, logins } = review;
  const zone = zoneOf(incoming, review, model);
  const first = report.firstJoin === null ? null : firstJoinOf(report.firstJoin, zone, model);
  const neighbours = neighboursOf(review, zone, model);
  const number = (value: number) => formatNumber(value, i18n.language);
  const at = (instant: string) => formatInstant(instant, i18n.language, model.meeting.timeZone);
  const facts: [string, string][] = [
    [t('fact.platform'), t(`platform.${report.platform}`)],
    [t('fact.generation'), t(`generation.${report.generation}`)],
    ...(report.title === null
      ? []
      : [[t('reports:titleInFile'), report.title] as [string, string]]),
  ];
  // While something is asked, no row is read.
  if (report.dateOrder !== 'ambiguous' && !report.asksDay)
    facts.push([t('fact.rows'), number(report.rows)], [t('fact.logins'), number(logins.length)]);
  if (first !== null) facts.push([t('fact.firstJoin'), at(first.at)]);
  const session = first?.session ?? null;
  if (session !== null) facts.push([t('fact.scheduled'), at(session.start)]);
  // Of another day there is nothing to compare: that is asked below.
  const early = first?.early != null && Math.abs(first.early) <= DAY_MINUTES ? first.early : null;
  // What is asked below is said there.
  const asked = new Set(['other-day', 'ambiguous-date-order', 'no-dates']);
  const issues = report.issues.filter(({ code }) => !asked.has(code));
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {early !== null && (
        <p className={classes.gap} data-far={Math.abs(early) > NEAR_MINUTES || undefined}>
          {Math.abs(early) > NEAR_MINUTES && <IconAlertTriangle size={18} aria-hidden />}
          {t(`reports:gap.${gapOf(early)}`, {
            hours: Math.floor(Math.abs(early) / 60),
            minutes: Math.abs(early) % 60,
          })}
          {Math.abs(early) > NEAR_MINUTES && ` ${t('reports:gap.far')}`}
        </p>
      )}
      {waitsFor(incoming) === null && <PilesAhead {...{ model, logins, saving }} />}
      <KnownSource report={report} mappable={review.mappable} />
      <Answers
        {...{ incoming, review, model, neighbours, zone, onAnswer }}
        otherDay={report.issues.find(({ code }) => code === 'other-day')?.params ?? null}
      />
      {issues.length > 0 && (
        <ul className={classes.issues} aria-label={t('issues')}>
          {issues.map((issue, index) => (
            <li key={index}>
              <IconAlertTriangle size={18} aria-hidden />
              <span>
                {issue.row !== null && <strong>{t('line', { line: issue.row })} </strong>}
                {words(issue.code, { value: issue.value ?? '', ...worded(issue.params) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <RowNotes report={report} />
    </>
  );

  /** Days as the language writes them. */
  function worded(params: Readonly<Record<string, string | number>>) {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
          ? formatDay(value, i18n.language)
          : value,
      ]),
    );
  }
}

function gapOf(early: number): 'before' | 'beforeHours' | 'after' | 'afterHours' {
  const long = Math.abs(early) >= 60;
  if (early >= 0) return long ? 'beforeHours' : 'before';
  return long ? 'afterHours' : 'after';
}
