import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Overview } from '@shared/domain/attendance/overview';
import { formatNumber } from '@shared/i18n/format';
import classes from './arrivals.module.css';
import type { Where } from './who-is-where';

interface Props {
  readonly overview: Overview;
  /** Shows who is behind a figure. */
  readonly onShow: (where: Where) => void;
}

const WHERE = ['here', 'online', 'left', 'missing'] as const;

/** Five figures, and the walk-ins that are in none of them. */
export function ArrivalFigures({ overview, onShow }: Props) {
  const { t, i18n } = useTranslation('arrivals');
  const number = (value: number) => formatNumber(value, i18n.language);
  const { total, provisional } = overview;
  return (
    <section className={classes.figures} aria-label={t('figures')}>
      <div className={classes.figure} data-figure="expected">
        <strong>{number(total.expected)}</strong> <span>{t('figure.expected')}</span>
      </div>
      {WHERE.map((where) => (
        <UnstyledButton
          key={where}
          className={classes.figure}
          data-figure={where}
          onClick={() => onShow(where)}
        >
          <strong>{number(total[where])}</strong> <span>{t(`figure.${where}`)}</span>
        </UnstyledButton>
      ))}
      {provisional.length > 0 && (
        <UnstyledButton
          className={classes.figure}
          data-figure="provisional"
          onClick={() => onShow('provisional')}
        >
          <strong>{number(provisional.length)}</strong> <span>{t('figure.provisional')}</span>
        </UnstyledButton>
      )}
    </section>
  );
}
