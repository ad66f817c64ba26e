import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { letterOf } from '@shared/domain/programme/letters';
import { stampTime } from '@shared/operation/clock';
import { formatDay } from '@shared/i18n/format';
import { Failed } from '../../../ui/states';
import { localDay } from '../../../ui/today';
import { WorkProgress } from '../../../ui/work-progress';
import type { Mention } from '../find-mentions';
import { placeOf, routeTo } from '../places';
import type { Mentions } from '../use-mentions';
import classes from '../personal-data.module.css';

/** Texts shown one by one; beyond that a human has to search anyway. */
const SHOWN = 50;

/** What forgetting cannot find by itself: texts that name the person, files, other copies. */
export function MentionList({ mentions }: { mentions: Mentions }) {
  const { t, i18n } = useTranslation('personal');
  const placeName = usePlaceName();
  if (mentions.state === 'reading') {
    return (
      <WorkProgress label={t('remaining.reading')} done={mentions.done} total={mentions.total} />
    );
  }
  if (mentions.state === 'failed') return <Failed detail={mentions.message} />;
  return (
    <section aria-label={t('remaining.title')}>
      <h3 className={classes.subtitle}>{t('remaining.title')}</h3>
      <ul className={classes.mentions}>
        {mentions.mentions.slice(0, SHOWN).map((mention) => {
          const route = routeTo(mention);
          const place = placeName(mention);
          return (
            <li key={`${mention.id} ${mention.excerpt}`}>
              <span className={classes.place}>
                {route === null ? (
                  place
                ) : (
                  <Anchor component={Link} size="sm" to={route}>
                    {place}
                  </Anchor>
                )}
                {', '}
                {formatDay(localDay(new Date(stampTime(mention.at))), i18n.language, 'medium')}
              </span>
              <bdi>{mention.excerpt}</bdi>
            </li>
          );
        })}
        {mentions.mentions.length === 0 && <li>{t('remaining.noTexts')}</li>}
        <li>{t('remaining.files')}</li>
        <li>{t('remaining.copies')}</li>
      </ul>
    </section>
  );
}

/** The kind of record in words; of a letter, which one and in which language. */
function usePlaceName(): (mention: Mention) => string {
  const { t, i18n } = useTranslation(['personal', 'letters']);
  return (mention) => {
    const { letter } = mention;
    if (letter === null) return t(`personal:place.${placeOf(mention)}`);
    const { kind, language } = letterOf(letter);
    const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
    return t('personal:letterIn', {
      kind: t(`letters:kind.${kind}`),
      language: names.of(language) ?? language,
    });
  };
}
