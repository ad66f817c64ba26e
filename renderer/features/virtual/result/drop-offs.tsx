import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { earlyBy, GRACE_MS, lateBy } from '@shared/statistics/virtual/drop-offs';
import { onlineIn, type OnlineResult } from '@shared/statistics/virtual/online-result';
import { ExportDialog } from '@renderer/features/nominations';
import { DataTable, type Column } from '../../../ui/data-table';
import { Section } from '../../../ui/page';
import { Empty } from '../../../ui/states';
import type { TableText } from '../../../ui/table-text';
import type { ResultRow } from './rows';
import type { ResultWords } from './use-words';
import classes from './result.module.css';

interface Props {
  readonly result: OnlineResult;
  readonly rows: readonly ResultRow[];
  readonly sessions: readonly number[];
  readonly words: ResultWords;
}

const WHAT = ['early', 'late'] as const;
type What = (typeof WHAT)[number];

interface Line {
  readonly id: string;
  readonly row: ResultRow;
  readonly session: number;
  /** When they left or joined, and by how many milliseconds that was early or late. */
  readonly at: number;
  readonly by: number;
}

const MINUTE_MS = 60_000;
const SORT = [{ id: 'by', desc: true }];

/** Who left a session before its end and did not come back, and who joined it late. */
export function DropOffs({ result, rows, sessions, words }: Props) {
  const { t, i18n } = useTranslation('virtualResult');
  const [what, setWhat] = useState<What>('early');
  const [table, setTable] = useState<TableText | null>(null);
  const lines = useMemo(
    () => linesOf(result, rows, sessions, what),
    [result, rows, sessions, what],
  );
  const columns = useMemo(
    (): Column<Line>[] => [
      {
        id: 'name',
        header: t('column.name'),
        width: 'minmax(10rem, 2fr)',
        value: ({ row }) => row.name,
        cell: ({ row }) => <bdi className={classes.name}>{row.name}</bdi>,
      },
      {
        id: 'delegation',
        header: t('column.delegation'),
        width: 'minmax(8rem, 1.5fr)',
        value: ({ row }) => row.delegation,
      },
      {
        id: 'session',
        header: t('column.session'),
        width: 'minmax(8rem, 1.5fr)',
        value: ({ session }) => words.session(session),
      },
      {
        id: 'at',
        header: t(`column.${what}At`),
        width: '8rem',
        value: ({ at }) => at,
        cell: ({ at }) => words.time(at),
        text: ({ at }) => words.time(at),
      },
      {
        id: 'by',
        header: t(`column.${what}By`),
        width: 'minmax(9rem, 1fr)',
        align: 'end',
        value: ({ by }) => Math.floor(by / MINUTE_MS),
        cell: ({ by }) => formatNumber(Math.floor(by / MINUTE_MS), i18n.language),
      },
    ],
    [t, i18n.language, words, what],
  );
  return (
    <Section
      title={t('dropOffs')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('dropOffs')}
          value={what}
          data={WHAT.map((value) => ({ value, label: t(`dropOff.${value}`) }))}
          onChange={(value) => setWhat(value === 'late' ? 'late' : 'early')}
        />
      }
    >
      <p className={classes.hint}>{t(`dropOffHint.${what}`, { minutes: GRACE_MS / MINUTE_MS })}</p>
      <DataTable
        key={what}
        label={t(`dropOff.${what}`)}
        rows={lines}
        idOf={({ id }) => id}
        columns={columns}
        initialSort={SORT}
        filter={t('filter')}
        onExport={setTable}
        height="18rem"
        empty={<Empty title={t(`noDropOff.${what}`)} />}
      />
      <ExportDialog table={table} title={t(`dropOff.${what}`)} onClose={() => setTable(null)} />
    </Section>
  );
}

function linesOf(
  result: OnlineResult,
  rows: readonly ResultRow[],
  sessions: readonly number[],
  what: What,
): Line[] {
  const lines: Line[] = [];
  for (const row of rows) {
    if (row.at === null) continue;
    for (const session of sessions) {
      const { seen, sitting } = onlineIn(result, row.at, session);
      if (seen === null) continue;
      const by = what === 'early' ? earlyBy(seen, sitting.time) : lateBy(seen, sitting.time);
      if (by === 0) continue;
      const at = what === 'early' ? seen[1] : seen[0];
      lines.push({ id: `${row.id} ${session}`, row, session, at, by });
    }
  }
  return lines;
}
