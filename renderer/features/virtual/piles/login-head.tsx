import { useTranslation } from 'react-i18next';
import type { Login } from '@shared/domain/virtual/types';
import { formatNumber, formatTime } from '@shared/i18n/format';
import { minutesOf } from '../use-virtual';
import classes from './piles.module.css';

interface Props {
  readonly login: Login;
  /** In which the times are told. */
  readonly timeZone: string;
}

/** What the platform said of a login: the name it showed, its address, when and how long it was there. */
export function LoginHead({ login, timeZone }: Props) {
  const { t, i18n } = useTranslation(['matching', 'virtual']);
  const minutes = minutesOf(login);
  const first = login.intervals[0]?.[0];
  const last = login.intervals.at(-1)?.[1];
  const at = (instant: number) =>
    formatTime(new Date(instant).toISOString(), i18n.language, timeZone);
  return (
    <div className={classes.head}>
      <bdi className={classes.name}>{login.name || t('virtual:noName')}</bdi>
      {login.email !== null && <bdi className={classes.quiet}>{login.email}</bdi>}
      <span className={classes.quiet}>
        {first !== undefined && last !== undefined && `${at(first)}–${at(last)} · `}
        {t('virtual:minutes', { count: minutes, number: formatNumber(minutes, i18n.language) })}
      </span>
    </div>
  );
}
