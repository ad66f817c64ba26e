import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  MAPPED_FIELDS,
  type MappedColumns,
  type MappedField,
} from '@shared/codecs/platform-reports/mapping';
import type { Sheet } from '@shared/codecs/table/sheet';
import { columnLetters } from '@shared/codecs/xlsx/cells';
import classes from './import.module.css';

interface Props {
  readonly head: Sheet;
  readonly headerRow: number | null;
  readonly columns: MappedColumns;
  readonly onChange: (columns: MappedColumns) => void;
}

const SAMPLES = 3;
const IGNORED = '';

/** The columns that have a heading or values, with the first of these. */
function columnsIn({ rows }: Sheet, headerRow: number | null) {
  const header = headerRow === null ? [] : (rows[headerRow] ?? []);
  const below = rows.slice(headerRow === null ? 0 : headerRow + 1);
  const width = below.reduce((most, row) => Math.max(most, row.length), header.length);
  return Array.from({ length: width }, (_, at) => ({
    at,
    heading: (header[at] ?? '').trim(),
    samples: [...new Set(below.map((row) => (row[at] ?? '').trim()).filter(Boolean))].slice(
      0,
      SAMPLES,
    ),
  })).filter(({ heading, samples }) => heading !== '' || samples.length > 0);
}

/** Each column with its first values, and what it holds. */
export function ColumnMeanings({ head, headerRow, columns, onChange }: Props) {
  const { t } = useTranslation('reports');
  const fields = new Map(
    (Object.entries(columns) as [MappedField, number][]).map(([field, at]) => [at, field]),
  );
  const choices = [
    { value: IGNORED, label: t('map.ignored') },
    ...MAPPED_FIELDS.map((field) => ({ value: field, label: t(`map.field.${field}`) })),
  ];

  /** A field has one column: choosing it here takes it from where it was. */
  const choose = (at: number, value: string | null) => {
    const field = MAPPED_FIELDS.find((one) => one === value);
    const next: Partial<Record<MappedField, number>> = {};
    for (const [name, column] of Object.entries(columns) as [MappedField, number][])
      if (column !== at && name !== field) next[name] = column;
    if (field !== undefined) next[field] = at;
    onChange(next);
  };

  return (
    <table className={classes.columns}>
      <thead>
        <tr>
          <th scope="col">{t('map.head.column')}</th>
          <th scope="col">{t('map.head.samples')}</th>
          <th scope="col">{t('map.head.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {columnsIn(head, headerRow).map(({ at, heading, samples }) => {
          const letter = columnLetters(at);
          const field = fields.get(at);
          return (
            <tr key={at} data-ignored={field === undefined || undefined}>
              <th scope="row">
                <span className={classes.letter}>{letter}</span>
                <bdi>{heading}</bdi>
              </th>
              <td className={classes.samples}>
                <bdi>{samples.join(' · ')}</bdi>
              </td>
              <td>
                <Select
                  aria-label={t('map.meaningOf', { letter, heading })}
                  allowDeselect={false}
                  value={field ?? IGNORED}
                  data={choices}
                  onChange={(value) => choose(at, value)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
