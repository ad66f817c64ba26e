import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sourceDocumentSchema, type SourceDocument } from '@shared/domain/nomination/types';
import { FieldGrid } from '../../../ui/field';

/** The paper as it is typed; empty texts where nothing is known. */
export interface TypedSource {
  readonly kind: SourceDocument['kind'] | '';
  readonly number: string;
  readonly date: string;
  readonly receivedOn: string;
}

export const NO_SOURCE: TypedSource = { kind: '', number: '', date: '', receivedOn: '' };

export function typedSource(source: SourceDocument | null, receivedOn: string | null): TypedSource {
  return {
    kind: source?.kind ?? '',
    number: source?.number ?? '',
    date: source?.date ?? '',
    receivedOn: receivedOn ?? '',
  };
}

/** The paper as it is kept; a number or a date without a kind is some other document. */
export function sourceOf({ kind, number, date }: TypedSource): SourceDocument | null {
  const written = number.trim();
  if (kind === '' && written === '' && date === '') return null;
  return {
    kind: kind === '' ? 'other' : kind,
    number: written === '' ? null : written,
    date: date === '' ? null : date,
  };
}

interface Props {
  readonly value: TypedSource;
  readonly onChange: (change: Partial<TypedSource>) => void;
}

/** By which paper somebody was named, and when it came. */
export function SourceFields({ value, onChange }: Props) {
  const { t } = useTranslation('nominations');
  return (
    <FieldGrid>
      <Select
        label={t('edit.sourceKind')}
        clearable
        placeholder={t('edit.noSource')}
        value={value.kind === '' ? null : value.kind}
        data={sourceDocumentSchema.shape.kind.options.map((kind) => ({
          value: kind,
          label: t(`sourceKind.${kind}`),
        }))}
        onChange={(kind) => onChange({ kind: kind ?? '' })}
      />
      <TextInput
        label={t('edit.sourceNumber')}
        value={value.number}
        maxLength={100}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('edit.sourceDate')}
        value={value.date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('edit.receivedOn')}
        value={value.receivedOn}
        onChange={(event) => onChange({ receivedOn: event.currentTarget.value })}
      />
    </FieldGrid>
  );
}
