import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './protection.module.css';

interface NoticeProps {
  tone?: 'warning' | 'bad' | 'accent';
  title?: string;
  /** Something that has just gone wrong is told at once. */
  role?: 'alert';
  children: ReactNode;
}

/** Something one has to know here. */
export function Notice({ tone = 'warning', title, role, children }: NoticeProps) {
  const Icon = tone === 'accent' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <Icon className={classes.noticeIcon} size={20} stroke={1.8} aria-hidden="true" />
      <div className={classes.noticeBody}>
        {title !== undefined && <p className={classes.noticeTitle}>{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  );
}
