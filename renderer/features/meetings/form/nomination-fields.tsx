import { TextInput } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@shared/i18n/format';
import { FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import { NumberField } from './number-field';
import type { MeetingForm } from './schema';
import { useProblem } from './use-problem';

/** Until when nominations are received, and how many of each delegation. */
export function NominationFields() {
  const { t, i18n } = useTranslation('meetings');
  const problem = useProblem();
  const { control, register, formState } = useFormContext<MeetingForm>();
  const deadline = useWatch({ control, name: 'nominationDeadline' });
  const day = deadline.length === 10 ? formatDay(deadline, i18n.language, 'full') : null;
  return (
    <Section title={t('form.nominations')}>
      <FieldGrid>
        <Wide>
          <TextInput
            type="date"
            label={t('form.deadline')}
            description={day ?? t('form.deadlineHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...register('nominationDeadline')}
            error={problem(formState.errors.nominationDeadline?.message)}
          />
        </Wide>
        <NumberField
          name="caps.inPerson"
          label={t('form.capInPerson')}
          description={t('form.capHint')}
          max={1000}
        />
        <NumberField
          name="caps.virtual"
          label={t('form.capVirtual')}
          description={t('form.capHint')}
          max={1000}
        />
      </FieldGrid>
    </Section>
  );
}
