import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import type { PartyFields } from '@shared/domain/party/types';
import classes from '../nominations.module.css';

/** A delegation's code and name; the code is kept left to right in every language. */
export function PartyName({ party }: { readonly party: PartyFields | undefined }) {
  const { t, i18n } = useTranslation('nominations');
  if (party === undefined) return <span className={classes.quiet}>{t('unknownParty')}</span>;
  const code = party.kind === 'country' ? (party.iso2 ?? party.code) : party.code;
  return (
    <span className={classes.party}>
      <bdi className={classes.code}>{code}</bdi>
      <span className={classes.partyName}>{nameIn(party.names, i18n.language)}</span>
    </span>
  );
}
