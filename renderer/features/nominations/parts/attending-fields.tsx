import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  CAPACITIES,
  modalitySchema,
  type Capacity,
  type Modality,
} from '@shared/domain/nomination/types';

/** In which capacity somebody comes, and how they attend. */
export interface Attending {
  readonly capacity: Capacity;
  readonly modality: Modality;
}

interface Props {
  readonly value: Attending;
  readonly onChange: (part: Partial<Attending>) => void;
}

export function AttendingFields({ value: { capacity, modality }, onChange }: Props) {
  const { t } = useTranslation(['nominations', 'domain']);
  return (
    <>
      <Select
        label={t('nominations:form.capacity')}
        allowDeselect={false}
        value={capacity}
        data={CAPACITIES.map((value) => ({ value, label: t(`domain:capacity.${value}`) }))}
        onChange={(chosen) => chosen !== null && onChange({ capacity: chosen })}
      />
      <Select
        label={t('nominations:form.modality')}
        allowDeselect={false}
        value={modality}
        data={modalitySchema.options.map((value) => ({
          value,
          label: t(`domain:modality.${value}`),
        }))}
        onChange={(chosen) => chosen !== null && onChange({ modality: chosen })}
      />
    </>
  );
}
