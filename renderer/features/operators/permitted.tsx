import { Button, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { cloneElement, type MouseEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Hint, Keys } from '@renderer/ui/key-hint';
import { openQuickSwitch, SWITCH_KEYS } from './quick-switch-state';
import { usePermission } from './use-permission';
import { useNotPermitted } from './use-refusal';
import classes from './operators.module.css';

/** What a button takes so that it stays reachable and says why it does nothing. */
interface Disabling {
  'data-disabled'?: boolean;
  'aria-disabled'?: boolean;
  onClick?: (event: MouseEvent) => void;
}

interface PermittedProps {
  /** Type of the operation that the button leads to. */
  act: string;
  /** What the tooltip says while it is permitted; without it there is none. */
  label?: string;
  keys?: string;
  /** A button or a link. */
  children: ReactElement<Disabling>;
}

/** A button that is shown disabled, with the reason, to whom the role does not include it. */
export function Permitted({ act, label, keys, children }: PermittedProps) {
  const { may, role } = usePermission();
  const notPermitted = useNotPermitted();
  if (may(act)) {
    if (label === undefined) return children;
    return (
      <Hint label={label} {...(keys === undefined ? {} : { keys })}>
        {children}
      </Hint>
    );
  }
  return (
    <Tooltip label={notPermitted(role)} multiline maw={360}>
      {cloneElement(children, {
        'data-disabled': true,
        'aria-disabled': true,
        onClick: (event: MouseEvent) => event.preventDefault(),
      })}
    </Tooltip>
  );
}

/** What is written on a page of a meeting, by the last part of its address. */
const WRITTEN_ON: Readonly<Record<string, string>> = {
  desk: 'attendance.arrived',
  delegates: 'nomination.changed',
  badges: 'badge.printed',
  paper: 'attendance.arrived',
  virtual: 'report.imported',
  agenda: 'agenda.changed',
  recommendations: 'recommendation.changed',
  setup: 'meeting.changed',
};

/** Says at the top of a page that the role lets one look but not write here. */
export function PermissionNotice() {
  const { t } = useTranslation('operators');
  const { pathname } = useLocation();
  const { may, role } = usePermission();
  const page = /^\/m\/[^/]+\/([^/]+)/.exec(pathname)?.[1] ?? '';
  const act = WRITTEN_ON[page];
  if (act === undefined || may(act)) return null;
  return (
    <div className={classes.notice} role="status">
      <IconLock size={18} stroke={1.7} aria-hidden="true" />
      <span>
        {role === null ? t('lookOnly.noRole') : t('lookOnly.role', { role: t(`role.${role}`) })}
      </span>
      <Button
        className={classes.noticeAction}
        variant="subtle"
        size="compact-sm"
        rightSection={<Keys keys={SWITCH_KEYS} />}
        onClick={openQuickSwitch}
      >
        {t('switch.title')}
      </Button>
    </div>
  );
}
