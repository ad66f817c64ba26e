import {
  IconCircleCheck,
  IconCircleX,
  IconLoader2,
  IconPlugConnected,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber, formatTime, zoneName } from '@shared/i18n/format';
import { bridge } from '@renderer/bridge/client';
import { useActivity } from '@renderer/db/hooks';
import { useCurrentMeeting } from '@renderer/features/meetings';
import {
  openQuickSwitch,
  SWITCH_KEYS,
  useOperator,
  useOperatorName,
  usePermission,
} from '@renderer/features/operators';
import { BackupState, useRegisterStatus, useSettings } from '@renderer/features/settings';
import { Hint } from '@renderer/ui/key-hint';
import { ariaKeys } from '@renderer/ui/keys';
import { useNow } from '@renderer/ui/use-now';
import classes from './status-line.module.css';

const CLOCK_STEP_MS = 1000;

/** Is it saved, is it safe, who am I, what time is it: one line, always there. */
export function StatusLine() {
  const { t, i18n } = useTranslation('app');
  const status = useRegisterStatus();
  return (
    <footer className={classes.line} aria-label={t('status.label')}>
      <Saved />
      {status !== null && (
        <Link
          className={classes.item}
          data-tone={status.backup.state === 'failed' ? 'bad' : undefined}
          to="/settings"
        >
          <BackupState backup={status.backup} />
        </Link>
      )}
      <Host />
      {status !== null && (
        <span className={classes.item} data-wide>
          {t('status.operations', {
            count: status.operations,
            number: formatNumber(status.operations, i18n.language),
          })}
        </span>
      )}
      <span className={classes.spring} />
      <Who />
      <Clock />
    </footer>
  );
}

/** Which desk, who works at it and in which role; the way to let somebody else take over. */
function Who() {
  const { t } = useTranslation('operators');
  const { settings } = useSettings();
  const operator = useOperator();
  const name = useOperatorName()(operator);
  const { roles } = usePermission();
  const role = roles ? ` (${t(`role.${operator.role ?? 'none'}`)})` : '';
  const who = `${settings.deskName} · ${name}${role}`;
  return (
    <Hint label={t('switch.title')} keys={SWITCH_KEYS} position="top">
      <button
        type="button"
        className={classes.item}
        aria-label={t('status', { who })}
        aria-keyshortcuts={ariaKeys(SWITCH_KEYS)}
        onClick={openQuickSwitch}
      >
        {who}
      </button>
    </Hint>
  );
}

/** The last act: acknowledged, on its way, or failed. */
function Saved() {
  const { t, i18n } = useTranslation('app');
  const { waiting, savedAt, failure } = useActivity();
  let icon: ReactNode = <IconCircleCheck size={15} stroke={1.8} aria-hidden="true" />;
  let text = t('status.saved');
  let tone = 'good';
  if (waiting > 0) {
    icon = <IconLoader2 size={15} stroke={1.8} aria-hidden="true" />;
    text = t('status.saving', { count: waiting });
    tone = 'accent';
  } else if (failure !== null) {
    icon = <IconCircleX size={15} stroke={1.8} aria-hidden="true" />;
    text = t(`status.failed.${failure.reason}`);
    tone = 'bad';
  } else if (savedAt !== null) {
    const time = formatTime(new Date(savedAt).toISOString(), i18n.language, here());
    text = t('status.savedAt', { time });
  }
  return (
    <span className={classes.item} data-tone={tone} title={failure?.detail}>
      {icon}
      {text}
    </span>
  );
}

function Host() {
  const { t } = useTranslation('app');
  const state = useSyncExternalStore(bridge.connection.subscribe, bridge.connection.current);
  if (state === 'connected') {
    return (
      <span className={classes.item} data-wide>
        <IconPlugConnected size={15} stroke={1.7} aria-hidden="true" />
        {t('status.connected')}
      </span>
    );
  }
  return (
    <span className={classes.item} data-tone="bad" role="alert">
      <IconPlugConnectedX size={15} stroke={1.7} aria-hidden="true" />
      {t('status.lost')}
    </span>
  );
}

/** The machine's time; the meeting's beside it, with its zone, when that is another. */
function Clock() {
  const { t, i18n } = useTranslation('app');
  const now = useNow(CLOCK_STEP_MS);
  const meeting = useCurrentMeeting();
  const zone = meeting.state === 'ready' ? (meeting.value?.timeZone ?? here()) : here();
  const time = (timeZone: string) => formatTime(now, i18n.language, timeZone);
  const elsewhere = time(zone) !== time(here());
  return (
    <span className={classes.item} data-clock>
      <time dateTime={now} className={classes.clock}>
        {time(zone)}
      </time>
      {elsewhere && (
        <>
          <span className={classes.clock}>{zoneName(now, i18n.language, zone)}</span>
          <span>{t('status.here', { time: time(here()) })}</span>
        </>
      )}
    </span>
  );
}

function here(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
