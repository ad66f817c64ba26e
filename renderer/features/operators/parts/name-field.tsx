import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { namesake } from '@shared/domain/operator/rules';
import type { Operator } from '@shared/domain/operator/types';
import classes from '../operators.module.css';

interface NameFieldProps {
  label: string;
  description?: string;
  operators: readonly Operator[];
  /** Whose name it is; null for somebody new. */
  self: string | null;
  value: string;
  onChange: (name: string) => void;
  error: string | null;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** An operator's name; says so when somebody else has the same. */
export function NameField({ operators, self, value, onChange, error, ...rest }: NameFieldProps) {
  const { t } = useTranslation('operators');
  const same = namesake(operators, value, self) !== null;
  return (
    <div>
      <TextInput
        {...rest}
        autoComplete="off"
        maxLength={200}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {same && (
        <p className={classes.warning} role="status">
          {t('sameName')}
        </p>
      )}
    </div>
  );
}
