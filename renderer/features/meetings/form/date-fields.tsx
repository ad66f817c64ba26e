import { SegmentedControl, TextInput } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { stageOf } from '@shared/domain/meeting/decide';
import { formatSchema, type Meeting } from '@shared/domain/meeting/types';
import { formatDay } from '@shared/i18n/format';
import { Field, FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import { useMeetingDates } from '../meeting-dates';
import { useProblem } from './use-problem';
import { usePlanSessions } from './use-plan-sessions';
import type { MeetingForm } from './schema';

const ORDER: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** Days and format. Once they were made known, a change keeps the old ones and says why. */
export function DateFields({ before }: { before: Meeting | null }) {
  const { t, i18n } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const dates = useMeetingDates();
  const problem = useProblem();
  const { control, register, formState, getValues, setValue } = useFormContext<MeetingForm>();
  const { errors, dirtyFields } = formState;
  const planIfFree = usePlanSessions();
  const [start, end] = useWatch({ control, name: ['start', 'end'] });
  const stage = before === null ? 'planned' : stageOf(before);
  const changed =
    dirtyFields.start === true || dirtyFields.end === true || dirtyFields.format === true;

  // The browser's field may put the month first: the day in words leaves no doubt.
  const day = (date: string) => (date === '' ? undefined : formatDay(date, i18n.language, 'full'));

  const onStart = () => {
    const values = getValues();
    if (values.end === '' || values.end < values.start) {
      setValue('end', values.start, { shouldDirty: true, shouldValidate: true });
    }
    planIfFree();
  };

  return (
    <Section title={t('form.when')}>
      <FieldGrid>
        <TextInput
          type="date"
          label={t('form.start')}
          description={day(start)}
          inputWrapperOrder={ORDER}
          {...register('start', { onChange: onStart })}
          error={problem(errors.start?.message)}
        />
        <TextInput
          type="date"
          label={t('form.end')}
          description={day(end)}
          inputWrapperOrder={ORDER}
          {...register('end', { onChange: planIfFree })}
          error={problem(errors.end?.message)}
        />
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
        {before !== null && stage !== 'planned' && (
          <Wide>
            <TextInput
              label={t('form.changeReason')}
              description={t('form.changeReasonHint', { dates: dates(before.planned) })}
              withAsterisk={changed}
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
