import { Button, Group, Select } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '@shared/domain/person/rules';
import { Permitted } from '@renderer/features/operators';
import { usePeopleIndex } from '../index-people';
import { useMerge } from '../use-merge';
import type { PeopleModel, PersonEntry } from '../use-people';

/** How many people the list of suggestions shows. */
const SHOWN = 12;

interface MergeWithProps {
  readonly entry: PersonEntry;
  readonly model: PeopleModel;
}

/** Merges another record into this person, for whom the search for duplicates found nothing. */
export function MergeWith({ entry, model }: MergeWithProps) {
  const { t } = useTranslation('people');
  const { merge } = useMerge();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const index = usePeopleIndex(model);
  const other = chosen === null ? undefined : model.byId.get(chosen);
  const option = (id: string) => {
    const person = model.byId.get(id);
    const about = [person === undefined ? '' : listName(person), person?.institution ?? ''];
    return { value: id, label: about.filter((part) => part !== '').join(', ') };
  };
  // What is chosen stands in the box in full, and must be among what can be chosen.
  const found = index?.search(typed, SHOWN + 1).map(({ id }) => id) ?? [];
  const shown = [...new Set([...(chosen === null ? [] : [chosen]), ...found])].filter(
    (id) => id !== entry.id,
  );
  return (
    <Group align="flex-end" gap="sm" mt="md">
      <Select
        flex="1 1 16rem"
        label={t('mergeWith')}
        placeholder={t('search')}
        searchable
        clearable
        nothingFoundMessage={index === null ? undefined : t('nobodyFound')}
        data={shown.map(option)}
        filter={({ options }) => options}
        searchValue={typed}
        onSearchChange={setTyped}
        value={chosen}
        onChange={setChosen}
      />
      <Permitted act="person.merged">
        <Button
          variant="default"
          disabled={other === undefined}
          loading={busy}
          leftSection={<IconGitMerge size={16} aria-hidden="true" />}
          onClick={() => {
            if (other === undefined) return;
            setBusy(true);
            void merge(other, entry.person).then(() => {
              setBusy(false);
              setChosen(null);
            });
          }}
        >
          {t('merge')}
        </Button>
      </Permitted>
    </Group>
  );
}
