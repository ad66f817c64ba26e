import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginEvidence } from '@shared/codecs/platform-reports/logins';
import { formatNumber } from '@shared/i18n/format';
import { WorkProgress } from '../../../ui/work-progress';
import type { JobProgress } from '../../../workers/jobs';
import { useBefore } from '../before';
import type { ReadyModel } from '../use-virtual';
import { isStrange, lookAhead, type Ahead } from './ahead';
import classes from './import.module.css';

type Shown =
  | { readonly state: 'working'; readonly progress: JobProgress | null }
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'ready'; readonly ahead: Ahead };

const BEGINNING: Shown = { state: 'working', progress: null };

/**
 * Worked out in workers while the file is looked at, and afresh when who is expected changes; not
 * while it is being taken over, which changes much of that.
 */
function useAhead(
  model: ReadyModel,
  logins: readonly LoginEvidence[],
  saving: boolean,
  round: number,
): Shown {
  const { earlier, carried } = useBefore();
  const [shown, setShown] = useState<Shown>(BEGINNING);
  const { people, nominations, parties, aliases, reports, logins: stored } = model;
  const now = useRef(model);
  useEffect(() => {
    now.current = model;
  });
  useEffect(() => {
    if (earlier === null || saving) return undefined;
    const stop = new AbortController();
    const show = (next: Shown) => {
      if (!stop.signal.aborted) setShown(next);
    };
    const onProgress = (progress: JobProgress) => show({ state: 'working', progress });
    show(BEGINNING);
    lookAhead(now.current, { carried, earlier }, logins, stop.signal, onProgress).then(
      (ahead) => show({ state: 'ready', ahead }),
      (error: unknown) =>
        show({ state: 'failed', detail: error instanceof Error ? error.message : String(error) }),
    );
    return () => stop.abort();
  }, [
    people,
    nominations,
    parties,
    aliases,
    reports,
    stored,
    earlier,
    carried,
    logins,
    saving,
    round,
  ]);
  return shown;
}

/** How a file's logins would fall into the piles; nothing waits for it. */
export function PilesAhead({
  model,
  logins,
  saving,
}: {
  readonly model: ReadyModel;
  readonly logins: readonly LoginEvidence[];
  readonly saving: boolean;
}) {
  const { t, i18n } = useTranslation(['reports', 'virtual']);
  const [round, setRound] = useState(0);
  const shown = useAhead(model, logins, saving, round);
  const number = (value: number) => formatNumber(value, i18n.language);
  switch (shown.state) {
    case 'working':
      return (
        <WorkProgress
          label={t('reports:ahead.working')}
          done={shown.progress?.done ?? 0}
          total={shown.progress?.total ?? null}
        />
      );
    case 'failed':
      return (
        <div className={classes.line} role="status">
          <p className={classes.plain}>{t('reports:ahead.failed', { detail: shown.detail })}</p>
          <Button variant="default" size="xs" onClick={() => setRound(round + 1)}>
            {t('reports:ahead.again')}
          </Button>
        </div>
      );
    case 'ready': {
      const { expected, linked, confirm, unmatched } = shown.ahead;
      if (expected === 0)
        return (
          <p className={classes.gap} role="status">
            {t('reports:ahead.nobodyExpected')}
          </p>
        );
      const piles = [
        t('reports:ahead.linked', { number: number(linked) }),
        t('reports:ahead.confirm', { number: number(confirm) }),
        t('reports:ahead.unmatched', { number: number(unmatched) }),
      ];
      return (
        <div role="status">
          <p className={classes.gap} data-piles>
            {piles.join(' · ')}
          </p>
          {isStrange(shown.ahead) && (
            <p className={classes.gap} data-far>
              <IconAlertTriangle size={18} aria-hidden />
              {t('reports:ahead.strange')}
            </p>
          )}
        </div>
      );
    }
  }
}
