import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { Field, FieldGrid } from '../../../ui/field';
import { useWorld } from '../use-world';
import type { FieldsProps } from './fields';

/** What a party is, and by which codes it is known. */
export function IdentityFields({ values, change, errorOf }: FieldsProps) {
  const { t, i18n } = useTranslation(['parties', 'domain']);
  const { regions } = useWorld();
  const { kind, region, subregion } = values;
  const choice = (parent: string | null, own: string) => [
    ...regions
      .filter((one) => one.parent === parent)
      .map(({ m49, names }) => ({ value: m49, label: nameIn(names, i18n.language) })),
    // A region that is no code of the list stays what it is.
    ...(own !== '' && !regions.some(({ m49 }) => m49 === own) ? [{ value: own, label: own }] : []),
  ];
  return (
    <FieldGrid>
      <Field label={t('parties:field.kind')}>
        <SegmentedControl
          aria-label={t('parties:field.kind')}
          value={kind}
          data={(['country', 'organization'] as const).map((value) => ({
            value,
            label: t(`domain:partyKind.${value}`),
          }))}
          onChange={(value) => {
            change({ kind: value === 'organization' ? 'organization' : 'country' });
          }}
        />
      </Field>
      <TextInput
        label={t(kind === 'country' ? 'parties:field.codeIso3' : 'parties:field.acronym')}
        withAsterisk
        maxLength={20}
        value={values.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
        error={errorOf('code')}
      />
      {kind === 'country' ? (
        <>
          <TextInput
            label={t('parties:field.iso2')}
            maxLength={2}
            value={values.iso2}
            onChange={(event) => change({ iso2: event.currentTarget.value })}
            error={errorOf('iso2')}
          />
          <TextInput
            label={t('parties:field.m49')}
            maxLength={3}
            value={values.m49}
            onChange={(event) => change({ m49: event.currentTarget.value })}
            error={errorOf('m49')}
          />
        </>
      ) : (
        <TextInput
          label={t('parties:field.organizationKind')}
          maxLength={100}
          value={values.organizationKind}
          onChange={(event) => change({ organizationKind: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('parties:field.region')}
        clearable
        value={region === '' ? null : region}
        data={choice(null, region)}
        onChange={(value) => change({ region: value ?? '', subregion: '' })}
      />
      <Select
        label={t('parties:field.subregion')}
        clearable
        disabled={region === ''}
        value={subregion === '' ? null : subregion}
        data={choice(region, subregion)}
        onChange={(value) => change({ subregion: value ?? '' })}
      />
    </FieldGrid>
  );
}
