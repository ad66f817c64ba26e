import { Button, Group, Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateOrder } from '@shared/codecs/platform-reports/local-time';
import {
  guessReportColumns,
  missingColumns,
  type MappedColumns,
  type ReportMapping,
} from '@shared/codecs/platform-reports/mapping';
import { reportProfileOf } from '@shared/codecs/platform-reports/profile';
import { useSettings } from '@renderer/features/settings';
import { Permitted } from '@renderer/features/operators';
import { toast } from '../../../ui/toasts';
import type { Mappable } from '../../../workers/jobs/read-report';
import { ColumnMeanings } from './column-meanings';
import classes from './import.module.css';

export interface Mapped {
  readonly mapping: ReportMapping;
  readonly dateOrder: DateOrder | null;
}

interface Props {
  readonly file: string;
  readonly mappable: Mappable;
  /** How it was read before; `null`: not yet. */
  readonly before: ReportMapping | null;
  readonly onMapped: (mapped: Mapped) => void;
}

const NO_HEADINGS = 'none';
const HEADING_ROWS = 30;
const ORDERS = ['auto', 'dmy', 'mdy'] as const;
type Order = (typeof ORDERS)[number];

/** What the columns of a list that no table knows mean; kept under a name, it is known next time. */
export function MapColumns({ file, mappable, before, onMapped }: Props) {
  const { t } = useTranslation('reports');
  const { settings, change } = useSettings();
  const { head, sheet } = mappable;
  const [headerRow, setHeaderRow] = useState(before ? before.headerRow : mappable.guess.headerRow);
  const [columns, setColumns] = useState<MappedColumns>(
    before ? before.columns : mappable.guess.columns,
  );
  const [order, setOrder] = useState<Order>('auto');
  const [source, setSource] = useState('');
  const why = useId();
  const missing = missingColumns(columns);
  const rows = head.rows
    .slice(0, HEADING_ROWS)
    .map((cells, row) => ({ row, text: cells.map((cell) => cell.trim()).filter(Boolean) }))
    .filter(({ text }) => text.length > 1);

  const move = (value: string | null) => {
    if (value === null) return;
    const row = value === NO_HEADINGS ? null : Number(value);
    setHeaderRow(row);
    setColumns(guessReportColumns(head, row).columns);
  };

  const submit = () => {
    const dateOrder = order === 'auto' ? null : order;
    const made = reportProfileOf(source, head, { headerRow, columns }, dateOrder);
    if (made !== null) {
      const all = { ...settings.importProfiles, [made.key]: made.profile };
      change({ importProfiles: all }).then(
        (kept) => kept || toast(t('map.notKept'), { tone: 'bad' }),
        () => toast(t('map.notKept'), { tone: 'bad' }),
      );
    }
    onMapped({ mapping: { sheet, headerRow, columns }, dateOrder });
  };

  return (
    <form
      aria-label={t('map.title', { file })}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) submit();
      }}
    >
      <p className={classes.lead}>{t('map.lead')}</p>
      <div className={classes.fields}>
        <Select
          label={t('map.headings')}
          allowDeselect={false}
          value={headerRow === null ? NO_HEADINGS : String(headerRow)}
          data={[
            ...rows.map(({ row, text }) => ({
              value: String(row),
              label: t('map.headingsAt', {
                row: head.firstLine[row] ?? row + 1,
                text: text.join(' · ').slice(0, 80),
              }),
            })),
            { value: NO_HEADINGS, label: t('map.headingsNone') },
          ]}
          onChange={move}
        />
        <Select
          label={t('map.order')}
          allowDeselect={false}
          value={order}
          data={ORDERS.map((one) => ({ value: one, label: t(`map.orders.${one}`) }))}
          onChange={(value) => setOrder(ORDERS.find((one) => one === value) ?? 'auto')}
        />
      </div>
      <ColumnMeanings head={head} headerRow={headerRow} columns={columns} onChange={setColumns} />
      {headerRow !== null && (
        <TextInput
          className={classes.source}
          label={t('map.source')}
          description={t('map.sourceHint')}
          placeholder={t('map.sourceExample')}
          maxLength={80}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      )}
      <Group className={classes.actions}>
        <Permitted act="report.imported">
          <Button
            type="submit"
            disabled={missing.length > 0}
            aria-describedby={missing.length > 0 ? why : undefined}
          >
            {t('map.read')}
          </Button>
        </Permitted>
        {missing.length > 0 && (
          <span id={why} className={classes.quiet}>
            {missing.map((one) => t(`map.missing.${one}`)).join(' ')}
          </span>
        )}
      </Group>
    </form>
  );
}
