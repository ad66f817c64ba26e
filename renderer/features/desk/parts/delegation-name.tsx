import { nameIn } from '@shared/domain/language';
import type { Party } from '@shared/domain/party/types';
import { useTranslation } from 'react-i18next';
import classes from '../desk.module.css';

interface LabelProps {
  readonly party: Party;
  readonly language: string;
}

/** A delegation's code and name, the code kept left to right in every language. */
export function DelegationLabel({ party, language }: LabelProps) {
  const code = party.kind === 'country' ? (party.iso2 ?? party.code) : party.code;
  return (
    <span className={classes.delegation}>
      <bdi className={classes.code}>{code}</bdi>
      <span>{nameIn(party.names, language)}</span>
    </span>
  );
}

/** The delegation in the language of the program, or that there is none. */
export function DelegationName({ party }: { readonly party: Party | undefined }) {
  const { t, i18n } = useTranslation('desk');
  if (party === undefined) return <span className={classes.quiet}>{t('noDelegation')}</span>;
  return <DelegationLabel party={party} language={i18n.language} />;
}
