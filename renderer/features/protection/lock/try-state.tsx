import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnlockWay } from '@shared/contract/protection';
import { countdown, spokenStep } from '@renderer/ui/use-wait';
import { useNotOpenedWords, type NotOpened } from '../use-unlock';
import classes from './lock.module.css';

interface TryStateProps {
  problem: { readonly kind: UnlockWay['kind']; readonly reason: NotOpened } | null;
  /** Seconds until the next try. */
  left: number;
  busy: boolean;
}

/**
 * What became of the last try and when the next one may be made: for the eye every second, for the
 * ear a few times. The region is always there, so that what comes into it is heard.
 */
export function TryState({ problem, left, busy }: TryStateProps) {
  const { t } = useTranslation('protection');
  const words = useNotOpenedWords();
  const waited = problem?.reason === 'wait' && left === 0;
  const what =
    problem === null ? '' : waited ? t('lock.again') : words(problem.kind, problem.reason);
  const withWait = (seconds: number) =>
    [what, left > 0 ? t('lock.wait', { time: countdown(seconds) }) : ''].filter(Boolean).join(' ');
  const seen = withWait(left);
  return (
    <>
      {!busy && seen !== '' && (
        <div className={classes.problem} data-bad={!waited || undefined} aria-hidden="true">
          <IconAlertCircle size={18} stroke={1.8} />
          <span>{seen}</span>
        </div>
      )}
      <div className="visually-hidden" role="status">
        {busy ? t('lock.opening') : withWait(spokenStep(left))}
      </div>
    </>
  );
}
