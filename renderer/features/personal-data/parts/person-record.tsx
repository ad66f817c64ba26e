import { Anchor, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { personDataFile, type KeptAboutPerson } from '@shared/codecs/person-data/file';
import { displayName, listName, reference } from '@shared/domain/person/rules';
import type { Person } from '@shared/domain/person/types';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { useStore } from '../../../db/hooks';
import { Facts } from '../../../ui/facts';
import { Section } from '../../../ui/page';
import { Loaded } from '../../../ui/states';
import { Tag } from '../../../ui/tag';
import { saveFile, tellSaved } from '../../files';
import { languageName } from '../../people';
import { keptAbout } from '../kept';
import { useLoaded } from '../use-loaded';
import { useNames } from '../use-names';
import classes from '../personal-data.module.css';

interface PersonRecordProps {
  readonly person: Person;
  readonly onForget: () => void;
}

/** Everything that is kept about one person, and what can be done about it. */
export function PersonRecord({ person, onForget }: PersonRecordProps) {
  const store = useStore();
  const load = useCallback(() => keptAbout(store, person), [store, person]);
  const kept = useLoaded(load);
  return <Loaded of={kept}>{(value) => <Record kept={value} onForget={onForget} />}</Loaded>;
}

function Record({ kept, onForget }: { kept: KeptAboutPerson; onForget: () => void }) {
  const { t, i18n } = useTranslation(['personal', 'domain', 'nominations']);
  const names = useNames();
  const { person, others, nominations, attendance, logins, aliases, operations } = kept;
  const number = (value: number) => formatNumber(value, i18n.language);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const save = async () => {
    const at = new Date().toISOString();
    const text = personDataFile(kept, names, at);
    const name = `${t('personal:file.name')}-${reference(person.id).slice(1)}.json`;
    await tellSaved(saveFile(name, new TextEncoder().encode(text)), {
      saved: (as) => t('personal:file.saved', { name: as }),
      failed: t('personal:file.notSaved'),
    });
  };

  const own: [string, ReactNode][] = person.forgotten
    ? []
    : [
        [t('personal:fact.name'), <bdi key="name">{listName(person)}</bdi>],
        [
          t('personal:fact.native'),
          person.native === '' ? '' : <bdi key="native">{person.native}</bdi>,
        ],
        [t('nominations:fact.emails'), person.emails.join(', ')],
        [t('nominations:fact.institution'), person.institution],
        [t('nominations:fact.jobTitle'), person.jobTitle],
        [t('nominations:fact.gender'), t(`domain:gender.${person.gender}`)],
        [
          t('nominations:fact.languages'),
          person.languages.map((one) => languageName(one, i18n.language)).join(', '),
        ],
      ];
  const lists: [string, readonly string[]][] = [
    [t('personal:fact.otherRecords'), others.map((one) => listName(one))],
    [
      t('personal:fact.nominations'),
      nominations.map(
        (one) =>
          `${names.meeting(one.meeting)}: ${names.party(one.party)}, ` +
          `${t(`domain:capacity.${one.capacity}`)}, ${t(`domain:nominationState.${one.state}`)}`,
      ),
    ],
    [
      t('personal:fact.presence'),
      attendance
        .filter(({ events }) => events.length > 0)
        .map(({ meeting, events }) => {
          const times = events.map(
            ({ when, modality }) =>
              `${formatInstant(when, i18n.language, here)} (${t(`domain:modality.${modality}`)})`,
          );
          return `${names.meeting(meeting)}: ${times.join('; ')}`;
        }),
    ],
    [
      t('personal:fact.logins'),
      logins.map(({ meeting, name, email }) =>
        [names.meeting(meeting), name, email].filter((part) => part !== null).join(': '),
      ),
    ],
    [t('personal:fact.aliases'), aliases.map(({ name }) => name)],
  ];

  return (
    <Section
      title={person.forgotten ? reference(person.id) : displayName(person)}
      aside={person.forgotten ? <Tag tone="warning">{t('personal:forgotten.tag')}</Tag> : undefined}
    >
      {person.forgotten && <p className={classes.lead}>{t('personal:forgotten.lead')}</p>}
      <Facts
        facts={[
          ...own,
          ...lists.map(
            ([name, items]) =>
              [name, items.length === 0 ? '' : <Items key={name} items={items} />] as const,
          ),
          [
            t('personal:fact.operations'),
            <Anchor key="journal" component={Link} to={`/journal?about=${person.id}`}>
              {t('personal:fact.acts', {
                count: operations.length,
                number: number(operations.length),
              })}
            </Anchor>,
          ] as const,
        ].filter(([, value]) => value !== '')}
      />
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          onClick={() => void save()}
        >
          {t('personal:file.save')}
        </Button>
        {!person.forgotten && (
          <Button color="red.8" onClick={onForget}>
            {t('personal:forget.person')}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className={classes.items}>
      {items.map((item, index) => (
        <li key={`${index} ${item}`}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
