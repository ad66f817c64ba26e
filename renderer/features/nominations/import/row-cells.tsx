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
        {fieldsOf(columns).map((field) => {
          const text = edited?.[field] ?? written(field);
          const changed = edited?.[field] !== undefined && edited[field] !== written(field);
          const commit = (value: string) => {
            if (value !== text) task.edit(row.key, field, value);
          };
          return (
            <TextInput
              key={`${field} ${text}`}
              label={t(`nominations:field.${field}`)}
              description={
                changed ? t('imports:cells.was', { text: written(field) || '—' }) : undefined
              }
              defaultValue={text}
              onBlur={(event) => commit(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') commit(event.currentTarget.value);
              }}
            />
          );
        })}
      </div>
      {edited !== undefined && (
        <Button mt="sm" variant="subtle" size="compact-sm" onClick={() => task.unedit(row.key)}>
          {t('imports:cells.asWritten')}
        </Button>
      )}
    </details>
  );
}
