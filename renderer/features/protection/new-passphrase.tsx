import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MIN_PASSPHRASE } from '@shared/contract/protection';
import { FieldGrid } from '@renderer/ui/field';
import { strengthOf, type Strength } from './passphrase-strength';
import classes from './protection.module.css';
import { SecretInput } from './secret-input';

interface Pair {
  readonly passphrase: string;
  readonly again: string;
}

interface NewPassphraseProps {
  value: Pair;
  onChange: (part: Partial<Pair>) => void;
  problem: Exclude<Strength, 'good'> | 'not-the-same' | null;
  /** It has the focus when its dialog opens. */
  focused?: boolean;
}

/** A new passphrase, twice, with one honest word about it. */
export function NewPassphrase({ value, onChange, problem, focused = false }: NewPassphraseProps) {
  const { t } = useTranslation('protection');
  const [visible, setVisible] = useState(false);
  const strength = value.passphrase === '' ? null : strengthOf(value.passphrase);
  const shared = { visible, onVisible: setVisible };
  return (
    <div>
      <FieldGrid>
        <SecretInput
          {...shared}
          focused={focused}
          label={t('passphrase.new')}
          value={value.passphrase}
          onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
          error={
            problem === null || problem === 'not-the-same'
              ? undefined
              : t(`passphrase.problem.${problem}`, { count: MIN_PASSPHRASE })
          }
        />
        <SecretInput
          {...shared}
          label={t('passphrase.again')}
          value={value.again}
          onChange={(event) => onChange({ again: event.currentTarget.value })}
          error={problem === 'not-the-same' ? t('passphrase.problem.not-the-same') : undefined}
        />
      </FieldGrid>
      <p className={classes.hint}>
        {t('passphrase.hint', { count: MIN_PASSPHRASE })}{' '}
        <span className={classes.strength} data-strength={strength ?? undefined} role="status">
          {strength === null ? '' : t(`passphrase.strength.${strength}`)}
        </span>
      </p>
    </div>
  );
}
