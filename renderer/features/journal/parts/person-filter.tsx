import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listName, reference } from '@shared/domain/person/rules';
import { foldName } from '@shared/matching/fold';
import { useRecords } from '../../../db/hooks';

interface Props {
  /** `null`: everybody. */
  readonly person: string | null;
  readonly onChange: (person: string | null) => void;
}

/** As many as one looks through. */
const SHOWN = 20;

/** A person by a part of the name, or by the number of somebody who was forgotten. */
export function PersonFilter({ person, onChange }: Props) {
  const { t } = useTranslation('journal');
  const people = useRecords('people');
  const [typed, setTyped] = useState('');
  const known = useMemo(
    () =>
      people.state !== 'ready'
        ? []
        : people.value.map((one) => {
            const name = listName(one) || reference(one.id);
            const words = foldName(`${name} ${one.native}`);
            return { value: one.id, label: name, words, number: reference(one.id) };
          }),
    [people],
  );
  const chosen = known.find((one) => one.value === person);
  const options = useMemo(() => {
    const isName = typed !== '' && typed !== chosen?.label;
    const wanted = foldName(typed).split(' ').filter(Boolean);
    const number = typed.trim().toLowerCase();
    const found = !isName
      ? []
      : known.filter((one) =>
          number.startsWith('#')
            ? one.number.startsWith(number)
            : wanted.every((word) => one.words.includes(word)),
        );
    const shown = found.slice(0, SHOWN);
    return (chosen === undefined || shown.includes(chosen) ? shown : [chosen, ...shown]).map(
      ({ value, label }) => ({ value, label }),
    );
  }, [known, typed, chosen]);
  return (
    <Select
      label={t('filter.person')}
      placeholder={t('filter.personHint')}
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      value={chosen === undefined ? null : chosen.value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={typed === '' ? undefined : t('filter.nobody')}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
