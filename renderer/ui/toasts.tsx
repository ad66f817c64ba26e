import { ActionIcon, Button, Portal } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announcer';
import { useIsDialogOpen } from './open-dialogs';
import tones from './tones.module.css';
import classes from './toasts.module.css';

type ToastTone = 'accent' | 'good' | 'warning' | 'bad';

interface Toast {
  readonly id: number;
  readonly tone: ToastTone;
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const SHOWN_MS = 6000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;
let silenced = false;

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of [...listeners]) listener();
}

/**
 * Tells what just happened, in a corner and to screen readers. Failures stay until they are put
 * away; the rest goes by itself, the oldest first when there are more than four.
 */
export function toast(
  message: string,
  options: Partial<Pick<Toast, 'tone' | 'action'>> = {},
): void {
  if (silenced) return;
  lastId += 1;
  const { tone = 'good', action } = options;
  const made: Toast =
    action === undefined ? { id: lastId, tone, message } : { id: lastId, tone, message, action };
  set([...toasts, made].slice(-4));
  announce(message, tone === 'bad' ? 'assertive' : 'polite');
}

/** Takes every message away, and shows none until `false`: a locked screen tells nothing of the data. */
export function silenceToasts(silent: boolean): void {
  silenced = silent;
  if (silent) set([]);
}

function dismiss(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

const ICONS = {
  accent: IconInfoCircle,
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  bad: IconCircleX,
};

/** The corner where toasts stand. Mounted once. */
export function Toasts() {
  const { t } = useTranslation('ui');
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  // The end of the lower edge is where a dialog and a panel have their buttons.
  const aside = useIsDialogOpen();
  return (
    <Portal>
      <div
        className={classes.corner}
        data-aside={aside || undefined}
        role="region"
        aria-label={t('messages')}
      >
        {shown.map((one) => (
          <ToastCard key={one.id} toast={one} />
        ))}
      </div>
    </Portal>
  );
}

function ToastCard({ toast: { id, tone, message, action } }: { toast: Toast }) {
  const { t } = useTranslation('ui');
  const Icon = ICONS[tone];
  useEffect(() => {
    if (tone === 'bad') return undefined;
    const timer = window.setTimeout(() => dismiss(id), SHOWN_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [id, tone]);
  return (
    <div className={`${classes.toast ?? ''} ${tones[tone] ?? ''}`}>
      <Icon className={classes.icon} size={20} stroke={1.8} aria-hidden="true" />
      <span className={classes.message}>{message}</span>
      {action !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={() => dismiss(id)}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
