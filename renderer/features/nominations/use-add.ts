import { compare, KnownNominees } from '@shared/codecs/nominations/compare';
import type { ConflictCode } from '@shared/codecs/nominations/issues';
import type { NominationData } from '@shared/codecs/nominations/types';
import { addNomination } from '@shared/domain/nomination/decide';
import type { Capacity, Modality } from '@shared/domain/nomination/types';
import { foldName } from '@shared/matching/fold';
import { decisionContext, useAct } from '../../db/act';
import { useStore } from '../../db/hooks';
import type { KnownParties } from './known-parties';
import { loadKnownNominees } from './known-people';
import { fieldsOf } from './take-over';

export interface TypedNomination {
  readonly party: string;
  readonly family: string;
  readonly given: string;
  readonly capacity: Capacity;
  readonly modality: Modality;
  readonly email: string;
  readonly institution: string;
  readonly accept: boolean;
  /** ISO date. */
  readonly receivedOn: string;
}

export type Added =
  | { readonly kind: 'added'; readonly known: boolean }
  /** Nominated for this meeting already. */
  | { readonly kind: 'already'; readonly nomination: string }
  | {
      readonly kind: 'conflict';
      readonly code: ConflictCode;
      readonly params: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** As a list with one row would say it. */
function dataOf(typed: TypedNomination): NominationData {
  const { party, family, given, email, institution, capacity, modality, receivedOn } = typed;
  return {
    name: { family, given, honorific: '', native: '', full: '', split: 'columns' },
    emails: email === '' ? [] : [email],
    ...{ party, institution, capacity, modality, receivedOn },
    ...{ jobTitle: '', gender: null, source: null, remarks: '' },
  };
}

/**
 * Adds one nomination by hand. Whoever is known already is reused; what contradicts somebody known
 * is told first, and added as somebody else only when the user says so.
 */
export function useAdd(meeting: string, parties: KnownParties) {
  const store = useStore();
  const act = useAct();
  return async (typed: TypedNomination, asSomebodyElse: boolean): Promise<Added> => {
    const existing = await loadKnownNominees(store, meeting);
    const found = compare(dataOf(typed), new KnownNominees(existing, foldName), 0);
    if (found.kind === 'known' && found.person.nominationId !== null) {
      return { kind: 'already', nomination: found.person.nominationId };
    }
    if (found.kind === 'conflict' && !asSomebodyElse) {
      return { kind: 'conflict', code: found.issue.code, params: found.issue.params };
    }
    const known = found.kind === 'conflict' ? null : (found.person?.personId ?? null);
    const party = parties.byId.get(typed.party);
    const isNew = party !== undefined && !party.recorded;
    const { family, given, institution, capacity, modality, receivedOn } = typed;
    const emails = typed.email === '' ? [] : [typed.email];
    const result = await act((context) =>
      addNomination(context, {
        meeting,
        person: { id: known, set: { family, given, emails, institution } },
        nomination: {
          ...{ capacity, modality, receivedOn },
          party: isNew ? decisionContext().newId() : typed.party,
          state: typed.accept ? 'accepted' : 'received',
        },
        ...(isNew ? { party: fieldsOf(party) } : {}),
      }),
    );
    if (!result.ok) return { kind: 'failed', reason: result.reason };
    return { kind: 'added', known: known !== null };
  };
}
