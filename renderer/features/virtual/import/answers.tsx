import { Button, Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateOrder } from '@shared/codecs/platform-reports/local-time';
import { formatDay, formatDays, formatNumber, formatShare } from '@shared/i18n/format';
import type { ReadyModel } from '../use-virtual';
import { Ask } from './ask';
import type { Answers as Given, Incoming, Review } from './incoming';
import { proposed, type Neighbours } from './reviewing';
import classes from './import.module.css';

interface Props {
  readonly incoming: Incoming;
  readonly review: Review;
  readonly model: ReadyModel;
  readonly neighbours: Neighbours;
  /** The zone in which the times are read now. */
  readonly zone: string;
  /** Days of the report and of the meeting, when none is of both; `null`: they agree. */
  readonly otherDay: Readonly<Record<string, string | number>> | null;
  readonly onAnswer: (patch: Partial<Given>) => void;
}

const ORDERS = ['dmy', 'mdy'] as const satisfies readonly DateOrder[];
const FURTHER = '';

/** What a file does not say, and somebody has to before it is taken over. */
export function Answers({ incoming, review, model, neighbours, zone, otherDay, onAnswer }: Props) {
  const { t, i18n } = useTranslation(['virtual', 'reports']);
  const { report } = review;
  const { answers } = incoming;

  if (report.dateOrder === 'ambiguous') {
    const example = report.issues.find(({ code }) => code === 'ambiguous-date-order')?.params;
    return (
      <Ask title={t('askOrder')}>
        <div className={classes.choices}>
          {ORDERS.map((order) => (
            <Button key={order} variant="default" onClick={() => onAnswer({ dateOrder: order })}>
              {example === undefined
                ? t(`order.${order}`)
                : t(`reports:order.${order}`, {
                    day: formatDay(String(example[order]), i18n.language),
                  })}
            </Button>
          ))}
        </div>
      </Ask>
    );
  }
  if (report.asksDay) return <AskDay model={model} onAnswer={onAnswer} />;

  const replaces = answers.replaces === undefined ? proposed(neighbours) : answers.replaces;
  return (
    <div className={classes.answers}>
      <Select
        className={classes.zone}
        label={t('timeZone')}
        description={report.timeZone === null ? t('timeZoneHint') : t('reports:zoneStated')}
        searchable
        allowDeselect={false}
        value={zone}
        data={['UTC', ...Intl.supportedValuesOf('timeZone').filter((one) => one !== 'UTC')]}
        onChange={(timeZone) => timeZone !== null && onAnswer({ timeZone })}
      />
      {otherDay !== null && (
        <Ask title={t('reports:otherDay.title')}>
          <p className={classes.plain}>
            {t('reports:otherDay.text', {
              report: days(otherDay['first'], otherDay['last']),
              meeting: days(otherDay['meeting'], otherDay['meetingLast']),
            })}
          </p>
          <Checkbox
            mt="sm"
            label={t('reports:otherDay.meant')}
            checked={answers.otherDay}
            onChange={(event) => onAnswer({ otherDay: event.currentTarget.checked })}
          />
        </Ask>
      )}
      {neighbours.corrected.length > 0 && (
        <Radio.Group
          label={t('reports:replaces.question')}
          description={t('reports:replaces.hint')}
          value={replaces ?? FURTHER}
          onChange={(value) => onAnswer({ replaces: value === FURTHER ? null : value })}
        >
          <div className={classes.radios}>
            {neighbours.corrected.map(({ report: earlier, same }) => (
              <Radio
                key={earlier.id}
                value={earlier.id}
                label={t('reports:replaces.takes', { file: earlier.file })}
                description={t('reports:replaces.same', {
                  share: formatShare(same, i18n.language),
                })}
              />
            ))}
            <Radio value={FURTHER} label={t('reports:replaces.further')} />
          </div>
        </Radio.Group>
      )}
      {neighbours.elsewhere.map((other) => (
        <p key={other.id} className={classes.beside}>
          <IconInfoCircle size={18} aria-hidden />
          {t('reports:elsewhere', {
            file: other.file,
            number: formatNumber(other.rows, i18n.language),
          })}
        </p>
      ))}
      <Checkbox
        label={t('reports:keep.label')}
        description={t('reports:keep.hint')}
        checked={answers.keep}
        onChange={(event) => onAnswer({ keep: event.currentTarget.checked })}
      />
    </div>
  );

  function days(first: string | number | undefined, last: string | number | undefined): string {
    return formatDays(String(first ?? ''), String(last ?? ''), i18n.language);
  }
}

/** Clock times without a date: which day it was. The meeting's days are one press each. */
function AskDay({ model, onAnswer }: Pick<Props, 'model' | 'onAnswer'>) {
  const { t, i18n } = useTranslation('reports');
  const [other, setOther] = useState('');
  const days = [...new Set(model.sessions.map(({ date }) => date))].sort();
  return (
    <Ask title={t('askDay.title')}>
      <div className={classes.choices}>
        {days.map((day) => (
          <Button key={day} variant="default" onClick={() => onAnswer({ day })}>
            {formatDay(day, i18n.language)}
          </Button>
        ))}
        <form
          className={classes.otherDay}
          onSubmit={(event) => {
            event.preventDefault();
            if (other !== '') onAnswer({ day: other });
          }}
        >
          <TextInput
            type="date"
            aria-label={t('askDay.other')}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={other === ''}>
            {t('askDay.use')}
          </Button>
        </form>
      </div>
    </Ask>
  );
}
