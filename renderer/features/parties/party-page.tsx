import { Button } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isMarked, partyName } from '@shared/codecs/documents/names';
import { UN_LANGUAGES } from '@shared/domain/language';
import { footnotesOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { together, useRecord, useRecords } from '../../db/hooks';
import { Permitted } from '../operators';
import { Facts } from '../../ui/facts';
import { Page, PageHeader, Section } from '../../ui/page';
import { Loaded } from '../../ui/states';
import { Tag } from '../../ui/tag';
import { Designations } from './parts/designations';
import { FocalPoints } from './parts/focal-points';
import { MeetingsAttended } from './parts/meetings-attended';
import { ProfileDialog } from './parts/profile-dialog';
import { Recommendations } from './parts/recommendations';
import { RenameDialog } from './parts/rename-dialog';
import { StatusDialog } from './parts/status-dialog';
import { StatusTag } from './parts/status-tag';
import { UnknownParty } from './parts/unknown-party';
import { today } from '../../ui/today';
import { useAttended } from './use-attended';
import { useConcerning } from './use-concerning';
import { usePeriodWords } from './use-period-words';
import { regionName, useWorld } from './use-world';
import classes from './parties.module.css';

/** A country or organization: what it is called and was called, its status, who came. */
export function PartyPage() {
  const { party: id = '' } = useParams();
  const party = useRecord('parties', id);
  const parties = useRecords('parties');
  return (
    <Page>
      <Loaded of={together({ party, parties })}>
        {({ party: found, parties: all }) =>
          found === null ? (
            <UnknownParty />
          ) : (
            <PartyView key={found.id} party={found} parties={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

type Asked = 'status' | 'rename' | 'profile' | null;

function PartyView({ party, parties }: { party: Party; parties: readonly Party[] }) {
  const { t, i18n } = useTranslation(['parties', 'domain']);
  const [asked, setAsked] = useState<Asked>(null);
  const attended = useAttended();
  const about = useConcerning(party.id);
  const name = partyName(party, i18n.language, today());
  const at = useMemo(
    () =>
      attended.state === 'ready'
        ? { state: 'ready' as const, value: attended.value.get(party.id) ?? [] }
        : attended,
    [attended, party.id],
  );
  const close = () => setAsked(null);
  const asking = (what: Exclude<Asked, null>, label: string) => (
    <Permitted act="party.changed">
      <Button variant="default" onClick={() => setAsked(what)}>
        {label}
      </Button>
    </Permitted>
  );

  return (
    <>
      <PageHeader
        title={name}
        subtitle={
          <>
            {t(`domain:partyKind.${party.kind}`)} · {party.code}
            {isMarked(name) && ` · ${t('parties:noOfficialName')}`}
            {footnotesOn(party, today()).map((text) => (
              <bdi key={text} className={classes.footnoteOn}>
                {text}
              </bdi>
            ))}
          </>
        }
        tag={<StatusTag party={party} />}
        others={
          <>
            <Button variant="default" onClick={() => setAsked('profile')}>
              {t('parties:profile.open')}
            </Button>
            {asking('status', t('parties:status.open'))}
            {asking('rename', t('parties:rename.open'))}
          </>
        }
        action={
          <Permitted act="party.changed">
            <Button
              component={Link}
              to={`/parties/${party.id}/edit`}
              leftSection={<IconEdit size={18} aria-hidden="true" />}
            >
              {t('parties:edit')}
            </Button>
          </Permitted>
        }
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={t('parties:part.about')}>
            <About party={party} />
          </Section>
          <Section title={t('parties:part.names')}>
            <Facts
              facts={UN_LANGUAGES.map((language) => [
                t(`domain:language.${language}`),
                <bdi key={language} lang={language}>
                  {party.names[language] ?? <span className={classes.quiet}>—</span>}
                </bdi>,
              ])}
            />
          </Section>
          <Section title={t('parties:part.designations')}>
            <Designations party={party} />
          </Section>
          <FocalPoints party={party} parties={parties} />
        </div>
        <div className={classes.column}>
          <Section title={t('parties:part.meetings')}>
            <Loaded of={at}>{(list) => <MeetingsAttended at={list} />}</Loaded>
          </Section>
          <Section title={t('parties:part.recommendations')}>
            <Loaded of={about}>
              {(list) => <Recommendations party={party} parties={parties} list={list} />}
            </Loaded>
          </Section>
        </div>
      </div>
      {asked === 'status' && <StatusDialog party={party} parties={parties} onClose={close} />}
      {asked === 'rename' && <RenameDialog party={party} parties={parties} onClose={close} />}
      {asked === 'profile' && (
        <ProfileDialog
          party={party}
          at={at.state === 'ready' ? at.value : null}
          concerning={about.state === 'ready' ? about.value : null}
          onClose={close}
        />
      )}
    </>
  );
}

function About({ party }: { party: Party }) {
  const { t, i18n } = useTranslation(['parties', 'domain']);
  const { regions } = useWorld();
  const period = usePeriodWords();
  const { statuses, flags, language, footnote, footnotes, aliases, organizationKind } = party;
  const facts: [string, ReactNode][] = [
    [
      t('parties:field.status'),
      statuses.length === 0 ? (
        ''
      ) : (
        <ul key="statuses" className={classes.items}>
          {statuses.map((one, index) => (
            <li key={index}>
              {t(`domain:partyStatus.${one.status}`)}, {period(one)}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      t('parties:field.flags'),
      flags.length === 0 ? (
        ''
      ) : (
        <span key="flags" className={classes.tags}>
          {flags.map((flag) => (
            <Tag key={flag}>{t(`parties:flag.${flag}`)}</Tag>
          ))}
        </span>
      ),
    ],
    [
      t('parties:field.region'),
      [party.region, party.subregion]
        .map((region) => regionName(regions, region, i18n.language))
        .filter((region) => region !== '')
        .join(' · '),
    ],
    [t('parties:field.organizationKind'), organizationKind ?? ''],
    [t('parties:field.iso2'), party.iso2 ?? ''],
    [t('parties:field.m49'), party.m49 ?? ''],
    [t('parties:field.language'), language === null ? '' : t(`domain:language.${language}`)],
    [t('parties:field.footnote'), footnote === null ? '' : <bdi key="note">{footnote}</bdi>],
    [
      t('parties:form.footnotes'),
      footnotes.length === 0 ? (
        ''
      ) : (
        <ul key="footnotes" className={classes.items}>
          {footnotes.map((one, index) => (
            <li key={index}>
              <bdi>{one.text}</bdi> <span className={classes.quiet}>({period(one)})</span>
            </li>
          ))}
        </ul>
      ),
    ],
    [t('parties:field.aliases'), aliases.join(' · ')],
  ];
  return <Facts facts={facts.filter(([, value]) => value !== '')} />;
}
