import { createPortal } from 'react-dom';
import type { RecoverySheet } from './recovery-sheet';
import classes from './sheet.module.css';

/** The sheet for the printer: on paper it is everything, on the screen nothing. */
export function PrintedSheet({ sheet }: { sheet: RecoverySheet }) {
  return createPortal(
    <div className={classes.paper} aria-hidden="true">
      <p className={classes.paperTitle}>{sheet.title}</p>
      {sheet.facts.map(([name, value]) => (
        <p key={name} className={classes.paperFact}>
          {`${name}: ${value}`}
        </p>
      ))}
      <ol className={classes.groups}>
        {sheet.groups.map((group, at) => (
          <li key={at} className={classes.group}>
            <span className={classes.place}>{at + 1}</span>
            <span className={classes.signs}>{group}</span>
          </li>
        ))}
      </ol>
      {sheet.advice.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>,
    document.body,
  );
}
