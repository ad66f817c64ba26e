import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedFields } from '@shared/codecs/nominations/types';
import {
  CAPACITIES,
  modalitySchema,
  sourceDocumentSchema,
  type SourceDocument,
} from '@shared/domain/nomination/types';
import { genderSchema } from '@shared/domain/person/types';
import { formatDay } from '@shared/i18n/format';

const SOURCE_KINDS = sourceDocumentSchema.shape.kind.options;

/** Fields that a list can change; a new one does not compile before it is listed. */
export const COMPARED_FIELDS = [
  'family',
  'given',
  'honorific',
  'native',
  'emails',
  'institution',
  'jobTitle',
  'capacity',
  'modality',
  'gender',
  'source',
  'receivedOn',
  'remarks',
] as const satisfies readonly (keyof ComparedFields)[];

/** A source document as one reads it: "Note verbale NV/12, 3 April 2023". */
export function useSourceWords(): (source: SourceDocument | null) => string {
  const { t, i18n } = useTranslation('nominations');
  return useCallback(
    (source) => {
      if (source === null) return '';
      const name = [t(`sourceKind.${source.kind}`), source.number ?? ''].filter(Boolean).join(' ');
      return source.date === null ? name : `${name}, ${formatDay(source.date, i18n.language)}`;
    },
    [t, i18n.language],
  );
}

/** `kind number date`, the form in which lists are compared, as a document again. */
function sourceOf(text: string): SourceDocument | null {
  const [first = '', ...rest] = text.split(' ');
  const kind = SOURCE_KINDS.find((one) => one === first);
  if (kind === undefined) return null;
  const date = rest.at(-1) ?? '';
  const number = rest.slice(0, -1).join(' ');
  return { kind, number: number === '' ? null : number, date: date === '' ? null : date };
}

/** A value of a list as the interface words it. */
export function useComparedWords(): (field: keyof ComparedFields, value: string) => string {
  const { t, i18n } = useTranslation(['nominations', 'domain']);
  const sourceWords = useSourceWords();
  return (field, value) => {
    if (value === '') return t('nominations:import.nothing');
    switch (field) {
      case 'capacity': {
        const capacity = CAPACITIES.find((one) => one === value);
        return capacity === undefined ? value : t(`domain:capacity.${capacity}`);
      }
      case 'modality': {
        const modality = modalitySchema.options.find((one) => one === value);
        return modality === undefined ? value : t(`domain:modality.${modality}`);
      }
      case 'gender': {
        const gender = genderSchema.options.find((one) => one === value);
        return gender === undefined ? value : t(`domain:gender.${gender}`);
      }
      case 'source':
        return sourceWords(sourceOf(value)) || value;
      case 'receivedOn':
        return formatDay(value, i18n.language);
      case 'emails':
        return value.split(' ').join(', ');
      case 'family':
      case 'given':
      case 'honorific':
      case 'native':
      case 'institution':
      case 'jobTitle':
      case 'remarks':
        return value;
    }
  };
}
