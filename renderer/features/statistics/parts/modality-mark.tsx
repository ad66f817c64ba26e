import type { Attending } from '@shared/domain/attendance/presence';
import classes from './matrix.module.css';

/** Full: in the room; hollow: online; half: both. Told apart by form, not by colour. */
export function ModalityMark({ attending }: { readonly attending: Attending }) {
  return (
    <svg viewBox="0 0 12 12" className={classes.mark} aria-hidden="true">
      <circle
        cx={6}
        cy={6}
        r={4.6}
        fill={attending === 'in-person' ? 'currentcolor' : 'none'}
        stroke="currentcolor"
        strokeWidth={1.5}
      />
      {attending === 'both' && <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentcolor" />}
    </svg>
  );
}
