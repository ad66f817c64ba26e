import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '@shared/i18n/format';
import { isShown, SHOWN, type ResultRow, type Shown } from './rows';
import classes from './result.module.css';

interface Props {
  readonly rows: readonly ResultRow[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  /** Logins of which nobody has said whose they are. */
  readonly undecided: number;
}

/** The result in figures; each shows its people below. */
export function ResultFigures({ rows, shown, onShow, undecided }: Props) {
  const { t, i18n } = useTranslation('virtualResult');
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <section className={classes.figures} aria-label={t('figures')}>
      {SHOWN.map((one) => (
        <UnstyledButton
          key={one}
          className={classes.figure}
          data-figure={one}
          aria-pressed={shown === one}
          onClick={() => onShow(one)}
        >
          <strong>{number(rows.filter((row) => isShown(row, one)).length)}</strong>{' '}
          <span>{t(`figure.${one}`)}</span>
        </UnstyledButton>
      ))}
      {undecided > 0 && (
        <UnstyledButton
          component={Link}
          to={{ search: '' }}
          className={classes.figure}
          data-figure="undecided"
        >
          <strong>{number(undecided)}</strong> <span>{t('figure.undecided')}</span>
        </UnstyledButton>
      )}
    </section>
  );
}
