import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettleProblem } from '@shared/domain/badge/decide';
import { displayName } from '@shared/domain/person/rules';
import { bridge } from '@renderer/bridge/client';
import { useRecords, useStore } from '../../../db/hooks';
import type { Store } from '../../../db/store';
import { announce } from '../../../ui/announcer';
import { settleWaiting, type Settling } from './settle-waiting';

/** News that come by the hundred, as when desks exchange, are looked at together. */
const TOGETHER_MS = 250;

const NO_PROBLEMS: ReadonlyMap<string, SettleProblem> = new Map();

/**
 * Settles scans that wait, whenever something that they may have waited for has come: a badge, a
 * person, a nomination. `isDue`: the badge of one is known. Who was settled is said, quietly; why the
 * others go on waiting is what comes back.
 */
export function useSettling(meeting: string, isDue: boolean): ReadonlyMap<string, SettleProblem> {
  const { t } = useTranslation('scan');
  const store = useStore();
  const badges = useRecords('badges');
  const scans = useRecords('scans');
  const people = useRecords('people');
  const nominations = useRecords('nominations', meeting);
  const [problems, setProblems] = useState<ReadonlyMap<string, SettleProblem>>(NO_PROBLEMS);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    if (!isDue || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      bridge.register
        .status()
        .then(({ life }) => settleWaiting(store, meeting, life))
        .then(async (settling) => {
          setProblems(settling.problems);
          for (const name of await namesOf(store, settling))
            announce(t('spoken.settled', { name }));
        })
        // Out of reach: the next news, or the next time that this page is opened, tries again.
        .catch(() => undefined);
    }, TOGETHER_MS);
  }, [isDue, badges, scans, people, nominations, store, meeting, t]);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return problems;
}

async function namesOf(store: Store, { settled }: Settling): Promise<string[]> {
  if (settled.length === 0) return [];
  const people = new Map((await store.list('people')).map((person) => [person.id, person]));
  return settled.flatMap(({ person }) => {
    const record = people.get(person);
    return record === undefined ? [] : [displayName(record)];
  });
}
