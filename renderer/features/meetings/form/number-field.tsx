import { NumberInput } from '@mantine/core';
import { Controller, useFormContext, type FieldPath } from 'react-hook-form';
import type { MeetingForm } from './schema';
import { useProblem } from './use-problem';

interface NumberFieldProps {
  name: Extract<FieldPath<MeetingForm>, `caps.${string}` | `rules.threshold${string}`>;
  label: string;
  description?: string;
  max: number;
  suffix?: string;
}

/** A number of the form, from 0; nothing typed is nothing. */
export function NumberField({ name, label, description, max, suffix }: NumberFieldProps) {
  const { control } = useFormContext<MeetingForm>();
  const problem = useProblem();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          label={label}
          description={description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={max}
          suffix={suffix}
          allowDecimal={false}
          value={field.value}
          onBlur={field.onBlur}
          onChange={(value) => field.onChange(typeof value === 'number' ? value : '')}
          error={problem(fieldState.error?.message)}
        />
      )}
    />
  );
}
