import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Login } from '@shared/domain/virtual/types';
import type { LoginMatch } from '@shared/matching/candidates';
import { formatNumber } from '@shared/i18n/format';
import { announce } from '../../../ui/announcer';
import { Empty } from '../../../ui/states';
import { OpenRow } from './open-row';
import classes from './piles.module.css';

interface Props {
  readonly logins: readonly Login[];
  readonly matches: ReadonlyMap<string, LoginMatch>;
  readonly onUndo: () => void;
}

/** Rows drawn at once: nobody confirms more before the next are drawn. */
const DRAWN = 60;

/** Logins that wait for a human; the next row is ready as soon as one is decided. */
export function OpenList({ logins, matches, onUndo }: Props) {
  const { t, i18n } = useTranslation(['matching', 'virtual']);
  const list = useRef<HTMLOListElement>(null);

  const onDecide = (login: Login) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-login]') ?? [])];
    const at = rows.findIndex((row) => row.dataset['login'] === login.id);
    const [own, next] = [rows[at], rows[at + 1] ?? rows[at - 1]];
    return (done: boolean) => {
      if (done) announce(t('virtual:decided', { name: login.name }));
      (done ? next : own)?.focus();
    };
  };

  if (logins.length === 0) {
    return <Empty title={t('virtual:pileEmpty')}>{t('virtual:pileEmptyHint')}</Empty>;
  }
  const more = logins.length - DRAWN;
  return (
    <>
      <ol ref={list} className={classes.logins}>
        {logins.slice(0, DRAWN).map((login) => (
          <OpenRow
            key={login.id}
            login={login}
            match={matches.get(login.id)}
            onDecide={onDecide}
            onUndo={onUndo}
          />
        ))}
      </ol>
      {more > 0 && (
        <p className={classes.quiet}>
          {t('matching:more', { count: more, number: formatNumber(more, i18n.language) })}
        </p>
      )}
    </>
  );
}
