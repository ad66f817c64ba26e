import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '@shared/domain/import/operations';
import { nameIn } from '@shared/domain/language';
import { displayName } from '@shared/domain/person/rules';
import type { WorkedWith } from '@shared/projections/imported-records';
import { formatNumber } from '@shared/i18n/format';
import { bridge } from '../../bridge/client';
import { act, decisionContext } from '../../db/act';
import { useStore } from '../../db/hooks';
import type { Store } from '../../db/store';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '../../ui/toasts';
import { takeBackImport, type TakingBack } from './take-back';

/** Somebody, or a party of a registry, with whom others have worked since the import. */
export interface WorkedWithSince {
  readonly id: string;
  readonly name: string;
  readonly because: readonly WorkedWith[];
  /** Stays as it is; otherwise it goes back although it was worked with. */
  readonly stays: boolean;
}

/** What taking an import back would do, for whoever decides it. */
export interface Asked {
  readonly made: Pick<ImportRecord, 'id' | 'file'>;
  readonly counts: TakingBack['counts'];
  readonly since: readonly WorkedWithSince[];
  /** Others have worked with it while the question stood. */
  readonly anew: boolean;
}

/** Those who depend on the import by name, as they are told of. */
async function sinceOf(
  store: Store,
  { dependents, kept }: TakingBack,
  meeting: string | null,
  language: string,
): Promise<WorkedWithSince[]> {
  const byName = (a: WorkedWithSince, b: WorkedWithSince) => a.name.localeCompare(b.name, language);
  if (meeting === null) {
    const parties = new Map((await store.list('parties')).map((party) => [party.id, party]));
    return kept
      .map(({ id, because }) => {
        const name = nameIn(parties.get(id)?.names ?? {}, language);
        return { id, name, because, stays: true };
      })
      .sort(byName);
  }
  const people = new Map((await store.list('people')).map((person) => [person.id, person]));
  return dependents
    .flatMap(({ person, because, stays }) => {
      const known = people.get(person);
      if (known === undefined) return [];
      return [{ id: person, name: displayName(known), because, stays }];
    })
    .sort(byName);
}

const isSame = (one: Asked, other: Asked): boolean =>
  JSON.stringify([one.counts, one.since]) === JSON.stringify([other.counts, other.since]);

/**
 * Takes imports of a meeting back, or registries (`null`), one act each, after it was shown what
 * goes, what goes back and what stays.
 */
export function useTakeBack(meeting: string | null) {
  const { t, i18n } = useTranslation('imports');
  const refusal = useRefusal();
  const store = useStore();
  const [looking, setLooking] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [taking, setTaking] = useState<string | null>(null);
  const failed = () => toast(t('takeBack.notSaved'), { tone: 'bad' });

  const decide = (importId: string, context = decisionContext()) =>
    takeBackImport(context, { store, register: bridge.register }, { meeting, importId });

  const askedOf = async (importId: string, found: TakingBack): Promise<Asked> => {
    const imports = await store.list('imports', meeting);
    const file = imports.find(({ id }) => id === importId)?.file ?? '';
    const since = await sinceOf(store, found, meeting, i18n.language);
    return { made: { id: importId, file }, counts: found.counts, since, anew: false };
  };

  const look = async (importId: string): Promise<Asked | null> => {
    const found = await decide(importId);
    if (found !== null) return askedOf(importId, found);
    toast(t('takeBack.cannot'), { tone: 'bad' });
    return null;
  };

  const take = async (shown: Asked): Promise<void> => {
    const others: Asked[] = [];
    const result = await act(store, async (context) => {
      const found = await decide(shown.made.id, context);
      if (found === null) return { ok: false, reason: 'not-known' };
      const now = await askedOf(shown.made.id, found);
      if (isSame(now, shown)) return { ok: true, drafts: found.drafts };
      others.push(now);
      return { ok: false, reason: 'others-worked' };
    });
    const [other] = others;
    if (other !== undefined) {
      setAsked({ ...other, anew: true });
      return;
    }
    setAsked(null);
    if (!result.ok) {
      const own = result.reason === 'not-known' ? 'cannot' : 'notSaved';
      toast(refusal(result) ?? t(`takeBack.${own}`), { tone: 'bad' });
      return;
    }
    const { nominations, parties, restored } = shown.counts;
    const count = meeting === null ? parties + restored : nominations;
    const number = formatNumber(count, i18n.language);
    toast(t(meeting === null ? 'registry.takenBack' : 'takeBack.done', { count, number }));
  };

  const doing = (shown: Asked): void => {
    setTaking(shown.made.id);
    take(shown)
      .catch(failed)
      .finally(() => setTaking(null));
  };

  const lookThen = (importId: string, then: (found: Asked) => void): void => {
    setLooking(importId);
    look(importId)
      .then((found) => {
        if (found !== null) then(found);
      })
      .catch(failed)
      .finally(() => setLooking(null));
  };

  return {
    /** Id of the import that is being looked through, or taken back. */
    working: looking ?? taking,
    /** Id of the one that is being taken back: from here on it cannot be stopped. */
    taking,
    asked,
    /** Looks what depends on the import, and asks. */
    ask: (importId: string): void => lookThen(importId, setAsked),
    /** The undo of what was imported a moment ago: asks only where others have worked with it. */
    undo: (importId: string): void =>
      lookThen(importId, (found) => (found.since.length === 0 ? doing(found) : setAsked(found))),
    confirm: (): void => {
      if (asked !== null) doing(asked);
    },
    cancel: (): void => setAsked(null),
  };
}

export type TakeBack = ReturnType<typeof useTakeBack>;
