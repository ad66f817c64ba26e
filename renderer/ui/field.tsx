import { Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './field.module.css';

interface FieldSetProps {
  legend: string;
  hint?: string;
  children: ReactNode;
}

/** Fields that belong together, under one legend. */
export function FieldSet({ legend, hint, children }: FieldSetProps) {
  const hintId = useId();
  return (
    <fieldset className={classes.set} aria-describedby={hint === undefined ? undefined : hintId}>
      <legend className={classes.legend}>{legend}</legend>
      {hint !== undefined && (
        <p id={hintId} className={classes.hint}>
          {hint}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** Fields side by side where there is room. `wide` children take the whole row. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}

/** A field that takes the whole row of a `FieldGrid`. */
export function Wide({ children }: { children: ReactNode }) {
  return <div className={classes.wide}>{children}</div>;
}

interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  children: ReactNode;
}

/** Label, hint and error around controls that have none of their own; names them as a group. */
export function Field({ label, hint, error, required = false, children }: FieldProps) {
  const id = useId();
  return (
    <Input.Wrapper
      labelElement="div"
      label={label}
      description={hint}
      error={error}
      withAsterisk={required}
      labelProps={{ id }}
    >
      <div role="group" aria-labelledby={id} className={classes.control}>
        {children}
      </div>
    </Input.Wrapper>
  );
}
