import { NumberInput, Select, TextInput } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { nextOrdinal } from '@shared/domain/meeting/decide';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import { useMeetingChoices } from '../use-meeting-choices';
import { useProblem } from './use-problem';
import type { MeetingForm } from './schema';
import classes from './form.module.css';

interface BodyFieldsProps {
  programmes: readonly Programme[];
  meetings: readonly Meeting[];
  before: Meeting | null;
}

/** Who meets, for which time, and what the meeting is called. */
export function BodyFields({ programmes, meetings, before }: BodyFieldsProps) {
  const { t, i18n } = useTranslation('meetings');
  const problem = useProblem();
  const { control, register, setValue, getValues, formState } = useFormContext<MeetingForm>();
  const { errors, dirtyFields } = formState;
  const programmeId = useWatch({ control, name: 'programme' });
  const programme = programmes.find((one) => one.id === programmeId);
  const bodies = programme?.bodies ?? [];
  const choices = useMeetingChoices(meetings);
  const others = choices.filter(({ value }) => value !== before?.id);

  const choose = (body: string) => {
    setValue('body', body, { shouldValidate: true, shouldDirty: true });
    if (before !== null) return;
    const ordinal = nextOrdinal(meetings, getValues('programme'), body);
    setValue('ordinal', ordinal ?? '');
    const found = bodies.find((one) => one.id === body);
    if (found === undefined || dirtyFields.title === true) return;
    const name = nameIn(found.names, i18n.language);
    const title =
      ordinal === null
        ? name
        : t('form.titleProposal', { body: name, count: ordinal, ordinal: true });
    setValue('title', title, { shouldValidate: true });
  };

  return (
    <Section title={t('form.who')}>
      <FieldGrid>
        {programmes.length > 1 && (
          <Wide>
            <Controller
              control={control}
              name="programme"
              render={({ field }) => (
                <Select
                  label={t('form.programme')}
                  allowDeselect={false}
                  data={programmes.map((one) => ({
                    value: one.id,
                    label: nameIn(one.names, i18n.language),
                  }))}
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={(value) => {
                    field.onChange(value ?? '');
                    setValue('body', '');
                  }}
                />
              )}
            />
          </Wide>
        )}
        <Wide>
          <div className={classes.who}>
            <Controller
              control={control}
              name="body"
              render={({ field }) => (
                <Select
                  label={t('form.body')}
                  placeholder={t('form.choose')}
                  withAsterisk
                  allowDeselect={false}
                  data={bodies.map((one) => ({
                    value: one.id,
                    label: nameIn(one.names, i18n.language),
                  }))}
                  value={field.value === '' ? null : field.value}
                  onBlur={field.onBlur}
                  onChange={(value) => choose(value ?? '')}
                  error={problem(errors.body?.message)}
                />
              )}
            />
            <Controller
              control={control}
              name="ordinal"
              render={({ field }) => (
                <NumberInput
                  label={t('form.ordinal')}
                  description={t('form.ordinalHint')}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  min={1}
                  max={999}
                  allowDecimal={false}
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={(value) => field.onChange(typeof value === 'number' ? value : '')}
                  error={problem(errors.ordinal?.message)}
                />
              )}
            />
          </div>
        </Wide>
        <Wide>
          <TextInput
            label={t('form.title')}
            withAsterisk
            maxLength={500}
            {...register('title')}
            error={problem(errors.title?.message)}
          />
        </Wide>
        {others.length > 0 && (
          <Wide>
            <Controller
              control={control}
              name="reconvenes"
              render={({ field }) => (
                <Select
                  label={t('form.reconvenes')}
                  description={t('form.reconvenesHint')}
                  placeholder={t('form.reconvenesNone')}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  searchable
                  clearable
                  nothingFoundMessage={t('form.noSuchMeeting')}
                  data={others}
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={field.onChange}
                  error={problem(errors.reconvenes?.message)}
                />
              )}
            />
          </Wide>
        )}
      </FieldGrid>
    </Section>
  );
}
