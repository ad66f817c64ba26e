import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameDesk } from '@shared/domain/operator/decide';
import { formatInstant } from '@shared/i18n/format';
import { bridge } from '@renderer/bridge/client';
import { act } from '@renderer/db/act';
import { useProjection, useStore } from '@renderer/db/hooks';
import { useSettings } from '@renderer/features/settings';
import { toast } from '@renderer/ui/toasts';

/**
 * A register that was restored, copied or repaired begins a new life. Then the desk's name is
 * given to that life as well, so that it stands beside what is recorded from now on, and whoever
 * sits here is told, once, what happened.
 */
export function useRegisterLife(): void {
  const { t, i18n } = useTranslation('settings');
  const store = useStore();
  const { settings } = useSettings();
  const { deskName } = settings;
  const ready = useProjection().kind === 'ready';
  const told = useRef(false);
  useEffect(() => {
    if (!ready || told.current || deskName === '') return;
    told.current = true;
    const meet = async () => {
      const { life, recovery } = await bridge.register.status();
      const known = (await store.list('desks')).some((desk) => desk.id === life);
      if (!known) {
        await act(store, (context) => nameDesk(context, { id: life, name: deskName, over: [] }));
      }
      if (recovery === null) return;
      const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const when = formatInstant(recovery.at.slice(0, 24), i18n.language, here);
      const restored = recovery.kind === 'restored-from-backup';
      toast(t(`backup.recovered.${recovery.kind}`, { when }), {
        tone: restored ? 'warning' : 'accent',
      });
    };
    // Out of reach: the connection's own mark says so, and the next window asks again.
    meet().catch(() => undefined);
  }, [ready, deskName, store, t, i18n.language]);
}
