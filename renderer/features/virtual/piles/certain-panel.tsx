import { Button, Checkbox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import type { Login } from '@shared/domain/virtual/types';
import { formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import { usePile } from './pile';
import { toggled } from './toggled';
import classes from './piles.module.css';

interface Props {
  readonly logins: readonly Login[];
  /** Who each is, by login. */
  readonly certain: ReadonlyMap<string, string>;
}

/** Rows drawn of what is confirmed at once; the rest is counted. */
const DRAWN = 500;

/** The certain ones: by a rule in words, after a look at the list, in one act. */
export function CertainPanel({ logins, certain }: Props) {
  const { t, i18n } = useTranslation('matching');
  const { book, decide, remembers } = usePile();
  const [isOpen, setOpen] = useState(false);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const sure = logins.filter(({ id }) => certain.has(id));
  if (sure.length === 0) return null;
  const chosen = sure.filter(({ id }) => !without.has(id));
  const number = (value: number) => formatNumber(value, i18n.language);

  const confirm = () => {
    setBusy(true);
    const decisions = chosen.map((login) => ({
      login,
      link: {
        kind: 'persons' as const,
        persons: [certain.get(login.id) ?? ''],
        by: 'hand' as const,
      },
      remember: remembers(login),
    }));
    void decide.decide(decisions).then((done) => {
      setBusy(false);
      if (!done) return;
      setOpen(false);
      toast(t('certain.done', { count: chosen.length, number: number(chosen.length) }));
    });
  };

  return (
    <section className={classes.certain} aria-label={t('certain.label')}>
      <div className={classes.certainHead}>
        <div>
          <p className={classes.panelTitle}>
            {t('certain.title', { count: sure.length, number: number(sure.length) })}
          </p>
          <p className={classes.quiet}>{t('certain.rule')}</p>
        </div>
        {!isOpen && <Button onClick={() => setOpen(true)}>{t('certain.look')}</Button>}
      </div>
      {isOpen && (
        <>
          <ul className={classes.certainList} tabIndex={0} aria-label={t('certain.list')}>
            {sure.slice(0, DRAWN).map((login) => {
              const person = book.person(certain.get(login.id) ?? '');
              return (
                <li key={login.id}>
                  <Checkbox
                    checked={!without.has(login.id)}
                    onChange={() => setWithout(toggled(without, login.id))}
                    label={
                      <>
                        <bdi>{login.name || login.email}</bdi> →{' '}
                        <strong>
                          <bdi>{person === undefined ? '' : listName(person)}</bdi>
                        </strong>{' '}
                        <span className={classes.quiet}>
                          {person === undefined ? '' : book.partyOf(person.id)}
                        </span>
                      </>
                    }
                  />
                </li>
              );
            })}
          </ul>
          {sure.length > DRAWN && (
            <p className={classes.quiet}>
              {t('certain.more', {
                count: sure.length - DRAWN,
                number: number(sure.length - DRAWN),
              })}
            </p>
          )}
          <div className={classes.actions}>
            <Permitted act="login.linked">
              <Button
                autoFocus
                loading={busy}
                disabled={chosen.length === 0}
                leftSection={<IconCheck size={18} aria-hidden />}
                onClick={confirm}
              >
                {t('certain.confirm', { count: chosen.length, number: number(chosen.length) })}
              </Button>
            </Permitted>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
