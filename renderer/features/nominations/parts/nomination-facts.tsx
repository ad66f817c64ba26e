import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProvisional } from '@shared/domain/nomination/rules';
import { displayName } from '@shared/domain/person/rules';
import { formatDay } from '@shared/i18n/format';
import { Facts } from '../../../ui/facts';
import { Tag } from '../../../ui/tag';
import { AttachmentLink } from '../panel/attachment-field';
import { stateTone } from '../state-tone';
import type { NominationEntry, NominationsModel } from '../use-nominations';
import { useSourceWords } from '../use-field-words';
import classes from '../nominations.module.css';
import { PartyName } from './party-name';

interface Props {
  readonly entry: NominationEntry;
  readonly model: NominationsModel;
}

/** What is known of a nomination and its person; what is not known is not listed. */
export function NominationFacts({ entry, model }: Props) {
  const { t, i18n } = useTranslation(['nominations', 'domain', 'walkIn']);
  const sourceWords = useSourceWords();
  const { nomination, person, party } = entry;
  const successor = model.nominations.find(({ id }) => id === nomination.replacedBy);
  const replacing = model.people.find(({ id }) => id === successor?.person);
  const list = model.imports.find(({ id }) => id === nomination.import);
  const facts: [string, ReactNode][] = [
    [t('nominations:fact.delegation'), <PartyName key="party" party={party} />],
    [t('nominations:fact.institution'), person?.institution],
    [t('nominations:fact.jobTitle'), person?.jobTitle],
    [t('nominations:fact.emails'), person?.emails.join(', ')],
    [t('nominations:fact.gender'), person === undefined ? '' : t(`domain:gender.${person.gender}`)],
    [t('nominations:fact.languages'), languageNames(person?.languages ?? [], i18n.language)],
    [t('nominations:fact.source'), sourceWords(nomination.source)],
    [
      t('nominations:fact.received'),
      nomination.receivedOn === null ? '' : formatDay(nomination.receivedOn, i18n.language),
    ],
    [
      t('nominations:fact.attachment'),
      nomination.attachment !== null && person?.forgotten !== true ? (
        <AttachmentLink
          key="paper"
          attached={{ hash: nomination.attachment, name: nomination.attachmentName }}
        />
      ) : (
        ''
      ),
    ],
    [t('nominations:fact.replacedBy'), replacing === undefined ? '' : displayName(replacing)],
    [t('nominations:fact.authorisedBy'), nomination.authorisedBy],
    [t('nominations:fact.remarks'), nomination.remarks],
    [t('nominations:fact.import'), list === undefined ? '' : <bdi key="file">{list.file}</bdi>],
  ];
  return (
    <>
      {person !== undefined && person.native !== '' && (
        <p className={classes.panelNative}>
          <bdi>{person.native}</bdi>
        </p>
      )}
      <p className={classes.tags}>
        <Tag tone={stateTone(nomination.state)}>
          {t(`domain:nominationState.${nomination.state}`)}
        </Tag>
        <Tag tone="accent">{t(`domain:capacity.${nomination.capacity}`)}</Tag>
        <Tag>{t(`domain:modality.${nomination.modality}`)}</Tag>
        {nomination.walkIn && (
          <Tag tone={isProvisional(nomination) ? 'warning' : 'neutral'}>{t('walkIn:title')}</Tag>
        )}
        {person?.synthetic === true && <Tag tone="warning">{t('nominations:synthetic')}</Tag>}
      </p>
      <Facts facts={facts.filter(([, value]) => value != null && value !== '')} />
    </>
  );
}

/** Languages by their codes, in the interface's own. */
function languageNames(codes: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return codes.map((code) => names.of(code) ?? code).join(', ');
}
