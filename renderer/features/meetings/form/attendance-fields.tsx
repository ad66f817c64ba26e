import { Stack, Switch } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import { NumberField } from './number-field';
import type { MeetingForm } from './schema';
import classes from './form.module.css';

/** A session as most are: what the rule means is shown on it. */
const EXAMPLE_MINUTES = 180;

/** What counts as attendance, and what that means. */
export function AttendanceFields() {
  const { t } = useTranslation('meetings');
  const { control } = useFormContext<MeetingForm>();
  const [minutes, percent] = useWatch({
    control,
    name: ['rules.thresholdMinutes', 'rules.thresholdPercent'],
  });
  const known = Number.isFinite(minutes) && Number.isFinite(percent);
  const needed = Math.round(Math.min(minutes, (percent / 100) * EXAMPLE_MINUTES));
  return (
    <Section title={t('form.attendance')}>
      <FieldGrid>
        <NumberField name="rules.thresholdMinutes" label={t('form.thresholdMinutes')} max={600} />
        <NumberField
          name="rules.thresholdPercent"
          label={t('form.thresholdPercent')}
          max={100}
          suffix=" %"
        />
        <Wide>
          <p className={classes.none}>
            {t('form.thresholdHint')}{' '}
            {known && t('form.thresholdExample', { count: needed, session: EXAMPLE_MINUTES })}
          </p>
        </Wide>
        <Wide>
          <Stack gap="md">
            {(['receptionCounts', 'dayCountsForSessions', 'identityCheck'] as const).map((name) => (
              <Controller
                key={name}
                control={control}
                name={name === 'identityCheck' ? name : `rules.${name}`}
                render={({ field }) => (
                  <Switch
                    label={t(`form.${name}`)}
                    description={t(`form.${name}Hint.${field.value ? 'on' : 'off'}`)}
                    checked={field.value}
                    onBlur={field.onBlur}
                    onChange={(event) => field.onChange(event.currentTarget.checked)}
                  />
                )}
              />
            ))}
          </Stack>
        </Wide>
      </FieldGrid>
    </Section>
  );
}
