import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listName, reference } from '@shared/domain/person/rules';
import { Permitted } from '@renderer/features/operators';
import { Section } from '../../../ui/page';
import { useMerge } from '../use-merge';
import type { PeopleModel, PersonEntry } from '../use-people';
import { MergeWith } from './merge-with';
import { ToldApartFrom } from './told-apart-list';
import classes from '../people.module.css';

interface PersonRecordsProps {
  readonly entry: PersonEntry;
  readonly model: PeopleModel;
}

/** The other records of the same human being, each of which can be taken out again. */
export function PersonRecords({ entry, model }: PersonRecordsProps) {
  const { t } = useTranslation('people');
  const { unmerge } = useMerge();
  const others = entry.records.filter(({ id }) => id !== entry.id);
  return (
    <Section title={t('otherRecords')}>
      {others.length === 0 && <p className={classes.lead}>{t('noOtherRecords')}</p>}
      <ul className={classes.records}>
        {others.map((record) => (
          <li key={record.id} className={classes.record}>
            <span className={classes.side}>
              <bdi className={classes.name}>
                {record.forgotten ? reference(record.id) : listName(record)}
              </bdi>
              {record.native !== '' && <bdi className={classes.quiet}>{record.native}</bdi>}
              <bdi className={classes.quiet}>{record.emails.join(', ')}</bdi>
              <bdi className={classes.quiet}>{record.institution}</bdi>
            </span>
            <Permitted act="person.unmerged">
              <Button variant="default" size="compact-md" onClick={() => void unmerge(record)}>
                {t('unmerge')}
              </Button>
            </Permitted>
          </li>
        ))}
      </ul>
      <ToldApartFrom model={model} person={entry.id} />
      {!entry.person.forgotten && <MergeWith entry={entry} model={model} />}
    </Section>
  );
}
