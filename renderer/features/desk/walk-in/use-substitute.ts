import { useTranslation } from 'react-i18next';
import type { Scope } from '@shared/domain/attendance/types';
import type { ReplacementRefusal } from '@shared/domain/nomination/replace';
import { decideSubstitution } from '@shared/domain/nomination/substitute';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Person } from '@shared/domain/person/types';
import { useRefusal } from '@renderer/features/operators';
import { useStore } from '../../../db/hooks';
import { today } from '../../../ui/today';
import { useDeskWrite } from '../acts/use-desk-write';
import type { DeskModel } from '../use-desk';
import type { WrittenName } from './name-words';
import { usePersonNow } from './use-walk-in';

export type SubstituteRefusal =
  ReplacementRefusal | 'forgotten' | 'meeting-closed' | 'not-permitted' | 'not-saved';

export type Substituted =
  | { readonly ok: true; readonly person: string }
  | { readonly ok: false; readonly reason: SubstituteRefusal };

export interface TypedSubstitute {
  readonly known: Person | null;
  readonly written: WrittenName;
  readonly authorisedBy: string;
}

const REASONS: Readonly<Record<SubstituteRefusal, true>> = {
  'nothing-to-replace': true,
  'not-allowed': true,
  itself: true,
  circular: true,
  'other-meeting': true,
  'successor-gone': true,
  'already-nominated': true,
  'name-missing': true,
  'party-missing': true,
  forgotten: true,
  'meeting-closed': true,
  'not-permitted': true,
  'not-saved': true,
};

/** Replaces whoever does not come, checks the substitute in and revokes the badge: one commit. */
export function useSubstitute(model: DeskModel, nomination: Nomination, scopes: readonly Scope[]) {
  const store = useStore();
  const { meeting, directory } = model;
  const { write, headsNow } = useDeskWrite(model);
  const personNow = usePersonNow(model);
  return async ({ known, written, authorisedBy }: TypedSubstitute): Promise<Substituted> => {
    const [nominations, badges, headsOf] = await Promise.all([
      store.list('nominations', meeting.id),
      store.list('badges', meeting.id),
      headsNow(),
    ]);
    const now = known === null ? null : await personNow(known.id);
    let person = known?.id ?? '';
    const done = await write({ kind: 'substitute', about: null }, (context) => {
      const decision = decideSubstitution(
        context,
        {
          ...{ meeting, authorisedBy, scopes, receivedOn: today(), source: 'search' },
          nomination: nominations.find(({ id }) => id === nomination.id) ?? nomination,
          replaced: directory.recordsOf(nomination.person),
          person: {
            id: known?.id ?? null,
            set: known === null ? { ...written } : {},
            records: now?.records ?? [],
          },
        },
        {
          ...{ nominations, badges, headsOf },
          badgeHeads: (badge, fields) => headsOf('badges', badge, fields),
          forgotten: now?.forgotten ?? false,
          attendance: now?.attendance,
        },
      );
      if (decision.ok) {
        const made = decision.drafts.find(({ type }) => type === 'nomination.received');
        person = made?.subjects[0] ?? person;
      }
      return decision;
    });
    if (done.ok) return { ok: true, person };
    return {
      ok: false,
      reason: done.reason in REASONS ? (done.reason as SubstituteRefusal) : 'not-saved',
    };
  };
}

/** Why a seat could not be taken over, in words. `name`: whose seat it is. */
export function useSubstituteWords(): (reason: SubstituteRefusal, name: string) => string {
  const { t } = useTranslation(['walkIn', 'nominations']);
  const refusal = useRefusal();
  return (reason, name) => {
    switch (reason) {
      case 'not-permitted':
        return refusal({ reason }) ?? t('walkIn:refused.not-saved');
      case 'not-saved':
      case 'forgotten':
      case 'meeting-closed':
        return t(`walkIn:refused.${reason}`);
      default:
        return t(`nominations:replace.refused.${reason}`, { name });
    }
  };
}
