import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UN_LANGUAGES } from '@shared/domain/language';
import { FieldGrid } from '../../../ui/field';
import type { TypedNames } from './values';

interface NameFieldsProps {
  names: TypedNames;
  onChange: (names: TypedNames) => void;
  error?: string | undefined;
}

/** A name in the six languages; one is enough, and none is made up. */
export function NameFields({ names, onChange, error }: NameFieldsProps) {
  const { t } = useTranslation('domain');
  return (
    <FieldGrid>
      {UN_LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={t(`language.${language}`)}
          lang={language}
          dir="auto"
          maxLength={300}
          value={names[language]}
          onChange={(event) => onChange({ ...names, [language]: event.currentTarget.value })}
          error={language === 'en' ? error : undefined}
        />
      ))}
    </FieldGrid>
  );
}
