import { useTranslation } from 'react-i18next';
import { isProvisional } from '@shared/domain/nomination/rules';
import { nominationStateSchema, type NominationState } from '@shared/domain/nomination/types';
import { formatNumber } from '@shared/i18n/format';
import type { NominationEntry } from '../use-nominations';
import classes from '../nominations.module.css';

/**
 * `awaiting`: accepted before a postponement, and not reconfirmed for the new dates yet.
 * `provisional`: walked in, and not approved yet.
 */
export type ShownState = NominationState | 'awaiting' | 'provisional' | 'all';

interface Props {
  readonly entries: readonly NominationEntry[];
  /** How many of them await being reconfirmed. */
  readonly awaiting: number;
  readonly shown: ShownState;
  readonly onShow: (state: ShownState) => void;
}

/** How many nominations are in which state; pressing a count shows only those. */
export function StateCounts({ entries, awaiting, shown, onShow }: Props) {
  const { t, i18n } = useTranslation('nominations');
  const counts = new Map<NominationState, number>();
  for (const { nomination } of entries) {
    counts.set(nomination.state, (counts.get(nomination.state) ?? 0) + 1);
  }
  const waiting = entries.filter(({ nomination }) => isProvisional(nomination)).length;
  const states = nominationStateSchema.options.filter(
    (state) => state === shown || (counts.get(state) ?? 0) > 0,
  );
  const figures: [ShownState, string, number][] = [
    ['all', t('all'), entries.length],
    ...states.map((state): [ShownState, string, number] => [
      ...([state, t(`stateCount.${state}`), counts.get(state) ?? 0] as const),
    ]),
    ...(waiting > 0 || shown === 'provisional'
      ? [['provisional', t('stateCount.provisional'), waiting] as [ShownState, string, number]]
      : []),
    ...(awaiting > 0 || shown === 'awaiting'
      ? [['awaiting', t('stateCount.awaiting'), awaiting] as [ShownState, string, number]]
      : []),
  ];
  return (
    <div className={classes.counts} role="group" aria-label={t('counts')}>
      {figures.map(([state, label, count]) => (
        <button
          key={state}
          type="button"
          className={classes.countButton}
          aria-pressed={state === shown}
          onClick={() => onShow(state === shown ? 'all' : state)}
        >
          <span className={classes.countNumber}>{formatNumber(count, i18n.language)}</span>
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
