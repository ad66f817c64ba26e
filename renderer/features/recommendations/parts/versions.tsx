import { useTranslation } from 'react-i18next';
import { stampTime } from '@shared/operation/clock';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { formatInstant } from '@shared/i18n/format';
import { together, useRecords, useVersions } from '../../../db/hooks';
import { Loaded } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import classes from '../recommendations.module.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every version that anybody left, newest first; the agreed ones are marked for good. */
export function Versions({ recommendation }: { readonly recommendation: Recommendation }) {
  const { t, i18n } = useTranslation('recommendations');
  const versions = useVersions(recommendation.id);
  const operators = useRecords('operators');
  const agreed = new Set(Object.values(recommendation.agreedVersions));
  const endorsed = new Set(Object.values(recommendation.endorsedVersions));
  return (
    <aside className={classes.versions} aria-labelledby="versions-title" tabIndex={0}>
      <h2 id="versions-title" className={classes.smallTitle}>
        {t('versions')}
      </h2>
      <Loaded of={together({ versions, operators })}>
        {(value) =>
          value.versions.length === 0 ? (
            <p className={classes.quiet}>{t('noVersions')}</p>
          ) : (
            <ol className={classes.versionList}>
              {value.versions.map((version) => (
                <li key={version.id} className={classes.version}>
                  <p className={classes.versionHead}>
                    <bdi className={classes.versionLanguage}>{version.language}</bdi>
                    <time dateTime={stampTime(version.at)}>
                      {formatInstant(stampTime(version.at), i18n.language, HERE)}
                    </time>
                    {agreed.has(version.id) && <Tag tone="good">{t('asAgreed')}</Tag>}
                    {endorsed.has(version.id) && <Tag tone="good">{t('asEndorsed')}</Tag>}
                  </p>
                  <p className={classes.versionAuthor}>
                    {value.operators.find((one) => one.id === version.actor)?.name ||
                      t('unknownAuthor')}
                  </p>
                  <p className={classes.versionText} lang={version.language} dir="auto">
                    {version.text ?? t('forgotten')}
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </aside>
  );
}
