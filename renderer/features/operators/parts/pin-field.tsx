import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface PinFieldProps {
  label: string;
  value: string;
  onChange: (pin: string) => void;
  error?: string | undefined;
  description?: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** Digits that nobody should read over one's shoulder, and that no browser should keep. */
export function PinField({ value, onChange, autoFocus = false, ...rest }: PinFieldProps) {
  const { t } = useTranslation('operators');
  return (
    <PasswordInput
      {...rest}
      autoComplete="off"
      inputMode="numeric"
      maxLength={40}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }}
    />
  );
}
