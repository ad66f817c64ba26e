import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Dialog } from '../../../ui/dialog';
import type { Asked, TakeBack, WorkedWithSince } from '../use-take-back';
import classes from './take-back-dialog.module.css';

const COUNTED = ['nominations', 'people', 'parties', 'restored'] as const;

/** What taking an import back does, and who depends on it, before anybody confirms it. */
export function TakeBackDialog({ takeBack }: { readonly takeBack: TakeBack }) {
  const { t } = useTranslation('imports');
  const { asked, taking, confirm, cancel } = takeBack;
  return (
    <Dialog
      opened={asked !== null}
      title={t('takeBack.title')}
      size="lg"
      closing={taking === null ? 'deliberate' : 'never'}
      onClose={cancel}
      confirm={{
        label: t('takeBack.confirm'),
        onConfirm: confirm,
        busy: taking !== null,
        danger: true,
      }}
    >
      {asked !== null && <Consequences asked={asked} />}
    </Dialog>
  );
}

function Consequences({ asked: { made, counts, since, anew } }: { readonly asked: Asked }) {
  const { t, i18n } = useTranslation('imports');
  const number = (value: number) => formatNumber(value, i18n.language);
  const facts = COUNTED.filter((what) => counts[what] > 0).map((what) =>
    t(`takeBack.counts.${what}`, { number: number(counts[what]) }),
  );
  const stays = since.filter((one) => one.stays);
  const goesBack = since.filter((one) => !one.stays);
  return (
    <div className={classes.body}>
      <p className={classes.file}>
        <bdi>{made.file}</bdi>
      </p>
      {anew && (
        <p role="alert" className={classes.anew}>
          {t('takeBack.anew')}
        </p>
      )}
      <p>{facts.length === 0 ? t('takeBack.nothing') : facts.join(' · ')}</p>
      {since.length === 0 && <p className={classes.quiet}>{t('takeBack.nobody')}</p>}
      <People
        title={t('takeBack.stays', { count: stays.length, number: number(stays.length) })}
        people={stays}
      />
      <People
        title={t('takeBack.goesBack', { count: goesBack.length, number: number(goesBack.length) })}
        people={goesBack}
      />
    </div>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly WorkedWithSince[];
}

function People({ title, people }: PeopleProps) {
  const { t } = useTranslation('imports');
  if (people.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.people} tabIndex={0} aria-label={title}>
        {people.map(({ id, name, because }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <span className={classes.quiet}>
              {because.map((one) => t(`takeBack.because.${one}`)).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
