import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '@renderer/ui/commands';
import { toast } from '@renderer/ui/toasts';
import { lockDesk } from './lock-desk';
import { useProtectionStatus } from './protection-status';

/** Beside Ctrl+L, which browsers keep for their address line. */
export const LOCK_KEYS = 'Mod+Shift+L';

/** Locks, and says so when it could not be done. */
export function useLockDesk(): () => void {
  const { t } = useTranslation('protection');
  return useCallback(() => {
    void lockDesk().then((locked) => {
      if (!locked) toast(t('lockNow.failed'), { tone: 'bad' });
    });
  }, [t]);
}

/** Offers *Lock this desk* on every page, while there is something to lock with. */
export function useLockCommand(): void {
  const { t } = useTranslation('protection');
  const status = useProtectionStatus();
  const lock = useLockDesk();
  const open = status.state === 'ready' && status.value.state === 'open';
  const commands = useMemo(
    (): Command[] =>
      open
        ? [
            {
              id: 'protection.lock',
              label: t('lockNow.action'),
              group: t('title'),
              keys: LOCK_KEYS,
              run: lock,
            },
          ]
        : [],
    [open, t, lock],
  );
  useCommands(commands);
}
