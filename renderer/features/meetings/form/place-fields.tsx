import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { zoneName } from '@shared/i18n/format';
import { FieldGrid, Wide } from '@renderer/ui/field';
import { Section } from '@renderer/ui/page';
import { useCountries } from '../use-place';
import { HostFields } from './host-fields';
import { useProblem } from './use-problem';
import type { MeetingForm } from './schema';

/** Where the meeting is held, on whose clock, and who receives it. */
export function PlaceFields() {
  const { t, i18n } = useTranslation('meetings');
  const problem = useProblem();
  const { control, register, formState } = useFormContext<MeetingForm>();
  const { errors } = formState;
  const countries = useCountries();
  const countryData = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    return countries
      .map((one) => ({ value: one.code, label: nameIn(one.names, i18n.language) }))
      .sort((a, b) => collator.compare(a.label, b.label));
  }, [countries, i18n.language]);
  const zones = useMemo(() => zoneData(i18n.language), [i18n.language]);

  return (
    <Section title={t('form.where')}>
      <FieldGrid>
        <TextInput
          label={t('form.city')}
          maxLength={200}
          {...register('city')}
          error={problem(errors.city?.message)}
        />
        <Controller
          control={control}
          name="country"
          render={({ field }) => (
            <Select
              label={t('form.country')}
              placeholder={t('form.choose')}
              searchable
              clearable
              nothingFoundMessage={t('form.noSuchCountry')}
              data={countryData}
              value={field.value}
              onBlur={field.onBlur}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="timeZone"
          render={({ field }) => (
            <Select
              label={t('form.timeZone')}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t('form.noSuchZone')}
              data={zones}
              limit={60}
              value={field.value}
              onBlur={field.onBlur}
              onChange={(value) => field.onChange(value ?? field.value)}
              error={problem(errors.timeZone?.message)}
            />
          )}
        />
        <Wide>
          <HostFields />
        </Wide>
      </FieldGrid>
    </Section>
  );
}

/** Every zone under its name, with what its clock shows now: searched by city or by offset. */
function zoneData(language: string): { value: string; label: string }[] {
  const now = new Date().toISOString();
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
    value: zone,
    label:
      zone === 'UTC' ? 'UTC' : `${zone.replaceAll('_', ' ')} (${zoneName(now, language, zone)})`,
  }));
}
