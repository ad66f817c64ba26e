import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../../db/hooks';
import { Facts } from '../../../ui/facts';
import { languageName } from '../language-names';
import type { PersonEntry } from '../use-people';
import classes from '../people.module.css';

/** What is on file about a person; addresses and other names of all records together. */
export function PersonFacts({ entry }: { readonly entry: PersonEntry }) {
  const { t, i18n } = useTranslation(['people', 'domain']);
  const aliases = useRecords('aliases');
  const { person, records } = entry;
  if (person.forgotten) return <p className={classes.lead}>{t('people:forgottenHint')}</p>;
  const ids = records.map(({ id }) => id);
  const names =
    aliases.state === 'ready'
      ? aliases.value.filter((one) => ids.includes(one.person) && !one.revoked)
      : [];
  const text = (value: string): ReactNode => value !== '' && <bdi>{value}</bdi>;
  const facts: [string, ReactNode][] = [
    [t('people:field.family'), text(person.family)],
    [t('people:field.given'), text(person.given)],
    [t('people:field.full'), text(person.full)],
    [t('people:field.native'), text(person.native)],
    [t('people:field.honorific'), text(person.honorific)],
    [t('people:field.emails'), text(union(records.map(({ emails }) => emails)))],
    [t('people:field.institution'), text(person.institution)],
    [t('people:field.jobTitle'), text(person.jobTitle)],
    [t('people:field.gender'), t(`domain:gender.${person.gender}`)],
    [
      t('people:field.languages'),
      text(
        union(
          records.map(({ languages }) => languages.map((one) => languageName(one, i18n.language))),
        ),
      ),
    ],
    [t('people:aliases'), text(names.map(({ name }) => name).join(', '))],
  ];
  return <Facts facts={facts.filter(([, value]) => value !== false)} />;
}

const union = (lists: readonly (readonly string[])[]): string =>
  [...new Set(lists.flat())].join(', ');
