import { Checkbox, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UN_LANGUAGES } from '@shared/domain/language';
import { partyFlagSchema } from '@shared/domain/party/types';
import { FieldGrid, Wide } from '../../../ui/field';
import type { FieldsProps } from './fields';
import classes from '../parties.module.css';

/** Footnote, marks, language of correspondence, other spellings. */
export function OtherFields({ values, change }: Omit<FieldsProps, 'errorOf'>) {
  const { t } = useTranslation(['parties', 'domain']);
  return (
    <FieldGrid>
      <Wide>
        <Checkbox.Group
          label={t('parties:field.flags')}
          value={[...values.flags]}
          onChange={(chosen) => {
            change({ flags: partyFlagSchema.options.filter((flag) => chosen.includes(flag)) });
          }}
        >
          <div className={classes.flags}>
            {partyFlagSchema.options.map((flag) => (
              <Checkbox key={flag} value={flag} label={t(`parties:flag.${flag}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </Wide>
      <Select
        label={t('parties:field.language')}
        description={t('parties:form.languageHint')}
        clearable
        value={values.language}
        data={UN_LANGUAGES.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
        onChange={(value) => {
          change({ language: UN_LANGUAGES.find((one) => one === value) ?? null });
        }}
      />
      <Textarea
        label={t('parties:field.aliases')}
        description={t('parties:form.aliasesHint')}
        autosize
        minRows={2}
        value={values.aliases}
        onChange={(event) => change({ aliases: event.currentTarget.value })}
      />
      <Wide>
        <Textarea
          label={t('parties:field.footnote')}
          description={t('parties:form.footnoteHint')}
          autosize
          minRows={2}
          maxLength={1000}
          value={values.footnote}
          onChange={(event) => change({ footnote: event.currentTarget.value })}
        />
      </Wide>
    </FieldGrid>
  );
}
