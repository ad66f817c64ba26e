import { useTranslation } from 'react-i18next';
import { UN_LANGUAGES, type UnLanguage } from '@shared/domain/language';
import { textIn, type Recommendation } from '@shared/domain/recommendation/types';
import { Tag } from '../../../ui/tag';
import classes from '../recommendations.module.css';
import { stateTone } from '../state-tone';

interface Props {
  readonly list: readonly Recommendation[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** The text in the interface's language, else in any that there is. */
function anyText(one: Recommendation, language: string): string {
  const own = UN_LANGUAGES.find((code) => code === language);
  const order: UnLanguage[] = [...(own === undefined ? [] : [own]), 'en', ...UN_LANGUAGES];
  return order.map((code) => textIn(one, code)).find((text) => text !== '') ?? '';
}

/** The meeting's recommendations in order: number, first words, state. */
export function RecommendationList({ list, selected, onSelect }: Props) {
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
        </button>
      ))}
    </nav>
  );
}
