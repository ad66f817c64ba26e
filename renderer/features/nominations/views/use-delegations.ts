import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '@shared/domain/language';
import { delegations, type Delegation } from '@shared/domain/nomination/delegations';
import type { Party } from '@shared/domain/party/types';
import { listName } from '@shared/domain/person/rules';
import { today } from '../../../ui/today';
import type { NominationsModel } from '../use-nominations';

/** A delegation with the names that the list shows. */
export interface DelegationEntry extends Delegation {
  readonly id: string;
  readonly known: Party | undefined;
  readonly partyName: string;
  /** Those who lead it. */
  readonly headNames: string;
  /** Everybody who is received or stands, the head first. */
  readonly names: string;
}

/** Every partner and everybody else who named somebody, with their people. */
export function useDelegations(model: NominationsModel): readonly DelegationEntry[] {
  const { t, i18n } = useTranslation('nominations');
  const { meeting, parties, nominations, people } = model;
  return useMemo(() => {
    const byParty = new Map(parties.map((party) => [party.id, party]));
    const byPerson = new Map(people.map((person) => [person.id, person]));
    const nameOf = (id: string) => {
      const person = byPerson.get(id);
      return person === undefined ? '' : listName(person);
    };
    return delegations(meeting, parties, nominations, today()).map((one): DelegationEntry => {
      const known = byParty.get(one.party);
      return {
        ...one,
        ...{ id: one.party, known },
        partyName: known === undefined ? t('unknownParty') : nameIn(known.names, i18n.language),
        headNames: one.heads.map(({ person }) => nameOf(person)).join('; '),
        names: one.open.map(({ person }) => nameOf(person)).join('; '),
      };
    });
  }, [meeting, parties, nominations, people, t, i18n.language]);
}
