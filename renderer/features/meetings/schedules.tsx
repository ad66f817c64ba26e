import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepsOf, type MeetingStep } from '@shared/domain/meeting/history';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting, Schedule } from '@shared/domain/meeting/types';
import { formatInstant } from '@shared/i18n/format';
import { bridge } from '@renderer/bridge/client';
import { useRecord } from '@renderer/db/hooks';
import { useOperatorName } from '@renderer/features/operators';
import { Facts } from '@renderer/ui/facts';
import { useMeetingDates } from './meeting-dates';
import classes from './life-cycle.module.css';

/** Dates and format as they were planned, announced and held, and every step to there. */
export function Schedules({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const put = useSchedule();
  const now = scheduleOf(meeting);
  const stages = (['planned', 'announced', 'actual'] as const).flatMap((stage) => {
    const schedule = meeting[stage];
    return schedule === null ? [] : [{ stage, schedule }];
  });
  return (
    <>
      <Facts
        facts={[
          ...stages.map(({ stage, schedule }) => {
            const text = put(schedule);
            return [
              t(`stage.${stage}`),
              schedule === now ? <strong key={stage}>{text}</strong> : text,
            ] as const;
          }),
          ...(meeting.changeReason === null
            ? []
            : [[t('stage.reason'), meeting.changeReason] as const]),
        ]}
      />
      <History meeting={meeting} />
    </>
  );
}

/** Every value that dates, format and state ever had, from the journal. */
function History({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const put = useSchedule();
  const steps = useSteps(meeting);
  if (steps === 'failed') return <p role="alert">{t('history.failed')}</p>;
  if (steps === null || steps.length === 0) return null;
  return (
    <details className={classes.history}>
      <summary>{t('history.title', { count: steps.length })}</summary>
      <ol className={classes.timeline} aria-label={t('history.label')}>
        {steps.map((step) => (
          <li key={step.id} className={classes.event}>
            <div className={classes.when}>
              {formatInstant(step.at, i18n.language, HERE)} · <Operator id={step.actor} />
            </div>
            {step.state !== null && <div>{word(`meetingState.${step.state}`)}</div>}
            {step.schedules.map(({ stage, schedule }) => (
              <div key={stage}>
                {t(`stage.${stage}`)}: {put(schedule)}
              </div>
            ))}
            {step.reason !== null && (
              <div className={classes.reason}>{t('history.reason', { reason: step.reason })}</div>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The machine's time zone. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Operator({ id }: { id: string }) {
  const name = useOperatorName();
  const operator = useRecord('operators', id);
  return name((operator.state === 'ready' ? operator.value : null) ?? { name: '' });
}

/** The meeting's steps, read again whenever it changes; `null` until they are there. */
function useSteps(meeting: Meeting): readonly MeetingStep[] | 'failed' | null {
  const [steps, setSteps] = useState<readonly MeetingStep[] | 'failed' | null>(null);
  useEffect(() => {
    let wanted = true;
    bridge.register.history({ record: meeting.id }).then(
      ({ operations }) => {
        if (wanted) setSteps(stepsOf(operations, meeting.id));
      },
      () => {
        if (wanted) setSteps('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, [meeting]);
  return steps;
}

/** Days and format of a schedule in words. */
function useSchedule(): (schedule: Schedule) => string {
  const { t: word } = useTranslation('domain');
  const dates = useMeetingDates();
  return (schedule) =>
    schedule.format === null
      ? dates(schedule)
      : `${dates(schedule)} · ${word(`format.${schedule.format}`)}`;
}
