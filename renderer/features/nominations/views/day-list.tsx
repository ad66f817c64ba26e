import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { byDayReceived } from '@shared/domain/nomination/delegations';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { Tag } from '../../../ui/tag';
import type { NominationsModel } from '../use-nominations';
import classes from '../nominations.module.css';

/** `undefined`: every day; `null`: those of which nobody noted the day. */
export type ShownDay = string | null | undefined;

interface Props {
  readonly model: NominationsModel;
  readonly shown: ShownDay;
  readonly onShow: (day: ShownDay) => void;
}

/** How many nominations came on which day, latest first; pressing a day shows only those. */
export function DayList({ model, shown, onShow }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const { meeting, nominations } = model;
  const days = useMemo(() => byDayReceived(meeting, nominations), [meeting, nominations]);
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <ul className={classes.days} aria-label={t('day.list')}>
      {days.map(({ day, all, waiting, late }) => (
        <li key={day ?? 'none'}>
          <button
            type="button"
            className={classes.day}
            aria-pressed={day === shown}
            onClick={() => onShow(day === shown ? undefined : day)}
          >
            <span className={classes.dayName}>
              {day === null ? t('day.none') : formatDay(day, i18n.language, 'medium')}
              {late && <Tag tone="warning">{t('warning.short.late')}</Tag>}
            </span>
            <span className={classes.dayCount}>
              <strong>{number(all)}</strong>
              {waiting > 0 && (
                <span className={classes.quiet}>
                  {t('day.waiting', { count: waiting, number: number(waiting) })}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
