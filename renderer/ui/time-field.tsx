import { TextInput } from '@mantine/core';
import type { Ref } from 'react';

interface TimeFieldProps {
  label: string;
  /** `HH:mm`, or what has been typed so far. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

/**
 * A time of day on the 24-hour clock, whatever the browser's own fields would show. `930`, `9.30`
 * and `9` become `09:30` and `09:00` on leaving.
 */
export function TimeField({ label, value, onChange, onBlur, error, ref }: TimeFieldProps) {
  return (
    <TextInput
      ref={ref}
      aria-label={label}
      className="ltr tabular"
      inputMode="numeric"
      placeholder="09:30"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        onChange(readTime(value) ?? value);
        onBlur?.();
      }}
      error={error}
    />
  );
}

/** What somebody typed, as `HH:mm`; `null` when it is no time of day. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:.,h ]?(\d\d))?$/.exec(typed.trim());
  if (match === null) return null;
  const [, hours = '', minutes = '00'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
