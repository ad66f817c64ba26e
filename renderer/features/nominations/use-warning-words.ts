import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import type { NominationWarning } from '@shared/domain/nomination/warnings';
import { displayName } from '@shared/domain/person/rules';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { assertNever } from '@shared/operation/assert';
import type { NominationsModel } from './use-nominations';

/** A warning as a sentence: what is the matter, and that it does not stand in the way. */
export function useWarningWords(model: NominationsModel): (warning: NominationWarning) => string {
  const { t, i18n } = useTranslation(['nominations', 'domain']);
  const day = (date: string) => formatDay(date, i18n.language);
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const partyName = (id: string) => {
    const party = model.parties.find((one) => one.id === id);
    return party === undefined ? t('nominations:unknownParty') : nameIn(party.names, i18n.language);
  };
  const personName = (id: string) => {
    const person = model.people.find((one) => one.id === id);
    return person === undefined ? '' : displayName(person);
  };
  return (warning) => {
    switch (warning.code) {
      case 'provisional':
        return t('nominations:warning.provisional');
      case 'late': {
        const { receivedOn, deadline } = warning;
        return t('nominations:warning.late', { day: day(receivedOn), deadline: day(deadline) });
      }
      case 'over-cap': {
        const { modality, count, cap } = warning;
        return t(`nominations:warning.overCap.${modality}`, {
          count: formatNumber(count, i18n.language),
          cap: formatNumber(cap, i18n.language),
        });
      }
      case 'meeting-closed':
        return t('nominations:warning.meetingClosed', {
          state: t(`domain:meetingState.${warning.state}`),
        });
      case 'nominations-closed':
        return t('nominations:warning.nominationsClosed');
      case 'not-a-party':
        return t('nominations:warning.notAParty', { day: day(warning.on) });
      case 'also-by':
        return t('nominations:warning.alsoBy', {
          parties: list.format(warning.parties.map(partyName)),
        });
      case 'twice':
        return t('nominations:warning.twice');
      case 'shared-email':
        return t('nominations:warning.sharedEmail', {
          email: warning.email,
          people: list.format(warning.people.map(personName)),
        });
      default:
        return assertNever(warning);
    }
  };
}
