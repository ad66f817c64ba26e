import { Select } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listName, reference } from '@shared/domain/person/rules';
import { Roots } from '@shared/domain/person/roots';
import type { Person } from '@shared/domain/person/types';
import { indexBitByBit } from '@shared/matching/index-bit-by-bit';
import type { IndexedPerson } from '@shared/matching/person-index';
import { searchKeys } from '@shared/matching/search-keys';
import { Section } from '../../../ui/page';
import { useSliced } from '../../../ui/slices';
import { Empty } from '../../../ui/states';
import { PersonRecord } from './person-record';
import classes from '../personal-data.module.css';

interface PersonFinderProps {
  readonly people: readonly Person[];
  readonly onForget: (person: Person) => void;
}

/** How many people a list of suggestions shows. */
const SHOWN = 12;

/** Finds a person by any part of the name, in any order and script, and shows what is kept. */
export function PersonFinder({ people, onForget }: PersonFinderProps) {
  const { t } = useTranslation('personal');
  const [query, setQuery] = useSearchParams();
  const known = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  const index = useSliced(useCallback(() => indexBitByBit(indexed(people)), [people]));
  const roots = useMemo(() => new Roots(people), [people]);
  const options = useMemo(
    () =>
      people
        .filter(({ id }) => !roots.isMerged(id))
        .map((one) => optionOf(one, one.id))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
    [people, roots],
  );
  const person = known.get(roots.of(query.get('id') ?? ''));
  const choose = (id: string | null) => {
    setQuery({ part: 'person', ...(id === null ? {} : { id }) }, { replace: true });
  };
  return (
    <div className={classes.parts}>
      <Section title={t('person.find')}>
        <Select
          aria-label={t('person.find')}
          placeholder={t('person.placeholder')}
          className={classes.finder}
          searchable
          clearable
          nothingFoundMessage={index === null ? undefined : t('person.nobody')}
          limit={SHOWN}
          data={options}
          filter={({ search }) =>
            search === '' || search === labelOf(person)
              ? options.slice(0, SHOWN)
              : [...new Set(index?.search(search, SHOWN).map(({ id }) => roots.of(id)) ?? [])].map(
                  (id) => optionOf(known.get(id), id),
                )
          }
          value={person?.id ?? null}
          onChange={choose}
        />
      </Section>
      {person === undefined ? (
        <Empty icon={<IconUserSearch size={28} stroke={1.5} />} title={t('person.none')}>
          {t('person.noneHint')}
        </Empty>
      ) : (
        <PersonRecord key={person.id} person={person} onForget={() => onForget(person)} />
      )}
    </div>
  );
}

const labelOf = (person: Person | undefined): string =>
  person === undefined ? '' : listName(person);

const optionOf = (person: Person | undefined, id: string) => ({
  value: id,
  label: labelOf(person) || reference(id),
});

function* indexed(people: readonly Person[]): Generator<IndexedPerson> {
  for (const { id, family, given, native, full, institution, emails } of people) {
    const names = { family, given, native, full, institution, emails };
    const keys = searchKeys({ ...names, partyNames: [], partyCodes: [], badge: null });
    yield { id, keys, expected: false };
  }
}
