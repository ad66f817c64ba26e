import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import type { Party } from '@shared/domain/party/types';
import type { Evidence } from '@shared/matching/candidates';
import classes from '../virtual.module.css';

interface Props {
  readonly evidence: readonly Evidence[];
  readonly parties: readonly Party[];
}

/** Why a person is suggested, in words that can be put before a delegation. */
export function EvidenceList({ evidence, parties }: Props) {
  const { t, i18n } = useTranslation('virtual');
  const party = (code: string) => {
    const found = parties.find((one) => one.code === code);
    return found === undefined ? code : nameIn(found.names, i18n.language);
  };
  const words = (one: Evidence): string => {
    switch (one.kind) {
      case 'name-part':
      case 'email-name':
        return t(`evidence.${one.kind}`, { part: one.part, how: t(`agreement.${one.how}`) });
      case 'delegation':
      case 'other-delegation':
        return t(`evidence.${one.kind}`, { party: party(one.party) });
      case 'institution':
        return t('evidence.institution', { institution: one.institution });
      case 'email-domain':
        return t('evidence.email-domain', { domain: one.domain });
      case 'shared-email':
      case 'shared-alias':
        return t(`evidence.${one.kind}`);
    }
  };
  return <span className={classes.evidence}>{evidence.map(words).join(' · ')}</span>;
}
