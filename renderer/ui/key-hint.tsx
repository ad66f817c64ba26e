import { Kbd, Tooltip, type FloatingPosition } from '@mantine/core';
import type { ReactElement } from 'react';
import { keyCaps } from './keys';
import classes from './key-hint.module.css';

/** A shortcut as key caps. Hidden from screen readers: those get `aria-keyshortcuts`. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={classes.keys} aria-hidden="true">
      {keyCaps(keys).map((cap) => (
        <Kbd key={cap} className={classes.cap}>
          {cap}
        </Kbd>
      ))}
    </span>
  );
}

interface HintProps {
  label: string;
  keys?: string;
  position?: FloatingPosition;
  disabled?: boolean;
  /** An element that takes a ref. */
  children: ReactElement;
}

/** A tooltip with the action's shortcut in it. */
export function Hint({ label, keys, position = 'bottom', disabled = false, children }: HintProps) {
  return (
    <Tooltip
      position={position}
      disabled={disabled}
      openDelay={400}
      label={
        <span className={classes.hint}>
          {label}
          {keys !== undefined && <Keys keys={keys} />}
        </span>
      }
    >
      {children}
    </Tooltip>
  );
}
