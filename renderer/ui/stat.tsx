import type { ReactNode } from 'react';
import classes from './stat.module.css';

interface StatProps {
  label: string;
  /** Already written in the user's language. */
  value: string;
  /** What stands beside: a comparison, a definition. */
  detail?: ReactNode;
  size?: 'large' | 'small';
  onOpen?: () => void;
}

/** One figure with its name. With `onOpen` the figure is a button to what is behind it. */
export function Stat({ label, value, detail, size = 'large', onOpen }: StatProps) {
  const figure = <span className={classes.value}>{value}</span>;
  return (
    <div className={classes.stat} data-size={size}>
      <div className={classes.label}>{label}</div>
      {onOpen === undefined ? (
        figure
      ) : (
        <button type="button" className={classes.open} onClick={onOpen}>
          {figure}
          <span className="visually-hidden">{label}</span>
        </button>
      )}
      {detail !== undefined && <div className={classes.detail}>{detail}</div>}
    </div>
  );
}
