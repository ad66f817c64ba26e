import type { ReactNode } from 'react';
import classes from './start.module.css';

interface StepProps {
  number: number;
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One of the few steps, with its number. */
export function Step({ number, title, hint, children }: StepProps) {
  return (
    <li className={classes.step}>
      <span className={classes.number} aria-hidden="true">
        {number}
      </span>
      <div className={classes.stepBody}>
        <h2 className={classes.stepTitle}>{title}</h2>
        {hint !== undefined && <p className={classes.stepHint}>{hint}</p>}
        {children}
      </div>
    </li>
  );
}
