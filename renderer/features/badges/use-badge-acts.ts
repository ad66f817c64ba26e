import { useTranslation } from 'react-i18next';
import { newBadgeCode } from '@shared/domain/badge/code';
import { issueFloating, lendBadge, returnBadge, revokeBadge } from '@shared/domain/badge/decide';
import { setLogo } from '@shared/domain/badge/logo';
import type { Badge, Revocation } from '@shared/domain/badge/types';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Person } from '@shared/domain/person/types';
import type { RecordTable } from '@shared/domain/record';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import type { Draft } from '@shared/operation/operation';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { useRefusal } from '@renderer/features/operators';
import { useAct } from '../../db/act';
import { useStore } from '../../db/hooks';
import { toast } from '../../ui/toasts';

type HeadsOf = (id: string, fields: readonly string[]) => readonly string[];

/** Acts on badges: told when they are done, and why not. */
export function useBadgeActs(meeting: string) {
  const { t } = useTranslation('badges');
  const store = useStore();
  const act = useAct();
  const refusal = useRefusal();

  const headsNow = async (table: RecordTable): Promise<HeadsOf> => {
    const rows = await store.collections.load(table, meeting);
    return (id, fields) => {
      const row = rows.get(id);
      return row === undefined ? [] : headIds(row as RecordRow, fields);
    };
  };

  const commit = async (
    table: RecordTable,
    decide: (context: DecisionContext, headsOf: HeadsOf) => Decision,
    said: string,
  ): Promise<boolean> => {
    const headsOf = await headsNow(table);
    const done = await act((context) => decide(context, headsOf));
    if (done.ok) toast(said);
    else toast(refusal(done) ?? t('notSaved'), { tone: 'bad' });
    return done.ok;
  };

  return {
    revoke: (badge: Badge, why: Revocation) =>
      commit(
        'badges',
        (context, headsOf) => revokeBadge(context, badge, { why, successor: null, headsOf }),
        t('revoke.done'),
      ),
    lend: (badge: Badge, person: Person, name: string) =>
      commit(
        'badges',
        (context, headsOf) => lendBadge(context, badge, { person, headsOf }),
        t('lend.done', { label: badge.label, name }),
      ),
    takeBack: (badge: Badge) =>
      commit(
        'badges',
        (context, headsOf) => returnBadge(context, badge, headsOf),
        t('lend.returned', { label: badge.label }),
      ),
    /** Makes badges for a delegation, numbered on from those that it has. */
    make: (party: string, labels: readonly string[], said: string) =>
      commit(
        'badges',
        (context) => {
          const drafts: Draft[] = [];
          for (const label of labels) {
            const code = newBadgeCode((count) => crypto.getRandomValues(new Uint8Array(count)));
            const made = issueFloating(context, { meeting, party, label, code });
            if (!made.ok) return made;
            drafts.push(...made.drafts);
          }
          return { ok: true, drafts };
        },
        said,
      ),
    setLogo: (of: Meeting, logo: string | null) =>
      commit(
        'meetings',
        (context, headsOf) => setLogo(context, of, { logo, headsOf }),
        t(logo === null ? 'logo.removed' : 'logo.set'),
      ),
  };
}
