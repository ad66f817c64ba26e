import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CAPACITIES, modalitySchema } from '@shared/domain/nomination/types';
import { Section } from '../../../ui/page';
import type { KnownParties } from '../known-parties';
import { PartySelect } from '../parts/party-select';
import type { WholeList } from '../take-over';
import classes from './import.module.css';

interface Props {
  readonly whole: WholeList;
  readonly onChange: (whole: WholeList) => void;
  readonly parties: KnownParties;
  /** No column says which delegation a row belongs to. */
  readonly askParty: boolean;
}

/** What holds for rows that say nothing themselves. */
export function WholeListFields({ whole, onChange, parties, askParty }: Props) {
  const { t } = useTranslation(['nominations', 'domain']);
  return (
    <Section title={t('nominations:import.wholeTitle')}>
      <Stack gap="md">
        <p className={classes.quiet}>{t('nominations:import.wholeHint')}</p>
        <PartySelect
          parties={parties}
          value={whole.party}
          onChange={(party) => onChange({ ...whole, party })}
          label={t('nominations:import.wholeParty')}
          description={t('nominations:import.wholePartyHint')}
          placeholder={t('nominations:import.settlePlaceholder')}
          required={askParty}
          clearable
        />
        <Select
          label={t('nominations:column.capacity')}
          allowDeselect={false}
          value={whole.capacity}
          data={CAPACITIES.map((value) => ({ value, label: t(`domain:capacity.${value}`) }))}
          onChange={(capacity) => capacity !== null && onChange({ ...whole, capacity })}
        />
        <Select
          label={t('nominations:column.modality')}
          allowDeselect={false}
          value={whole.modality}
          data={modalitySchema.options.map((value) => ({
            value,
            label: t(`domain:modality.${value}`),
          }))}
          onChange={(modality) => modality !== null && onChange({ ...whole, modality })}
        />
        <TextInput
          type="date"
          label={t('nominations:import.wholeReceived')}
          value={whole.receivedOn}
          onChange={(event) => onChange({ ...whole, receivedOn: event.currentTarget.value })}
        />
        <Checkbox
          label={t('nominations:import.wholeAccept')}
          description={t('nominations:import.wholeAcceptHint')}
          checked={whole.accept}
          onChange={(event) => onChange({ ...whole, accept: event.currentTarget.checked })}
        />
      </Stack>
    </Section>
  );
}
