import { useTranslation } from 'react-i18next';
import { assertNever } from '@shared/operation/assert';
import { nameIn } from '@shared/domain/language';
import type { Party } from '@shared/domain/party/types';
import type { Evidence } from '@shared/matching/candidates';
import { useRecords } from '../../../db/hooks';
import classes from './piles.module.css';

interface Props {
  readonly evidence: readonly Evidence[];
  readonly parties: readonly Party[];
  /** Of this meeting, where somebody was seen before in another report of it. */
  readonly meeting: string;
}

const AGAINST: readonly Evidence['kind'][] = ['other-delegation', 'namesake'];

/** Why a person is suggested, in words that can be put before a delegation. */
export function EvidenceList({ evidence, parties, meeting }: Props) {
  const { t, i18n } = useTranslation(['matching', 'virtual']);
  const meetings = useRecords('meetings');
  const party = (code: string) => {
    const found = parties.find((one) => one.code === code);
    return found === undefined ? code : nameIn(found.names, i18n.language);
  };
  const titleOf = (id: string) => {
    const found =
      meetings.state === 'ready' ? meetings.value.find((one) => one.id === id) : undefined;
    return found?.title ?? t('matching:evidence.anotherMeeting');
  };
  const words = (one: Evidence): string => {
    switch (one.kind) {
      case 'name-part':
      case 'email-name':
        return t(`matching:evidence.${one.kind}`, {
          part: one.part,
          how: t(`matching:agreement.${one.how}`),
        });
      case 'delegation':
      case 'other-delegation':
        return t(`matching:evidence.${one.kind}`, { party: party(one.party) });
      case 'institution':
        return t('matching:evidence.institution', { institution: one.institution });
      case 'email-domain':
      case 'institution-domain':
        return t(`matching:evidence.${one.kind}`, { domain: one.domain });
      case 'seen-before':
        return one.meeting === meeting
          ? t('matching:evidence.seenHere')
          : t('matching:evidence.seenBefore', { count: one.times, meeting: titleOf(one.meeting) });
      case 'same-email':
      case 'known-name':
      case 'shared-email':
      case 'shared-alias':
      case 'namesake':
        return t(`matching:evidence.${one.kind}`);
      default:
        return assertNever(one);
    }
  };
  if (evidence.length === 0)
    return <span className={classes.evidence}>{t('matching:evidence.none')}</span>;
  return (
    <span className={classes.evidence}>
      {evidence.map((one, at) => (
        <span
          key={`${one.kind} ${String(at)}`}
          data-against={AGAINST.includes(one.kind) || undefined}
        >
          {at > 0 && ' · '}
          <bdi>{words(one)}</bdi>
        </span>
      ))}
    </span>
  );
}
