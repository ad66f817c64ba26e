import type { ReactNode } from 'react';
import type { Tone } from './tones';
import tones from './tones.module.css';
import classes from './tag.module.css';

interface TagProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}

/** A small label for a state or a kind. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span className={`${classes.tag ?? ''} ${tones[tone] ?? ''}`}>
      {icon !== undefined && (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span className={classes.label}>{children}</span>
    </span>
  );
}
