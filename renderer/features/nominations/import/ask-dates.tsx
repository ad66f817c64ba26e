import { Button } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DayOrder } from '@shared/codecs/nominations/dates';
import type { NominationList } from '@shared/codecs/nominations/types';
import { formatDay } from '@shared/i18n/format';
import { Notice } from '../parts/notice';
import classes from './import.module.css';

const ORDERS = ['dmy', 'mdy'] as const satisfies readonly DayOrder[];

interface Props {
  readonly read: NominationList;
  readonly order: DayOrder | null;
  readonly onAnswer: (order: DayOrder | null) => void;
}

/** Asked once for the whole list, where a date could be two. */
export function AskDates({ read, order, onAnswer }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const asked = read.rows
    .flatMap(({ issues }) => issues)
    .find(({ code }) => code === 'ambiguous-date');
  if (order !== null) {
    return (
      <p className={classes.answered}>
        <IconCalendarQuestion size={18} aria-hidden />
        {t(`import.answeredDates.${order}`)}
        <Button variant="subtle" size="compact-sm" onClick={() => onAnswer(null)}>
          {t('import.otherOrder')}
        </Button>
      </p>
    );
  }
  if (asked === undefined) return null;
  return (
    <Notice icon={<IconCalendarQuestion size={20} />} title={t('import.askDates')} role="group">
      <p className={classes.plain}>
        {t('import.askDatesExample', { value: asked.value ?? '', row: asked.row ?? 0 })}
      </p>
      <div className={classes.choices}>
        {ORDERS.map((one) => (
          <Button key={one} variant="default" onClick={() => onAnswer(one)}>
            {t(`import.order.${one}`, {
              date: formatDay(String(asked.params[one] ?? ''), i18n.language),
            })}
          </Button>
        ))}
      </div>
    </Notice>
  );
}
