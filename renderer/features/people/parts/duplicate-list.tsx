import { Checkbox } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '@renderer/features/operators';
import { formatNumber } from '@shared/i18n/format';
import type { DuplicatePair } from '@shared/matching/duplicates';
import { Keys } from '../../../ui/key-hint';
import { Empty } from '../../../ui/states';
import { useMerge } from '../use-merge';
import type { PeopleModel, PersonEntry } from '../use-people';
import { useTellApart } from '../use-tell-apart';
import { PairCard } from './pair-card';
import { ToldApartList } from './told-apart-list';
import classes from '../people.module.css';

/** Shown one under the other; the next ones come up when these are settled. */
const SHOWN = 60;

const KEYS_OF = [
  ['Enter', 'merge'],
  ['N', 'notSame'],
  ['S', 'swap'],
] as const;

/** Two records, and which of them stays for both. */
export interface Pair {
  readonly id: string;
  readonly found: DuplicatePair;
  readonly kept: PersonEntry;
  readonly other: PersonEntry;
}

interface DuplicateListProps {
  readonly model: PeopleModel;
  readonly pairs: readonly DuplicatePair[];
}

/** Pairs of records that may be one human being; the keyboard settles one after the other. */
export function DuplicateList({ model, pairs }: DuplicateListProps) {
  const { t, i18n } = useTranslation('people');
  const { merge } = useMerge();
  const { apart } = useTellApart();
  const { may } = usePermission();
  const [weak, setWeak] = useState(false);
  const [at, setAt] = useState(0);
  const [swapped, setSwapped] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const all = usePairs(model, pairs, swapped);
  const wanted = all.filter(({ found }) => weak || found.likelihood !== 'weak');
  const shown = wanted.slice(0, SHOWN);
  const active = Math.max(0, Math.min(at, shown.length - 1));
  const hints = all.filter(({ found }) => found.likelihood === 'weak').length;
  const number = (value: number) => formatNumber(value, i18n.language);

  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest' });
  }, [active, shown.length]);

  const swap = (id: string) => {
    setSwapped((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const settle = async ({ kept, other }: Pair, same: boolean) => {
    if (busy) return;
    setBusy(true);
    await (same ? merge(other.person, kept.person) : apart(kept.person, other.person));
    setBusy(false);
    list.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const pair = shown[active];
    if (event.target !== list.current || pair === undefined) return;
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && may('person.merged')) void settle(pair, true);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.code === 'KeyN' && may('person.told-apart')) void settle(pair, false);
    else if (event.code === 'KeyS') swap(pair.id);
    else return;
    event.preventDefault();
  };

  const choice = hints > 0 && (
    <Checkbox
      label={t('duplicates.weak', { count: hints, number: number(hints) })}
      checked={weak}
      onChange={(event) => setWeak(event.currentTarget.checked)}
    />
  );
  if (shown.length === 0) {
    return (
      <div className={classes.duplicates}>
        <Empty
          icon={<IconUsersGroup size={28} stroke={1.5} />}
          title={t('duplicates.none')}
          action={choice}
        >
          {t('duplicates.noneHint')}
        </Empty>
        <ToldApartList model={model} />
      </div>
    );
  }
  return (
    <div className={classes.duplicates}>
      <div className={classes.bar}>
        <div>
          <p className={classes.lead}>{t('duplicates.lead')}</p>
          <p className={classes.hints}>
            {KEYS_OF.map(([keys, what]) => (
              <span key={keys} className={classes.hint}>
                <Keys keys={keys} /> {t(what)}
              </span>
            ))}
          </p>
        </div>
        {choice}
      </div>
      <ul
        ref={list}
        className={classes.pairs}
        tabIndex={0}
        aria-label={t('part.duplicates')}
        onKeyDown={onKeyDown}
      >
        {shown.map((pair, position) => (
          <li
            key={pair.id}
            className={classes.pair}
            aria-current={position === active || undefined}
            onClick={() => setAt(position)}
          >
            <PairCard
              pair={pair}
              model={model}
              busy={busy}
              onMerge={() => void settle(pair, true)}
              onApart={() => void settle(pair, false)}
              onSwap={() => swap(pair.id)}
            />
          </li>
        ))}
      </ul>
      {wanted.length > shown.length && (
        <p className={classes.lead}>
          {t('duplicates.more', {
            count: wanted.length - shown.length,
            number: number(wanted.length - shown.length),
          })}
        </p>
      )}
      <ToldApartList model={model} />
    </div>
  );
}

/** The record of more meetings stays, unless somebody wants it otherwise. */
function usePairs(
  model: PeopleModel,
  pairs: readonly DuplicatePair[],
  swapped: ReadonlySet<string>,
): Pair[] {
  return useMemo(() => {
    const entries = new Map(model.entries.map((entry) => [entry.id, entry]));
    return pairs.flatMap((found): Pair[] => {
      const [one, other] = [entries.get(found.one), entries.get(found.other)];
      // Settled since the search.
      if (one === undefined || other === undefined) return [];
      const id = `${found.one} ${found.other}`;
      const second = other.meetings.length > one.meetings.length;
      return [
        second === swapped.has(id)
          ? { id, found, kept: one, other }
          : { id, found, kept: other, other: one },
      ];
    });
  }, [model, pairs, swapped]);
}
