import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOMINATION_FIELDS, type NominationField } from '@shared/codecs/nominations/header-names';
import type { NominationRow } from '@shared/codecs/nominations/types';
import { hasName, type Columns, type Step } from './import-step';
import type { Import } from './use-import';
import classes from './import.module.css';
import styles from './row.module.css';

interface Props {
  readonly row: NominationRow;
  readonly task: Import;
  readonly step: Extract<Step, { kind: 'preview' }>;
}

/** What can be corrected: every column that is taken over, and what a row cannot do without. */
function fieldsOf(columns: Columns): NominationField[] {
  const needed = new Set<NominationField>([
    'party',
    'email',
    ...(hasName(columns) ? [] : (['fullName'] as const)),
  ]);
  return NOMINATION_FIELDS.filter(
    (field) => field !== 'phone' && (columns[field] !== undefined || needed.has(field)),
  );
}

/** The row's cells, to be corrected in place; the rows are validated again at once. */
export function RowCells({ row, task, step }: Props) {
  const { t } = useTranslation(['imports', 'nominations']);
  // What is wrong is corrected here; what is right is rarely touched.
  const [opened] = useState(row.verdict === 'error');
  const part = step.list.parts[row.part];
  if (part === undefined) return null;
  const { columns, sheet } = part;
  const edited = step.answers.edits.get(row.key);
  const written = (field: NominationField): string => {
    const column = columns[field];
    return column === undefined ? '' : (sheet.rows[row.at]?.[column] ?? '');
  };
  return (
    <details open={opened}>
      <summary className={classes.detailPart}>{t('imports:cells.title')}</summary>
      <p className={classes.quiet}>{t('imports:cells.hint')}</p>
      <div className={styles.cells}>
        {fieldsOf(columns).map((field) => (
          <Cell
            key={field}
            label={t(`nominations:field.${field}`)}
            text={edited?.[field] ?? written(field)}
            written={written(field)}
            onCommit={(text) => task.edit(row.key, field, text)}
          />
        ))}
      </div>
      {edited !== undefined && (
        <Button mt="sm" variant="subtle" size="compact-sm" onClick={() => task.unedit(row.key)}>
          {t('imports:cells.asWritten')}
        </Button>
      )}
    </details>
  );
}

interface CellProps {
  readonly label: string;
  /** As it is now, and as the file has it. */
  readonly text: string;
  readonly written: string;
  readonly onCommit: (text: string) => void;
}

function Cell({ label, text, written, onCommit }: CellProps) {
  const { t } = useTranslation('imports');
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  if (shown !== text) {
    setShown(text);
    setTyped(text);
  }
  const commit = () => {
    if (typed !== text) onCommit(typed);
  };
  return (
    <TextInput
      label={label}
      description={text === written ? undefined : t('cells.was', { text: written || '—' })}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
