import { useTranslation } from 'react-i18next';
import type { NominationList, Verdict } from '@shared/codecs/nominations/types';
import { formatNumber } from '@shared/i18n/format';
import classes from '../nominations.module.css';

export type ShownRows = Verdict | 'all' | 'notes';

const VERDICTS = ['error', 'conflict', 'new', 'changed', 'same'] as const satisfies Verdict[];

interface Props {
  readonly read: NominationList;
  readonly shown: ShownRows;
  readonly onShow: (shown: ShownRows) => void;
}

/** How many rows there are of each verdict; pressing a count shows only those. */
export function VerdictCounts({ read, shown, onShow }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const notes = read.rows.filter(({ issues }) => issues.length > 0).length;
  const figures: [ShownRows, string, number][] = [
    ['all', t('all'), read.rows.length],
    ...VERDICTS.map((verdict): [ShownRows, string, number] => [
      ...([verdict, t(`import.verdictCount.${verdict}`), read.counts[verdict]] as const),
    ]),
    ['notes', t('import.withNotes'), notes],
  ];
  return (
    <div className={classes.counts} role="group" aria-label={t('import.verdicts')}>
      {figures.map(([kind, label, count]) => (
        <button
          key={kind}
          type="button"
          className={classes.countButton}
          data-bad={((kind === 'error' || kind === 'conflict') && count > 0) || undefined}
          aria-pressed={kind === shown}
          onClick={() => onShow(kind)}
        >
          <span className={classes.countNumber}>{formatNumber(count, i18n.language)}</span>
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
