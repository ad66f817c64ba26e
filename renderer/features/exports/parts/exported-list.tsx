import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '@shared/i18n/format';
import { Section } from '../../../ui/page';
import { useExported } from '../exported';
import classes from '../exports.module.css';

/** What left the program since the window was opened. */
export function ExportedList() {
  const { t, i18n } = useTranslation('exports');
  const exported = useExported();
  if (exported.length === 0) return null;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Section title={t('exported.title')}>
      <ul className={classes.exported}>
        {exported.map(({ name, size, at, personal }) => (
          <li key={`${at} ${name}`}>
            <div className={classes.exportedName}>
              <bdi>{name}</bdi>
            </div>
            <div className={classes.exportedFacts}>
              <time dateTime={at}>{formatTime(at, i18n.language, here)}</time>
              <span>
                {t('exported.size', { size: formatNumber(Math.ceil(size / 1000), i18n.language) })}
              </span>
              {personal && <span>{t('exported.personal')}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
