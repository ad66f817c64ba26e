import { Button, NumberInput, Textarea } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { MEETING_DEFAULTS, type Meeting } from '@shared/domain/meeting/types';
import { keptUntil } from '@shared/domain/person/retention';
import { formatDay } from '@shared/i18n/format';
import { FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import type { MeetingForm } from './schema';
import { useProblem } from './use-problem';

/** Why the participants' data is kept, and for how long. */
export function RetentionFields({ before }: { before: Meeting | null }) {
  const { t, i18n } = useTranslation('meetings');
  const problem = useProblem();
  const { control, register, formState, setValue } = useFormContext<MeetingForm>();
  const { errors } = formState;
  const [purpose, months, start, end] = useWatch({
    control,
    name: ['purpose', 'retentionMonths', 'start', 'end'],
  });
  const planned = {
    ...(before ?? MEETING_DEFAULTS).planned,
    start: start || null,
    end: end || null,
  };
  const until =
    months === ''
      ? null
      : keptUntil({ planned, announced: null, actual: null, retentionMonths: months });

  return (
    <Section title={t('form.privacy')}>
      <FieldGrid>
        <Wide>
          <Textarea
            label={t('form.purpose')}
            description={t('form.purposeHint')}
            maxLength={1000}
            autosize
            minRows={2}
            {...register('purpose')}
            error={problem(errors.purpose?.message)}
          />
          {purpose === '' && (
            <Button
              variant="subtle"
              size="compact-sm"
              mt="xs"
              onClick={() => setValue('purpose', t('form.purposeProposal'), { shouldDirty: true })}
            >
              {t('form.proposePurpose')}
            </Button>
          )}
        </Wide>
        <Controller
          control={control}
          name="retentionMonths"
          render={({ field }) => (
            <NumberInput
              label={t('form.retention')}
              description={
                until === null
                  ? t('form.retentionHint')
                  : t('form.retentionUntil', { day: formatDay(until, i18n.language) })
              }
              min={0}
              max={600}
              allowDecimal={false}
              value={field.value}
              onBlur={field.onBlur}
              onChange={(value) => field.onChange(typeof value === 'number' ? value : '')}
              error={problem(errors.retentionMonths?.message)}
            />
          )}
        />
      </FieldGrid>
    </Section>
  );
}
