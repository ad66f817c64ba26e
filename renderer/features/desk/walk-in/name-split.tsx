import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOfName } from './name-words';
import type { Who } from './use-who';
import classes from './walk-in.module.css';

/** Which words are the family name: offered, and never guessed. */
export function NameSplit({ who }: { readonly who: Who }) {
  const { t } = useTranslation('walkIn');
  const id = useId();
  const words = wordsOfName(who.name);
  if (who.known !== null || words.length < 2) return null;
  return (
    <div role="group" aria-labelledby={id} className={classes.split}>
      <p id={id} className={classes.splitTitle}>
        {t('split')}
      </p>
      <div className={classes.words}>
        {words.map((word, at) => (
          <button
            key={`${String(at)} ${word}`}
            type="button"
            className={classes.word}
            aria-pressed={who.family.has(at)}
            onClick={() => who.mark(at)}
          >
            <bdi>{word}</bdi>
          </button>
        ))}
      </div>
    </div>
  );
}
