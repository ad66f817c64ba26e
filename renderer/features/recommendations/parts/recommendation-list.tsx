import { useTranslation } from 'react-i18next';
import type { Party } from '@shared/domain/party/types';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { formatNumber } from '@shared/i18n/format';
import { Tag } from '../../../ui/tag';
import { anyText } from '../any-text';
import classes from '../recommendations.module.css';
import { stateTone } from '../state-tone';
import { useNamed } from './addressed-to';

/** Names that an entry shows; more of them are a number. */
const NAMED = 2;

interface Props {
  readonly list: readonly Recommendation[];
  readonly parties: readonly Party[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** The meeting's recommendations in order: number, first words, state. */
export function RecommendationList({ list, parties, selected, onSelect }: Props) {
  const { t, i18n } = useTranslation('recommendations');
  return (
    <nav className={classes.list} aria-label={t('list')}>
      {list.map((one) => (
        <button
          key={one.id}
          type="button"
          className={classes.entry}
          aria-current={one.id === selected}
          onClick={() => onSelect(one.id)}
        >
          <span className={classes.entryHead}>
            <span className={classes.entryNumber}>{one.number ?? '–'}</span>
            <Tag tone={stateTone(one.state)}>{t(`state.${one.state}`)}</Tag>
          </span>
          <span className={classes.entryText}>{anyText(one, i18n.language) || t('noText')}</span>
          <Addressees recommendation={one} parties={parties} />
        </button>
      ))}
    </nav>
  );
}

function Addressees({
  recommendation,
  parties,
}: {
  readonly recommendation: Recommendation;
  readonly parties: readonly Party[];
}) {
  const { t, i18n } = useTranslation('recommendations');
  const named = useNamed(recommendation, parties);
  if (named.length === 0) return null;
  const names = named
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const count = named.length - NAMED;
  return (
    <span className={classes.entryTo}>
      {count > 0
        ? t('toMore', { names, count, number: formatNumber(count, i18n.language) })
        : t('to', { names })}
    </span>
  );
}
