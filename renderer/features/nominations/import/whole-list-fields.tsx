import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/page';
import type { KnownParties } from '../known-parties';
import { AttendingFields } from '../parts/attending-fields';
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
        <AttendingFields value={whole} onChange={(part) => onChange({ ...whole, ...part })} />
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
