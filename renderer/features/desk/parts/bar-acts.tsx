import { Button } from '@mantine/core';
import { IconCamera, IconHeadphones, IconLogout2 } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@shared/domain/meeting/types';
import { Keys } from '../../../ui/key-hint';
import { ariaKeys } from '../../../ui/keys';
import { useNarrow } from '../../../ui/use-narrow';
import { DESK_KEYS } from '../acts/use-desk-commands';
import classes from '../desk.module.css';

interface BarRun {
  readonly closeOut: () => unknown;
  readonly rollCall: () => unknown;
  readonly camera: () => unknown;
}

/** The same object for as long as the desk is shown: whoever types does not draw the bar again. */
export function useBarRun(run: BarRun, focusBox: () => void): BarRun {
  const now = useRef({ run, focusBox });
  useEffect(() => {
    now.current = { run, focusBox };
  });
  return useMemo(
    () => ({
      closeOut: () => now.current.run.closeOut(),
      rollCall: () => now.current.run.rollCall(),
      camera: () => {
        now.current.run.camera();
        now.current.focusBox();
      },
    }),
    [],
  );
}

interface Props {
  /** A session that is over with people still inside of it; `null`: none, or it is being closed. */
  readonly ended: { readonly session: Session; readonly inside: number } | null;
  /** Those online can be called now. */
  readonly calls: boolean;
  readonly camera: boolean;
  readonly run: BarRun;
}

/** What can be done at the desk besides checking somebody in. */
export const BarActs = memo(function BarActs({ ended, calls, camera, run }: Props) {
  const { t } = useTranslation('desk');
  // One line of buttons; the keys stand under `?` as well.
  const narrow = useNarrow();
  const capsOf = (keys: string) => (narrow ? undefined : <Keys keys={keys} />);
  return (
    <div className={classes.barActs}>
      {ended !== null && (
        <Button
          className={classes.touch}
          variant="default"
          leftSection={narrow ? undefined : <IconLogout2 size={18} aria-hidden />}
          rightSection={capsOf(DESK_KEYS.closeOut)}
          aria-keyshortcuts={ariaKeys(DESK_KEYS.closeOut)}
          onClick={run.closeOut}
        >
          {t('closeOut.offer', { session: ended.session.name, count: ended.inside })}
        </Button>
      )}
      {calls && (
        <Button
          className={classes.touch}
          variant="default"
          leftSection={<IconHeadphones size={18} aria-hidden />}
          rightSection={capsOf(DESK_KEYS.rollCall)}
          aria-keyshortcuts={ariaKeys(DESK_KEYS.rollCall)}
          onClick={run.rollCall}
        >
          {t('rollCall.open')}
        </Button>
      )}
      <Button
        className={classes.touch}
        variant={camera ? 'light' : 'default'}
        aria-pressed={camera}
        leftSection={<IconCamera size={18} aria-hidden />}
        rightSection={capsOf(DESK_KEYS.camera)}
        aria-keyshortcuts={ariaKeys(DESK_KEYS.camera)}
        onClick={run.camera}
      >
        {t('camera')}
      </Button>
    </div>
  );
});
