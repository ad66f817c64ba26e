import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '../nominations.module.css';

interface Props {
  readonly title?: string;
  readonly icon?: ReactNode;
  /** What it is to screen readers: `alert` interrupts, `status` waits. */
  readonly role?: 'alert' | 'status' | 'group';
  readonly children?: ReactNode;
}

/** Something that has to be looked at before one can go on. */
export function Notice({ title, icon, role = 'status', children }: Props) {
  return (
    <div className={classes.notice} role={role} aria-label={role === 'group' ? title : undefined}>
      <span className={classes.noticeIcon} aria-hidden="true">
        {icon ?? <IconAlertTriangle size={20} />}
      </span>
      <div className={classes.noticeBody}>
        {title !== undefined && <p className={classes.noticeTitle}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
