import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NOMINATION_FIELDS, type NominationField } from '@shared/codecs/nominations/header-names';
import { columnLetters } from '@shared/codecs/xlsx/cells';
import { Tag } from '../../../ui/tag';
import type { Columns, ListPart } from './import-step';
import classes from './import.module.css';

interface Props {
  readonly part: ListPart;
  readonly onChange: (columns: Columns) => void;
}

const SAMPLES = 3;
const IGNORED = '';

interface FileColumn {
  readonly at: number;
  readonly letter: string;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly byValues: boolean;
}

/** The columns of the file that have a heading or values. */
function fileColumns({ sheet, guess }: ListPart): FileColumn[] {
  const first = guess.headerRow === null ? 0 : guess.headerRow + 1;
  const rows = sheet.rows.slice(first, first + 200);
  return guess.guesses
    .map(({ column, header, by }) => ({
      ...{ at: column, letter: columnLetters(column), heading: header.trim() },
      samples: [...new Set(rows.map((row) => (row[column] ?? '').trim()).filter(Boolean))].slice(
        0,
        SAMPLES,
      ),
      byValues: by === 'values',
    }))
    .filter(({ heading, samples }) => heading !== '' || samples.length > 0);
}

/** Each column with its first values, and what it is taken over as. */
export function ColumnTable({ part, onChange }: Props) {
  const { t } = useTranslation('nominations');
  const found = useMemo(() => fileColumns(part), [part]);
  const fields = new Map(
    (Object.entries(part.columns) as [NominationField, number][]).map(([field, at]) => [at, field]),
  );
  const choices = useMemo(
    () => [
      { value: IGNORED, label: t('import.ignored') },
      ...NOMINATION_FIELDS.map((field) => ({ value: field, label: t(`field.${field}`) })),
    ],
    [t],
  );

  /** A field has one column: choosing it here takes it from where it was. */
  const choose = (at: number, value: string) => {
    const field = NOMINATION_FIELDS.find((one) => one === value);
    const rest = Object.entries(part.columns).filter(([name, column]) => {
      return column !== at && name !== field;
    });
    onChange({
      ...(Object.fromEntries(rest) as Columns),
      ...(field === undefined ? {} : { [field]: at }),
    });
  };

  return (
    <table className={classes.columnTable}>
      <thead>
        <tr>
          <th scope="col">{t('import.columnHead.column')}</th>
          <th scope="col">{t('import.columnHead.samples')}</th>
          <th scope="col">{t('import.columnHead.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((column) => {
          const field = fields.get(column.at);
          return (
            <tr key={column.at} data-ignored={field === undefined || undefined}>
              <th scope="row">
                <span className={classes.letter}>{column.letter}</span>
                <bdi className={classes.heading}>
                  {column.heading || t('import.columnName', { letter: column.letter })}
                </bdi>
                {column.byValues && field !== undefined && (
                  <Tag tone="warning">{t('import.guessedByValues')}</Tag>
                )}
              </th>
              <td className={classes.samples}>
                {column.samples.length === 0 ? (
                  <span className={classes.quiet}>{t('import.noValues')}</span>
                ) : (
                  <bdi>{column.samples.join(' · ')}</bdi>
                )}
              </td>
              <td>
                <Select
                  aria-label={t('import.meaningOf', {
                    letter: column.letter,
                    heading: column.heading,
                  })}
                  allowDeselect={false}
                  searchable
                  value={field ?? IGNORED}
                  data={choices}
                  onChange={(value) => choose(column.at, value ?? IGNORED)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
