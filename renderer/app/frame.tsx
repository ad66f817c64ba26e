import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useProjection } from '@renderer/db/hooks';
import { useMeetingId } from '@renderer/features/meetings';
import { PermissionNotice } from '@renderer/features/operators';
import { ProtectionNotice, useIdleLock, useLockCommand } from '@renderer/features/protection';
import { useSettings } from '@renderer/features/settings';
import { useCommandKeys } from '@renderer/ui/keys';
import { Failed } from '@renderer/ui/states';
import { useNarrow } from '@renderer/ui/use-narrow';
import { WorkProgress } from '@renderer/ui/work-progress';
import { FrameCommands } from './frame-commands';
import { Palette } from './palette';
import { Rail } from './rail';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { useRegisterLife } from './use-register-life';
import classes from './frame.module.css';

/** What surrounds every page: rail, top bar, status line, palette and shortcuts. */
export function Frame() {
  const { t } = useTranslation('app');
  // A small window shows icons only, unless somebody wants the words.
  const narrow = useNarrow();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const main = useRef<HTMLElement>(null);
  const collapsed = wanted ?? narrow;
  useCommandKeys();
  useRememberedMeeting();
  useRegisterLife();
  useIdleLock();
  useLockCommand();
  useTopOfPage(main);

  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      {/* A link to `#main` would be a route: addresses are hashes here. */}
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <Rail collapsed={collapsed} onCollapse={() => setWanted(!collapsed)} />
      <TopBar />
      <main ref={main} className={classes.main} tabIndex={-1}>
        <ProtectionNotice />
        <ProjectionNotice />
        <PermissionNotice />
        <Outlet />
      </main>
      <StatusLine />
      <FrameCommands />
      <Palette />
    </div>
  );
}

/** The meeting one worked on is the one the rail leads back to, today and after a restart. */
function useRememberedMeeting(): void {
  const id = useMeetingId();
  const { settings, change } = useSettings();
  const { lastMeeting } = settings;
  useEffect(() => {
    if (id !== null && id !== lastMeeting) void change({ lastMeeting: id });
  }, [id, lastMeeting, change]);
}

/** A new page begins at its top, whatever was scrolled before. */
function useTopOfPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [pathname, main]);
}

/** Says so while what the screens read is being made again from the journal. */
function ProjectionNotice() {
  const { t } = useTranslation('app');
  const projection = useProjection();
  if (projection.kind === 'failed') {
    return (
      <Failed
        title={t('projection.failed')}
        detail={projection.message}
        onRetry={() => window.location.reload()}
      >
        {t('projection.failedHint')}
      </Failed>
    );
  }
  if (projection.kind !== 'projecting') return null;
  const { done, total } = projection.progress;
  return (
    <div className={classes.notice}>
      <WorkProgress label={t('projection.running')} done={done} total={total} />
    </div>
  );
}
