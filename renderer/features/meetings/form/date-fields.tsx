import { SegmentedControl, TextInput } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { daysOf, type PatternSession } from '@shared/domain/meeting/copy';
import { dayAfter } from '@shared/domain/meeting/plan-sessions';
import { formatSchema, type Meeting } from '@shared/domain/meeting/types';
import { formatDay } from '@shared/i18n/format';
import { Field, FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import { useMeetingDates } from '../meeting-dates';
import { needsReason } from './resolver';
import { DATE_LENGTH, PRECISIONS, type MeetingForm, type Precision } from './schema';
import { useProblem } from './use-problem';
import { usePlanSessions } from './use-plan-sessions';

const ORDER: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** What a browser's field takes for dates that are known so precisely. */
const FIELD = { day: 'date', month: 'month', year: 'text', none: 'text' } as const;

interface DateFieldsProps {
  before: Meeting | null;
  /** When the meeting that is copied sat. */
  pattern: readonly PatternSession[];
}

/** Days and format, as precisely as they are known. What is given up is given up with a reason. */
export function DateFields({ before, pattern }: DateFieldsProps) {
  const { t, i18n } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const dates = useMeetingDates();
  const problem = useProblem();
  const { control, register, formState, getValues, setValue } = useFormContext<MeetingForm>();
  const { errors } = formState;
  const planIfFree = usePlanSessions(pattern);
  const [precision, start, end, format] = useWatch({
    control,
    name: ['precision', 'start', 'end', 'format'],
  });
  const required = before !== null && needsReason({ precision, start, end, format }, before);

  // The browser's field may put the month first: the day in words leaves no doubt.
  const words = (date: string) =>
    precision === 'day' && date.length === 10 ? formatDay(date, i18n.language, 'full') : undefined;

  const onStart = () => {
    const values = getValues();
    if (values.end === '' || values.end < values.start) {
      const whole = values.precision === 'day' && values.start.length === 10;
      const last = whole ? dayAfter(values.start, daysOf(pattern) - 1) : values.start;
      setValue('end', last, { shouldDirty: true, shouldValidate: true });
    }
    planIfFree();
  };

  const choosePrecision = (chosen: Precision) => {
    const length = DATE_LENGTH[chosen];
    setValue('precision', chosen, { shouldDirty: true });
    for (const part of ['start', 'end'] as const) {
      // Nobody knows which day of the month it was: it is not made up.
      const known = getValues(part);
      const kept = known.length < length ? '' : known.slice(0, length);
      setValue(part, kept, { shouldDirty: true, shouldValidate: true });
    }
  };

  return (
    <Section title={t('form.when')}>
      <FieldGrid>
        <Wide>
          <Field label={t('form.precision.label')}>
            <Controller
              control={control}
              name="precision"
              render={({ field }) => (
                <SegmentedControl
                  aria-label={t('form.precision.label')}
                  value={field.value}
                  onChange={choosePrecision}
                  data={PRECISIONS.map((value) => ({
                    value,
                    label: t(`form.precision.${value}`),
                  }))}
                />
              )}
            />
          </Field>
        </Wide>
        {precision !== 'none' &&
          (['start', 'end'] as const).map((part) => (
            <TextInput
              key={`${part} ${precision}`}
              type={FIELD[precision]}
              label={t(`form.${part}By.${precision}`)}
              description={words(part === 'start' ? start : end)}
              inputWrapperOrder={ORDER}
              {...(precision === 'year' && { inputMode: 'numeric', maxLength: 4 })}
              {...register(part, { onChange: part === 'start' ? onStart : planIfFree })}
              error={problem(errors[part]?.message)}
            />
          ))}
        <Wide>
          <Field label={t('form.format')}>
            <Controller
              control={control}
              name="format"
              render={({ field }) => (
                <SegmentedControl
                  aria-label={t('form.format')}
                  value={field.value ?? ''}
                  onChange={field.onChange}
                  data={formatSchema.options.map((value) => ({
                    value,
                    label: word(`format.${value}`),
                  }))}
                />
              )}
            />
          </Field>
        </Wide>
        {before !== null && (
          <Wide>
            <TextInput
              label={t('form.changeReason')}
              description={t('form.changeReasonHint', { dates: dates(before.planned) })}
              withAsterisk={required}
              maxLength={1000}
              {...register('changeReason')}
              error={problem(errors.changeReason?.message)}
            />
          </Wide>
        )}
      </FieldGrid>
    </Section>
  );
}
