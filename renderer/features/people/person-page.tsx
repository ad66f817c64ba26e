import { Anchor, Button } from '@mantine/core';
import { IconPencil, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { displayName, reference } from '@shared/domain/person/rules';
import { Permitted } from '@renderer/features/operators';
import { Page, PageHeader, Section } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { Tag } from '../../ui/tag';
import { PersonFacts } from './parts/person-facts';
import { PersonForm } from './parts/person-form';
import { PersonMeetings } from './parts/person-meetings';
import { PersonRecords } from './parts/person-records';
import { usePeople, type PeopleModel } from './use-people';
import classes from './people.module.css';

/** One human being over all meetings. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const { person = '' } = useParams();
  const model = usePeople();
  return (
    <Page>
      <Loaded of={model}>
        {(value) =>
          value.byId.has(person) ? (
            <Content key={person} model={value} id={value.roots.of(person)} />
          ) : (
            <Empty icon={<IconUserOff size={28} stroke={1.5} />} title={t('unknown')}>
              <Anchor component={Link} to="/people">
                {t('title')}
              </Anchor>
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Content({ model, id }: { readonly model: PeopleModel; readonly id: string }) {
  const { t } = useTranslation('people');
  const [editing, setEditing] = useState(false);
  const entry = model.entries.find((one) => one.id === id);
  if (entry === undefined) return null;
  const { person } = entry;
  return (
    <>
      <PageHeader
        title={person.forgotten ? reference(person.id) : displayName(person)}
        subtitle={
          <Anchor component={Link} to="/people">
            {t('title')}
          </Anchor>
        }
        tag={person.forgotten ? <Tag tone="warning">{t('forgotten')}</Tag> : undefined}
        others={
          <>
            <Button variant="subtle" component={Link} to={`/journal?about=${person.id}`}>
              {t('toJournal')}
            </Button>
            <Button variant="subtle" component={Link} to={`/personal?part=person&id=${person.id}`}>
              {t('toPersonalData')}
            </Button>
          </>
        }
        action={
          person.forgotten || editing ? undefined : (
            <Permitted act="person.changed">
              <Button
                leftSection={<IconPencil size={18} aria-hidden="true" />}
                onClick={() => setEditing(true)}
              >
                {t('edit')}
              </Button>
            </Permitted>
          )
        }
      />
      <div className={classes.columns}>
        <Section title={t('onFile')}>
          {editing ? (
            <PersonForm person={person} onClose={() => setEditing(false)} />
          ) : (
            <PersonFacts entry={entry} />
          )}
        </Section>
        <PersonRecords entry={entry} model={model} />
      </div>
      <PersonMeetings entry={entry} model={model} />
    </>
  );
}
