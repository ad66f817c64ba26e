import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '@renderer/ui/commands';
import {
  closeQuickSwitch,
  openQuickSwitch,
  SWITCH_KEYS,
  useQuickSwitch,
} from './quick-switch-state';

const SwitchDialog = lazy(() =>
  import('./switch-dialog').then((dialog) => ({ default: dialog.SwitchDialog })),
);

/** Another operator takes over: one key, a choice, Enter, and on with the work. In the frame, once. */
export function QuickSwitch() {
  const { t } = useTranslation('operators');
  const opened = useQuickSwitch();
  const commands = useMemo(
    () => [
      {
        id: 'operators.switch',
        label: t('switch.title'),
        group: t('title'),
        keys: SWITCH_KEYS,
        words: t('switch.words'),
        run: openQuickSwitch,
      },
    ],
    [t],
  );
  useCommands(commands);
  useFocusBack(opened);
  useEffect(() => closeQuickSwitch, []);
  return (
    <Suspense fallback={null}>{opened && <SwitchDialog onClose={closeQuickSwitch} />}</Suspense>
  );
}

/** After the switch the work goes on where it was on the page, whatever was pressed to get here. */
function useFocusBack(opened: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  const was = useRef(opened);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('main') !== null) last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
    };
  }, []);
  useEffect(() => {
    if (was.current && !opened && last.current?.isConnected === true) last.current.focus();
    was.current = opened;
  }, [opened]);
}
