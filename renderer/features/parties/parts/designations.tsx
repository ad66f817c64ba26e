import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import type { Party } from '@shared/domain/party/types';
import { usePeriodWords } from '../use-period-words';
import classes from '../parties.module.css';

/** The names that the party had, the latest first, each with its dates. */
export function Designations({ party }: { party: Party }) {
  const { t, i18n } = useTranslation('parties');
  const period = usePeriodWords();
  const { designations, code, names } = party;
  if (designations.length === 0) {
    return <p className={classes.quiet}>{t('neverRenamed')}</p>;
  }
  return (
    <ul className={classes.items}>
      {designations.toReversed().map((one, index) => (
        <li key={index} className={classes.designation}>
          <bdi>{nameIn(one.names, i18n.language) || nameIn(names, i18n.language)}</bdi>
          <span className={classes.quiet}>
            {one.code ?? code} · {period(one)}
          </span>
        </li>
      ))}
    </ul>
  );
}
