import { useTranslation } from 'react-i18next';
import type { NominationWarning } from '@shared/domain/nomination/warnings';
import { useWarningWords } from '../use-warning-words';
import type { NominationsModel } from '../use-nominations';
import { Notice } from './notice';
import classes from '../nominations.module.css';

interface Props {
  readonly warnings: readonly NominationWarning[];
  readonly model: NominationsModel;
}

/** What to look at before a nomination is accepted. */
export function Warnings({ warnings, model }: Props) {
  const { t } = useTranslation('nominations');
  const words = useWarningWords(model);
  if (warnings.length === 0) return null;
  return (
    <Notice role="group" title={t('warning.title')}>
      <ul className={classes.warnings}>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${'email' in warning ? warning.email : ''}`}>
            {words(warning)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
