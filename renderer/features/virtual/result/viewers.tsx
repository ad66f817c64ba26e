import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import type { OnlineResult } from '@shared/statistics/virtual/online-result';
import { ExportDialog } from '@renderer/features/nominations';
import { DataTable, type Column } from '../../../ui/data-table';
import { Section } from '../../../ui/page';
import { Loading } from '../../../ui/states';
import type { TableText } from '../../../ui/table-text';
import type { ResultWords } from './use-words';
import classes from './result.module.css';

const ViewersChart = lazy(() =>
  import('./viewers-chart').then((module) => ({ default: module.ViewersChart })),
);

interface Props {
  readonly result: OnlineResult;
  readonly sessions: readonly number[];
  readonly words: ResultWords;
}

interface Minute {
  readonly id: string;
  readonly session: number;
  readonly at: number;
  readonly count: number;
}

const MINUTE_MS = 60_000;

/** How many were online at the same time, minute by minute: as a picture, and as its numbers. */
export function Viewers({ result, sessions, words }: Props) {
  const { t, i18n } = useTranslation('virtualResult');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [table, setTable] = useState<TableText | null>(null);
  const number = (value: number) => formatNumber(value, i18n.language);
  const covered = useMemo(
    () => sessions.filter((at) => result.sittings[at]?.reported === true),
    [sessions, result],
  );
  const minutes = useMemo(
    () =>
      covered.flatMap((session): Minute[] => {
        const sitting = result.sittings[session];
        return [...(sitting?.concurrent.counts ?? [])].map((count, minute) => ({
          id: `${session} ${minute}`,
          session,
          at: (sitting?.time[0] ?? 0) + minute * MINUTE_MS,
          count,
        }));
      }),
    [covered, result],
  );
  const columns = useMemo(
    (): Column<Minute>[] => [
      {
        id: 'session',
        header: t('column.session'),
        value: ({ session }) => words.session(session),
        width: 'minmax(10rem, 2fr)',
      },
      {
        id: 'at',
        header: t('column.time'),
        value: ({ at }) => at,
        cell: ({ at }) => words.time(at),
        text: ({ at }) => words.time(at),
      },
      { id: 'count', header: t('column.viewers'), value: ({ count }) => count, align: 'end' },
    ],
    [t, words],
  );
  if (covered.length === 0) return null;
  return (
    <Section
      title={t('viewers')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('form.label')}
          value={form}
          data={[
            { value: 'chart', label: t('form.chart') },
            { value: 'table', label: t('form.table') },
          ]}
          onChange={(value) => setForm(value === 'table' ? 'table' : 'chart')}
        />
      }
    >
      <p className={classes.hint}>{t('viewersHint')}</p>
      {form === 'chart' ? (
        <div className={classes.curves}>
          {covered.map((session) => {
            const sitting = result.sittings[session];
            if (sitting === undefined) return null;
            const { most, mostAt, median, counts } = sitting.concurrent;
            const said = t('viewersOf', {
              most: number(most),
              time: words.time(sitting.time[0] + mostAt * MINUTE_MS),
              median: number(median),
            });
            return (
              <figure key={sitting.id} className={classes.curve}>
                <figcaption>
                  <b>{words.session(session)}</b> <span className={classes.quiet}>{said}</span>
                </figcaption>
                <div role="img" aria-label={`${words.session(session)}: ${said}`}>
                  <Suspense fallback={<Loading />}>
                    <ViewersChart
                      points={[...counts].map((count, minute) => ({
                        count,
                        time: words.time(sitting.time[0] + minute * MINUTE_MS),
                      }))}
                    />
                  </Suspense>
                </div>
              </figure>
            );
          })}
        </div>
      ) : (
        <DataTable
          label={t('viewers')}
          rows={minutes}
          idOf={({ id }) => id}
          columns={columns}
          onExport={setTable}
          height="20rem"
        />
      )}
      <ExportDialog
        table={table}
        title={t('viewers')}
        personal={false}
        onClose={() => setTable(null)}
      />
    </Section>
  );
}
