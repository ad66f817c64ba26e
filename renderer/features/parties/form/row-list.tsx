import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import classes from '../parties.module.css';

interface RowEdit<Row> {
  readonly set: (patch: Partial<Row>) => void;
  readonly remove: () => void;
}

interface RowListProps<Row> {
  hint: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** As many rows as a record holds; absent: as many as one likes. */
  most?: number;
  /** Label of the button that adds a row, and what is in a new one. */
  add: { readonly label: string; readonly row: () => Row };
  children: (row: Row, at: number, edit: RowEdit<Row>) => ReactNode;
}

/** Rows of a form that are added, changed and removed by hand. */
export function RowList<Row extends object>(props: RowListProps<Row>) {
  const { hint, rows, onChange, most = Infinity, add, children } = props;
  const editOf = (at: number): RowEdit<Row> => ({
    set: (patch) => onChange(rows.map((one, index) => (index === at ? { ...one, ...patch } : one))),
    remove: () => onChange(rows.filter((_, index) => index !== at)),
  });
  return (
    <div className={classes.rows}>
      <p className={classes.hint}>{hint}</p>
      {rows.map((row, at) => (
        <Fragment key={at}>{children(row, at, editOf(at))}</Fragment>
      ))}
      <Button
        variant="default"
        size="compact-md"
        disabled={rows.length >= most}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => onChange([...rows, add.row()])}
      >
        {add.label}
      </Button>
    </div>
  );
}
