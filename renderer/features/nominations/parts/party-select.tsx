import { Select } from '@mantine/core';
import { useMemo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import type { KnownParties, KnownParty } from '../known-parties';
import { partyFilter } from './party-filter';

interface Props {
  readonly parties: KnownParties;
  /** Id of a known party. */
  readonly value: string | null;
  readonly onChange: (party: string | null) => void;
  readonly label?: string;
  /** For screen readers, where the label stands elsewhere. */
  readonly ariaLabel?: string;
  readonly description?: string;
  readonly placeholder: string;
  readonly error?: string;
  readonly required?: boolean;
  readonly clearable?: boolean;
  /** Where typing begins. */
  readonly focused?: boolean;
  /** Shown first: what a text most likely means. */
  readonly first?: readonly string[];
  /** Whether the list opens before anything is typed; as a rule, unless typing begins here. */
  readonly opensOnFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Chooses a country or organization, by its name in any official language, or by its code. */
export function PartySelect({ parties, value, onChange, first = NONE, inputRef, ...props }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const data = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    const option = (party: KnownParty) => ({
      value: party.id,
      label: `${nameIn(party.names, i18n.language)} (${party.code})`,
    });
    const options = (list: readonly KnownParty[]) =>
      list.map(option).sort((a, b) => collator.compare(a.label, b.label));
    const likely = first.map((id) => parties.byId.get(id)).filter((one) => one !== undefined);
    const rest = parties.all.filter(({ id }) => !first.includes(id));
    return [
      { group: '', items: likely.map(option) },
      { group: t('groupParties'), items: options(rest.filter(({ recorded }) => recorded)) },
      { group: t('groupCountries'), items: options(rest.filter(({ recorded }) => !recorded)) },
    ].filter(({ items }) => items.length > 0);
  }, [parties, first, t, i18n.language]);
  const filter = useMemo(() => partyFilter(parties), [parties]);
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      filter={filter}
      ref={inputRef}
      autoFocus={props.focused ?? false}
      openOnFocus={props.opensOnFocus ?? !(props.focused ?? false)}
      data={data}
      value={value}
      onChange={onChange}
      label={props.label}
      aria-label={props.ariaLabel}
      description={props.description}
      placeholder={props.placeholder}
      error={props.error}
      withAsterisk={props.required ?? false}
      clearable={props.clearable ?? false}
      allowDeselect={false}
      maxDropdownHeight={320}
    />
  );
}

const NONE: readonly string[] = [];
