import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './import.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** Something that has to be said before a file can be taken over. */
export function Ask({ title, children }: Props) {
  return (
    <div className={classes.ask} role="group" aria-label={title}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p className={classes.askTitle}>{title}</p>
        {children}
      </div>
    </div>
  );
}
