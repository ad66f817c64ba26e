import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figure.module.css';

interface DefinedProps {
  /** What is counted and what is not. */
  readonly definition: string;
  readonly children: ReactNode;
}

/** A word with its definition, on hover and on focus. */
export function Defined({ definition, children }: DefinedProps) {
  return (
    <Tooltip label={definition} multiline w={340} position="bottom-start" openDelay={250}>
      <span className={classes.defined} tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}

interface FigureProps {
  readonly name: string;
  readonly definition: string;
  /** Already written in the user's language. */
  readonly value: string;
  /** What stands beside: of how many, of which kinds. */
  readonly detail?: ReactNode;
  readonly size?: 'large' | 'small';
  /** Shows who is behind it. */
  readonly onOpen: () => void;
}

/** One figure: its definition on hover and focus, who is behind it on a click. */
export function Figure({ name, definition, value, detail, size = 'large', onOpen }: FigureProps) {
  return (
    <div className={classes.cell} data-size={size}>
      <Tooltip label={definition} multiline w={340} position="bottom-start" openDelay={250}>
        <button type="button" className={classes.figure} onClick={onOpen}>
          <span className={classes.name}>{name}</span>
          <span className={classes.value}>{value}</span>
        </button>
      </Tooltip>
      {detail !== undefined && <div className={classes.detail}>{detail}</div>}
    </div>
  );
}
