import { SegmentedControl, Select } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrivalSteps, type ArrivalStep } from '@shared/domain/attendance/overview';
import { presenceBasis } from '@shared/domain/attendance/presence-basis';
import { formatDay, formatNumber, formatTime } from '@shared/i18n/format';
import type { MeetingPeople } from '../../db/meeting-people';
import { Section } from '../../ui/page';
import { Loading } from '../../ui/states';
import { useNow } from '../../ui/use-now';
import classes from './arrivals.module.css';

const StepChart = lazy(() =>
  import('./step-chart').then((module) => ({ default: module.StepChart })),
);

/** Often enough to notice that it is another day. */
const DAY_STEP_MS = 60_000;

/** Minutes in one step. */
const STEP = 10;

/** Arrivals in the room per ten minutes on one day: as a picture, and as its numbers. */
export function OverTime({ model }: { readonly model: MeetingPeople }) {
  const { t, i18n } = useTranslation('arrivals');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [chosen, setChosen] = useState<string | null>(null);
  const { meeting, sessions, attendance } = model;
  const days = useMemo(() => [...new Set(sessions.map(({ date }) => date))], [sessions]);
  const { dayOf } = useMemo(() => presenceBasis(meeting, [], []), [meeting]);
  const now = dayOf(Date.parse(useNow(DAY_STEP_MS)));
  const byDay = useMemo(
    () =>
      new Map(
        days.map((day) => [day, arrivalSteps(attendance.values(), day, dayOf, STEP)] as const),
      ),
    [days, attendance, dayOf],
  );
  // Today, or the last day on which anybody came.
  const past = days.filter((one) => one <= now);
  const latest = past.findLast((one) => (byDay.get(one) ?? []).length > 0) ?? past.at(-1);
  const day = chosen ?? latest ?? days[0] ?? now;
  const steps = byDay.get(day) ?? [];
  const number = (value: number) => formatNumber(value, i18n.language);
  const time = (instant: number) =>
    formatTime(new Date(instant).toISOString(), i18n.language, meeting.timeZone);
  const span = ({ start }: ArrivalStep) => `${time(start)}–${time(start + STEP * 60_000)}`;
  return (
    <Section
      title={t('overTime')}
      aside={
        steps.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('form.label')}
            value={form}
            data={[
              { value: 'chart', label: t('form.chart') },
              { value: 'table', label: t('form.table') },
            ]}
            onChange={(value) => setForm(value === 'table' ? 'table' : 'chart')}
          />
        )
      }
    >
      {days.length > 1 && (
        <Select
          className={classes.day}
          aria-label={t('day')}
          allowDeselect={false}
          value={day}
          onChange={setChosen}
          data={days.map((value) => ({ value, label: formatDay(value, i18n.language, 'weekday') }))}
        />
      )}
      {steps.length === 0 && <p className={classes.quiet}>{t('nobodyThatDay')}</p>}
      {steps.length > 0 && form === 'chart' && (
        <div role="img" aria-label={described(steps)} className={classes.chart}>
          <Suspense fallback={<Loading />}>
            <StepChart
              steps={steps.map((step) => ({ ...step, time: time(step.start), span: span(step) }))}
            />
          </Suspense>
        </div>
      )}
      {steps.length > 0 && form === 'table' && (
        <div className={classes.tableBox} role="region" aria-label={t('overTime')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('column.time')}</th>
                <th scope="col">{t('column.arrivals')}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.start}>
                  <th scope="row">{span(step)}</th>
                  <td>{number(step.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );

  /** What the picture says, for whoever hears it. */
  function described(all: readonly ArrivalStep[]): string {
    const sum = all.reduce((total, { count }) => total + count, 0);
    const busiest = all.reduce((most, step) => (step.count > most.count ? step : most));
    return t('described', {
      count: sum,
      number: number(sum),
      most: number(busiest.count),
      span: span(busiest),
    });
  }
}
